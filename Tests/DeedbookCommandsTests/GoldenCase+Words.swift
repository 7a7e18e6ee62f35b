extension GoldenCase {
    /// People's words for agreements, terms, recordings and days, and what is said where they mean nothing.
    static let naming = [
        GoldenCase("words", "terms tern --term royal --on 2025-03-02"),
        GoldenCase(
            "words-title",
            "terms 'Microsoft OpenAI partnership' --on '2 March 2026' --term 'revenue-share.*'",
            on: .events),
        GoldenCase("words-json", "terms Tern-Mill --on 2025-03-02 --format json"),
        GoldenCase("words-ambiguous", "terms google --on 2026-05-01", on: .events),
        GoldenCase("words-terms", "terms microsoft --term revenue --on 2026-05-01", on: .events),
        GoldenCase("words-unknown", "terms 'Tern Milk'"),
        GoldenCase("words-yesterday", "terms tern-mill --on yesterday"),
        GoldenCase("words-either-way", "terms tern-mill --on 03/04/2025"),
        GoldenCase("words-month", "terms tern-mill --on 2025-02"),
        GoldenCase(
            "words-undisclosed",
            "terms microsoft-openai --on 2026-05-01 --disclosed-by 2026-04-01 "
                + "--term distribution.any-cloud", on: .events),
        GoldenCase(
            "words-unrecorded", "why amd-openai warrant --recorded-at 20", on: .events),
        GoldenCase(
            "words-agreement-undisclosed", "terms amd-openai --disclosed-by 2015-01-01",
            on: .events),
        GoldenCase("words", "diff tern-mill '28 Feb 2025' '2 Mar 2025'"),
        GoldenCase("words-by", "diff tern-mill --by 2025-03-01"),
        GoldenCase(
            "words", "why microsoft-openai 'Revenue share.openai.cap' --on 2026-05-12",
            on: .events),
        GoldenCase("words", "show 2026-04-27-rev", on: .events),
        GoldenCase("words-title", "show 'revised agreement'", on: .events),
        GoldenCase("words-ambiguous", "show 2026-04", on: .events),
        GoldenCase("words", "log tern"),
        GoldenCase("words-near", "find 'payer = tren' --on 2025-04-03"),
        GoldenCase("words", "agreements --after Tern", on: .tern),
        GoldenCase("words-rule", "conflicts --rule double-exclusiv"),
        GoldenCase("words-kind", "new agreement acme --kind licence-grant", on: .none),
        GoldenCase("words-command", "tems tern-mill"),
        GoldenCase("words-help", "help tems"),
        GoldenCase("words-help-nested", "help new amendement"),
        GoldenCase("words-answer", "schema tems"),
    ]
}
