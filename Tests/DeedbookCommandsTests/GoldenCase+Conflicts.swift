extension GoldenCase {
    /// `deedbook conflicts`: what stands against each other, and what is wrong with a question.
    static let conflicts = [
        GoldenCase("help", "conflicts --help"),
        GoldenCase("none", "conflicts --on 2024-06-01 --full"),
        GoldenCase(
            "events-faint",
            "conflicts oracle-openai --on 2025-07-01 --disclosed-by 2025-07-10 --all --full",
            on: .events),
        GoldenCase(
            "events-rule",
            "conflicts microsoft-openai amazon-openai --on 2026-03-15 --rule double-exclusive --full",
            on: .events),
        GoldenCase("unknown-rule", "conflicts --rule double"),
        GoldenCase(
            "events-2026-03-15", "conflicts microsoft-openai amazon-openai --on 2026-03-15 --full",
            on: .events),
        GoldenCase(
            "events-2026-04-29",
            "conflicts microsoft-openai amazon-openai --on 2026-04-29 --disclosed-by 2026-04-29 --full",
            on: .events),
        GoldenCase(
            "events-2025",
            "conflicts oracle-openai --from 2025-01-01 --to 2025-12-31 --disclosed-by 2025-12-31 --full",
            on: .events),
        GoldenCase(
            "events-json",
            "conflicts amazon-openai microsoft-openai --on 2026-03-15 --format json --rule double-exclusive",
            on: .events),
        GoldenCase("unknown-agreement", "conflicts tern-milk"),
        GoldenCase("on-and-range", "conflicts --on 2025-01-01 --from 2025-01-01 --to 2025-02-01"),
        GoldenCase("half-range", "conflicts --from 2025-01-01"),
        GoldenCase("backwards", "conflicts --from 2025-02-01 --to 2025-01-01"),
        GoldenCase("beyond-head", "conflicts tern-mill --recorded-at 99"),
    ]
}
