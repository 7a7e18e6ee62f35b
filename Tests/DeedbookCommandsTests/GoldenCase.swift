import Testing

/// A command line with the page it must print: `Golden/<command>/<name>.txt`.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    var command: String
    var name: String
    var book: Fixture
    var arguments: [String]
    /// Command lines run before, in the same place, whose output does not matter.
    var before: [[String]] = []
    var variables: [String: String] = [:]

    var testDescription: String { "\(command)/\(name)" }

    /// `line` is the command line after `deedbook`; `FIXTURES` stands for the folder of the fixtures.
    init(
        _ name: String, _ line: String, on book: Fixture = .tern, before: [String] = [],
        variables: [String: String] = [:]
    ) {
        arguments = Self.words(line)
        command = arguments.first ?? "root"
        self.name = name
        self.book = book
        self.before = before.map(Self.words)
        self.variables = variables
    }

    /// Words in single quotes are one.
    private static func words(_ line: String) -> [String] {
        line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .flatMap { index, part in
                index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
    }
}

extension GoldenCase {
    static let all =
        reading + finding + comparing + conflicts + exporting + recording + wrong + trust
        + paying + answers + importing + brief + naming + fitting

    private static let reading = [
        GoldenCase("all", "agreements --full"),
        GoldenCase("json", "agreements --format json"),
        GoldenCase("events", "agreements --full", on: .events),
        GoldenCase("limit", "agreements --limit 2 --full", on: .events),
        GoldenCase("after", "agreements --after google-openai --limit 2 --full", on: .events),
        GoldenCase("limit-json", "agreements --limit 1 --format json", on: .events),
        GoldenCase("after-all", "agreements --after tern-mill --full"),
        GoldenCase("in-force", "terms tern-mill --on 2025-03-02 --full"),
        GoldenCase("today-everything", "terms tern-mill --all --full"),
        GoldenCase(
            "disclosed-by", "terms tern-mill --on 2025-04-03 --disclosed-by 2025-04-01 --full"),
        GoldenCase("recorded-inside", "terms tern-mill --on 2025-04-03 --recorded-at 15 --full"),
        GoldenCase("one-term", "terms tern-mill --on 2025-04-03 --term royalty.paper --full"),
        GoldenCase("scheduled", "terms tern-mill --on 2027-01-01 --full"),
        GoldenCase("colors", "terms tern-mill --on 2024-06-01 --color always --width 100 --full"),
        GoldenCase("json", "terms tern-mill --on 2025-04-03 --format json"),
        GoldenCase("svg", "terms tern-mill --on 2025-04-03 --format svg"),
        GoldenCase("json-document", "terms tern-mill --on 2025-03-02 --format json-document"),
        GoldenCase(
            "events-2026-04-26", "terms microsoft-openai --on 2026-04-26 --full", on: .events),
        GoldenCase(
            "events-2026-05-12",
            "terms microsoft-openai --on 2026-05-12 --disclosed-by 2026-05-12 --all --full",
            on: .events),
        GoldenCase("one", "timeline tern-mill license.moulds --full"),
        GoldenCase("all", "timeline tern-mill --on 2025-04-03 --full"),
        GoldenCase("json", "timeline tern-mill royalty.paper --format json"),
        GoldenCase("svg", "timeline tern-mill --on 2025-04-03 --format svg"),
        GoldenCase("svg-by-party", "timeline tern-mill --on 2025-04-03 --format svg --by party"),
        GoldenCase("svg-conflicts", "timeline tern-mill --on 2025-04-03 --format svg --conflicts"),
        GoldenCase("by-without-svg", "timeline tern-mill --by party --full"),
        GoldenCase(
            "events", "timeline microsoft-openai license.models-and-products --full", on: .events),
        GoldenCase("in-effect", "instruments tern-mill --on 2025-04-03 --full"),
        GoldenCase("json", "instruments tern-mill --on 2025-04-03 --format json"),
        GoldenCase("markdown", "instruments tern-mill --on 2025-04-03 --all --format markdown"),
        GoldenCase(
            "events", "instruments microsoft-openai --on 2026-05-12 --all --full", on: .events),
        GoldenCase("all", "log --full"),
        GoldenCase("json", "log tern-mill --format json"),
        GoldenCase("events", "log google-openai --full", on: .events),
        GoldenCase("last", "log -n 2 --full"),
        GoldenCase("last-more", "log --last 9 tern-mill --width 100 --full"),
        GoldenCase("last-events", "log microsoft-openai -n 2 --full", on: .events),
        GoldenCase("last-json", "log -n 1 --format json"),
        GoldenCase("amendment", "show 2025-03-01-amendment-1 --events"),
        GoldenCase("json", "show 2025-04-02-reported-cap --format json"),
        GoldenCase("events", "show 2026-05-11-reported-cap --events", on: .events),
        GoldenCase("field", "why tern-mill royalty.paper.cap --on 2025-04-03 --full"),
        GoldenCase("slash", "why tern-mill license.moulds/ends --on 2025-04-03 --full"),
        GoldenCase("term", "why tern-mill fee.support --on 2025-04-03 --full"),
        GoldenCase("json", "why tern-mill royalty.paper.cap --on 2025-04-03 --format json"),
        GoldenCase(
            "events",
            "why microsoft-openai revenue-share.openai-to-microsoft.cap --on 2026-05-12 --full",
            on: .events),
    ]

