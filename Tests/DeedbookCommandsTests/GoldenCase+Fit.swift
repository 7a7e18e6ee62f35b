/// Settings, rows, and the day that is given for today.
extension GoldenCase {
    static let fitting = [
        GoldenCase("settings", "config", on: .none),
        GoldenCase(
            "origin", "config --origin", on: .none,
            variables: ["DEEDBOOK_WIDTH": "90", "DEEDBOOK_TODAY": "2026-04-28"]),
        GoldenCase("json", "config --format json", on: .none),
        GoldenCase("wrong-variable", "config", on: .none, variables: ["DEEDBOOK_COLOR": "red"]),
        GoldenCase("statuses", "exit-status", on: .none),
        GoldenCase("json", "exit-status --format json", on: .none),
        GoldenCase("table", "agreements --format table", on: .events),
        GoldenCase("csv", "agreements --format csv", on: .events),
        GoldenCase("csv", "log tern-mill --format csv"),
        GoldenCase("csv", "terms tern-mill --on 2025-04-03 --format csv"),
        GoldenCase("table", "terms tern-mill --on 2025-04-03 --format table"),
        GoldenCase("csv", "timeline tern-mill royalty.paper --format csv"),
        GoldenCase("csv", "instruments tern-mill --on 2025-04-03 --format csv"),
        GoldenCase("csv", "calendar tern-mill --from 2025-01-01 --to 2030-12-31 --format csv"),
        GoldenCase("csv", "diff tern-mill 2025-02-28 2025-03-02 --format csv"),
        GoldenCase(
            "csv", "conflicts microsoft-openai amazon-openai --on 2026-03-15 --format csv",
            on: .events),
        GoldenCase("csv", "why tern-mill royalty.paper.cap --on 2025-04-03 --format csv"),
        GoldenCase("table", "why tern-mill royalty.paper --on 2025-04-03 --format table"),
        GoldenCase("csv", "show 2025-03-01-amendment-1 --format csv"),
        GoldenCase("csv-events", "show 2025-03-01-amendment-1 --events --format csv"),
        GoldenCase("check-json", "tidy FIXTURES/tern --check --format json", on: .none),
        GoldenCase("given-today", "terms tern-mill --today 2026-02-03"),
        GoldenCase("exit-code", "diff tern-mill 2025-02-28 2025-03-02 --exit-code"),
    ]
}
