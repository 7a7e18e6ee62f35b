extension GoldenCase {
    static let answers = drafts + calendar + schemas

    private static let drafts = [
        GoldenCase(
            "with-draft",
            "terms tern-mill --on 2025-07-01 --with FIXTURES/drafts/2025-04-03-amendment-2.yaml --full"
        ),
        GoldenCase(
            "with-draft-json",
            "terms tern-mill --term term.supply --format json --on 2025-07-01 --with FIXTURES/drafts"
        ),
        GoldenCase("with-bad-draft", "terms tern-mill --with FIXTURES/bad/cannot-hold.yaml"),
        GoldenCase(
            "with-draft", "conflicts tern-mill --on 2025-07-01 --with FIXTURES/drafts --full"),
        GoldenCase("with-draft", "diff tern-mill --with FIXTURES/drafts --full"),
        GoldenCase(
            "with-draft-days", "diff tern-mill 2025-05-31 2025-06-01 --with FIXTURES/drafts --full"),
        GoldenCase("without-points", "diff tern-mill 2025-05-31"),
        GoldenCase(
            "with-draft",
            "why tern-mill royalty.paper.rate --on 2025-07-01 --with FIXTURES/drafts --full"),
        GoldenCase("with-draft", "timeline tern-mill term.supply --with FIXTURES/drafts --full"),
    ]

    private static let calendar = [
        GoldenCase("text", "calendar tern-mill --from 2024-01-01 --to 2026-12-31 --full"),
        GoldenCase(
            "with-drafts",
            "calendar --from 2025-04-01 --to 2028-12-31 --with FIXTURES/drafts --full"),
        GoldenCase("json", "calendar --from 2025-04-01 --to 2027-12-31 --format json"),
        GoldenCase(
            "ics", "calendar --from 2025-04-01 --to 2028-12-31 --format ics --with FIXTURES/drafts"),
        GoldenCase("nothing", "calendar --from 2040-01-01 --to 2040-12-31 --full"),
        GoldenCase("backwards", "calendar --from 2026-01-01 --to 2025-01-01"),
        GoldenCase("unknown-agreement", "calendar tern-milk"),
        GoldenCase("events", "calendar --from 2026-01-01 --to 2032-12-31 --full", on: .events),
    ]

    /// Answers in JSON that no other case gives, and their schemas.
    private static let schemas = [
        GoldenCase("through-json", "diff tern-mill 2025-02-28 2025-03-02 --through --format json"),
        GoldenCase("preview-json", "record FIXTURES/drafts --dry-run --format json"),
        GoldenCase(
            "with-draft-json",
            "conflicts tern-mill --on 2025-07-01 --with FIXTURES/drafts --format json"),
        GoldenCase(
            "possible-json",
            "find 'rate > 1% or cap is undisclosed' --on 2025-04-03 --format json"),
        GoldenCase("backup", "schema deedbook/backup/1"),
        GoldenCase("list", "schema --list"),
        GoldenCase("list-json", "schema --list --format json"),
        GoldenCase("unknown", "schema conflict"),
        GoldenCase("two-questions", "schema terms --list"),
    ]
}