    private static let finding = [
        GoldenCase("some", "find 'payer = tern' --on 2025-04-03 --full"),
        GoldenCase("nothing", "find 'kind = investment' --on 2025-04-03"),
        GoldenCase("no-status", "find 'status in (ended, not-yet)' --on 2024-06-01 --full"),
        GoldenCase("json", "find 'cap is undisclosed' --on 2025-04-03 --format json"),
        GoldenCase(
            "csv",
            "find 'kind in (royalty, fee) and any is undisclosed' --on 2025-04-03 "
                + "--format csv"),
        GoldenCase(
            "disclosed", "find 'kind = fee' --on 2025-04-03 --disclosed-by 2025-01-01 --full"),
        GoldenCase("wrong-field", "find 'knid = fee and rate > 15%'"),
        GoldenCase("wrong-type", "find 'rate > USD 5'"),
        GoldenCase(
            "events",
            "find 'kind = revenue-share and rate > 15% and party = microsoft' --on 2026-05-12",
            on: .events),
        GoldenCase("events-cap", "find 'cap is undisclosed' --on 2026-05-12 --full", on: .events),
        GoldenCase("no-tables", "rebuild"),
        GoldenCase("earlier", "rebuild", on: .earlier),
    ]

    private static let comparing = [
        GoldenCase("text", "diff tern-mill 2025-02-28 2025-03-02 --full"),
        GoldenCase("same", "diff tern-mill 2025-03-02 2025-03-02 --full"),
        GoldenCase("learned", "diff tern-mill 2025-04-03@2025-04-01 2025-04-03@2025-04-03 --full"),
        GoldenCase("position", "diff tern-mill 2025-03-02@#10 2025-03-02@#18 --full"),
        GoldenCase("backwards", "diff tern-mill 2025-03-02 2025-02-28 --full"),
        GoldenCase("through", "diff tern-mill 2024-01-31 2027-01-01 --through --full"),
        GoldenCase("stat", "diff tern-mill 2025-02-28 2025-03-02 --stat"),
        GoldenCase("stat-json", "diff tern-mill 2025-02-28 2025-03-02 --stat --format json"),
        GoldenCase("json", "diff tern-mill 2025-04-03@2025-04-01 2025-04-03 --format json"),
        GoldenCase("json-patch", "diff tern-mill 2025-02-28 2025-03-02 --format json-patch"),
        GoldenCase("markdown", "diff tern-mill 2025-02-28 2025-03-02 --format markdown"),
        GoldenCase("html", "diff tern-mill 2025-02-28 2025-03-02 --format html"),
        GoldenCase("colors", "diff tern-mill 2025-02-28 2025-03-02 --color always --full"),
        GoldenCase("events", "diff microsoft-openai 2026-04-26 2026-04-28 --full", on: .events),
        GoldenCase(
            "events-stat", "diff microsoft-openai 2025-10-27 2025-10-29 --stat", on: .events),
        GoldenCase(
            "events-learned",
            "diff microsoft-openai 2026-05-01@2026-05-01 2026-05-01@2026-05-12 --full", on: .events),
    ]

