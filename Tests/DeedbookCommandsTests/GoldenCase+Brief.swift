extension GoldenCase {
    /// The answers on one screen; those with everything in them are beside them.
    static let brief = [
        GoldenCase("brief", "terms tern-mill --on 2025-03-02"),
        GoldenCase("brief-all", "terms tern-mill --all"),
        GoldenCase("brief-fields", "terms tern-mill --on 2025-03-02 -v"),
        GoldenCase("brief-sources", "terms tern-mill --on 2025-03-02 --sources"),
        GoldenCase(
            "brief-known", "terms tern-mill --on 2025-04-03 --disclosed-by 2025-04-01"),
        GoldenCase("brief-position", "terms tern-mill --on 2025-04-03 --recorded-at 15"),
        GoldenCase(
            "brief-draft", "terms tern-mill --on 2025-07-01 --with FIXTURES/drafts"),
        GoldenCase("brief-nothing", "terms tern-mill --on 2019-01-01"),
        GoldenCase("brief-narrow", "terms tern-mill --on 2025-03-02 --width 50"),
        GoldenCase("brief-colors", "terms tern-mill --on 2025-03-02 --color always"),
        GoldenCase("brief-events", "terms microsoft-openai --on 2026-04-28", on: .events),
        GoldenCase("brief", "diff tern-mill 2025-02-28 2025-03-02"),
        GoldenCase("brief-same", "diff tern-mill 2025-03-02 2025-03-02"),
        GoldenCase(
            "brief-learned", "diff tern-mill 2025-04-03@2025-04-01 2025-04-03@2025-04-03"),
        GoldenCase("brief-through", "diff tern-mill 2024-01-31 2027-01-01 --through"),
        GoldenCase("brief-fields", "diff tern-mill 2025-02-28 2025-03-02 -v"),
        GoldenCase("brief-sources", "diff tern-mill 2025-02-28 2025-03-02 --sources"),
        GoldenCase("brief-by", "diff tern-mill --by 2025-03-01-amendment-1"),
        GoldenCase(
            "brief-by-points", "diff tern-mill 2025-02-28 2025-03-02 --by 2025-03-01-amendment-1"),
        GoldenCase(
            "brief-events", "diff microsoft-openai 2026-04-26 2026-04-28", on: .events),
        GoldenCase("brief", "show 2025-03-01-amendment-1"),
        GoldenCase("brief-events", "show 2026-04-27-revised-agreement", on: .events),
        GoldenCase("brief", "why tern-mill royalty.paper.cap --on 2025-04-03"),
        GoldenCase("brief-term", "why tern-mill royalty.paper --on 2025-04-03"),
        GoldenCase(
            "brief-events",
            "why microsoft-openai revenue-share.openai-to-microsoft.cap --on 2026-05-12",
            on: .events),
        GoldenCase("brief", "conflicts tern-mill --on 2025-07-01 --with FIXTURES/drafts"),
        GoldenCase("brief-events", "conflicts --on 2026-03-15", on: .events),
        GoldenCase("brief", "log"),
        GoldenCase("brief-reverse", "log tern-mill --reverse -n 3"),
        GoldenCase("brief-events", "log microsoft-openai -n 12", on: .events),
        GoldenCase("brief-grep", "log --grep royalty --since 2025-01-01"),
        GoldenCase("brief-grep-nothing", "log tern-mill --grep 'no such words'"),
        GoldenCase("brief-grep-empty", "log --grep ' '"),
        GoldenCase("grep-json", "log --grep 'CAP is' --format json"),
        GoldenCase("brief-grep-events", "log --grep 'the information' -n 4", on: .events),
        GoldenCase("brief-detail", "conflicts --on 2026-03-15 --detail 2", on: .events),
        GoldenCase("brief-detail-gap", "conflicts --on 2026-03-15 --detail 13", on: .events),
        GoldenCase("brief-detail-none", "conflicts --on 2026-03-15 --detail 99", on: .events),
        GoldenCase(
            "brief-detail-json", "conflicts --on 2026-03-15 --detail 1 --format json", on: .events),
        GoldenCase("brief-nothing", "conflicts --on 2019-01-01", on: .events),
        GoldenCase("brief-all", "conflicts oracle-openai --on 2025-07-01 --all", on: .events),
        GoldenCase("brief-sources", "conflicts --on 2026-03-15 --sources", on: .events),
        GoldenCase(
            "brief",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures invented.csv "
                + "--compare 2026-04-26", on: .events),
        GoldenCase(
            "brief-fields",
            "payable microsoft-openai revenue-share.openai-to-microsoft --figures invented.csv -v",
            on: .events),
        GoldenCase("brief-fee", "payable tern-mill fee.support --from 2024-01-01 --to 2024-12-31"),
        GoldenCase(
            "brief-commitment",
            "payable amazon-openai compute.aws --from 2025-11-03 --to 2026-12-31 --sources",
            on: .events),
        GoldenCase("brief", "verify"),
        GoldenCase("brief-altered", "verify", on: .altered),
        GoldenCase("brief", "check FIXTURES/bad"),
        GoldenCase("full", "check FIXTURES/bad --full"),
        GoldenCase("brief-new", "record FIXTURES/tern", on: .none),
        GoldenCase("brief", "record FIXTURES/drafts --dry-run"),
        GoldenCase("brief", "find 'payer = tern' --on 2025-04-03"),
        GoldenCase(
            "brief-possible", "find 'rate > 1% or cap is undisclosed' --on 2025-04-03"),
        GoldenCase("brief", "instruments tern-mill --on 2025-04-03"),
        GoldenCase(
            "brief-events", "instruments microsoft-openai --on 2026-05-12 --all", on: .events),
        GoldenCase("brief", "agreements"),
        GoldenCase("brief-events", "agreements", on: .events),
        GoldenCase("brief", "timeline tern-mill"),
        GoldenCase("brief-events", "timeline microsoft-openai", on: .events),
        GoldenCase("brief", "calendar tern-mill --from 2024-01-01 --to 2026-12-31"),
        GoldenCase("brief-events", "calendar --from 2026-01-01 --to 2027-12-31", on: .events),
    ]
}