    private static let exporting = [
        GoldenCase("csv", "export --agreement tern-mill --on 2025-04-03 --format csv-fields --all"),
        GoldenCase("history", "export --agreement tern-mill --format csv --history"),
        GoldenCase(
            "history-early", "export --agreement tern-mill --format csv --history --recorded-at 15"),
        GoldenCase("table", "export --agreement tern-mill --on 2025-04-03 --format csv"),
        GoldenCase("markdown", "export --agreement tern-mill --on 2025-04-03 --format markdown"),
        GoldenCase(
            "markdown-file",
            "export --agreement tern-mill --on 2025-04-03 --format markdown --all --out copy.md"),
        GoldenCase("agreement", "new agreement acme-lumen --kind royalty", on: .none),
        GoldenCase("amendment", "new amendment tern-mill royalty.paper license.moulds.ends"),
        GoldenCase(
            "amendment-file", "new amendment tern-mill royalty.paper.rate --out a/2025-rate.yaml"),
        GoldenCase("correction", "new correction 2025-03-01-amendment-1#1"),
        GoldenCase("unknown-term", "new amendment tern-mill royalty.pulp"),
        GoldenCase("no-event", "new correction 2025-03-01-amendment-1#99"),
        GoldenCase("bad-name", "new agreement acme --out Acme.yml", on: .none),
        GoldenCase("csv-without-agreement", "export --format csv"),
        GoldenCase("vantage-of-book", "export --on 2025-04-03"),
    ]

    private static let recording = [
        GoldenCase("new-book", "record FIXTURES/tern --recorder ana", on: .none),
        GoldenCase("again", "record FIXTURES/tern", on: .none, before: ["record FIXTURES/tern"]),
        GoldenCase(
            "json", "record FIXTURES/tern/2024-01-10-supply.yaml --format json", on: .none),
        GoldenCase(
            "dry-run", "record FIXTURES/tern --dry-run --full", on: .none,
            before: ["record FIXTURES/tern/2024-01-10-supply.yaml"]),
        GoldenCase("earlier", "record FIXTURES/tern", on: .earlier),
        GoldenCase("dry-run-nothing", "record FIXTURES/tern --dry-run --full"),
        GoldenCase("dry-run-json", "record FIXTURES/bad/nothing.yaml --dry-run --format json"),
        GoldenCase("wrong-fields", "record FIXTURES/bad/wrong-fields.yaml"),
        GoldenCase("cannot-hold", "record FIXTURES/bad/cannot-hold.yaml"),
        GoldenCase("key-reused", "record FIXTURES/reused"),
        GoldenCase("no-file", "record FIXTURES/nowhere", on: .none),
        GoldenCase("clean", "check FIXTURES/tern", on: .none),
        GoldenCase("with-book", "check FIXTURES/tern/2025-04-02-reported-cap.yaml"),
        GoldenCase("json", "check FIXTURES/tern --format json", on: .none),
        GoldenCase("wrong-fields", "check FIXTURES/bad/wrong-fields.yaml", on: .none),
        GoldenCase("cannot-hold", "check FIXTURES/bad/cannot-hold.yaml"),
        GoldenCase("key-reused", "check FIXTURES/reused"),
    ]

    private static let wrong = [
        GoldenCase("no-book", "terms tern-mill --book elsewhere.deedbook", on: .none),
        GoldenCase("unknown-agreement", "terms tern-milk"),
        GoldenCase("unknown-term", "terms tern-mill --term loyalty"),
        GoldenCase("beyond-head", "terms tern-mill --recorded-at 99"),
        GoldenCase("before-first", "terms tern-mill --recorded-at 2 --full"),
        GoldenCase("bad-day", "terms tern-mill --on 2025-02-30"),
        GoldenCase("bad-option", "terms tern-mill --at 2025-02-28"),
        GoldenCase("unknown-agreement", "diff tern-milk 2025-02-28 2025-03-02"),
        GoldenCase("bad-vantage", "diff tern-mill 2025-02 2025-03-02"),
        GoldenCase("bad-pair", "diff tern-mill 2025-02-28 2025-03-02 --stat --format html"),
        GoldenCase("unknown-term", "why tern-mill royalty.pulp.cap"),
        GoldenCase("unknown-field", "why tern-mill royalty.paper.minimum"),
        GoldenCase("no-term", "why tern-mill Pulp"),
        GoldenCase("unknown-recording", "show 2025-03-01-amendment-2"),
        GoldenCase("unknown-agreement", "log tern-milk"),
        GoldenCase("last-none", "log -n 0"),
        GoldenCase("limit-none", "agreements --limit 0 --full"),
        GoldenCase("unknown-command", "undo"),
    ]
}
