import Amendments
import EventStore
import Foundation
import Journal
import Ledger
import Terms
import Testing

/// What `new` writes is accepted by `check` once the marked places are filled, for every kind of term and event.
struct RecordingTemplateCheckTests {
    /// A value of each type, and another one.
    private static func values(of field: FieldSchema) -> (String, String) {
        // Who gives is not who gets.
        let gets: Set<FieldName> = [
            .payee, .grantee, .beneficiary, .holder, .distributor, .customer, .investor,
        ]
        let side = gets.contains(field.name) ? "b" : "a"
        return switch field.type {
        case .text: (#""First line.\n\nThird: line, # no comment.\n""#, "'Others: - {words}'")
        case .choice(let words): (words[0], words[words.count - 1])
        case .flag: ("yes", "no")
        case .count: ("3", "5")
        case .money: ("USD 1000000.50", "EUR 2000000")
        case .rate: ("12.5% of net sales", "10% of net sales")
        case .tiers:
            (
                "{ steps: [{ up-to: P1Y, rate: 5% of s }, { rate: 4% of s }] }",
                "{ steps: [{ up-to: USD 9, rate: 5% of s }, { rate: 4% of s }] }"
            )
        case .schedule:
            (
                "[{ due: { on: 2024-05-01 }, amount: USD 9 }]",
                "[{ due: { upon: met }, amount: USD 9 }, { due: { on: 2030 }, amount: USD 1 }]"
            )
        case .formula: ("'5% of [s]'", "'max(USD 1, 1/3 of [s])'")
        case .indexation:
            (
                "{ name: CPI-U, base: 2023-12, each: P1Y, floor: 0%, ceiling: 5% }",
                "{ name: CPI-U, base: 2023, each: P2Y }"
            )
        case .unitPrice: ("USD 2.50 per lens", "USD 3 per lens")
        case .date: ("2024-05", "2024-06-01")
        case .bound:
            ("{ first-of: [{ upon: met }, { through: 2030~ }] }", "{ through: 2031-05-04 }")
        case .duration: ("P1Y", "P18M")
        case .lapse: ("P30D", "10 business-days of new-york")
        case .yearly: ("[may, november]", "[1 april, 15 june through 15 july]")
        case .party: (side, side == "a" ? "b" : "a")
        case .parties: ("[a, b]", "[b]")
        case .tags: ("{ only: [lenses, no, '1e3'] }", "all")
        case .term: ("base", "base")
        case .condition: ("met", "met")
        }
    }

    private static func setting(_ kind: TermKind, with other: Bool) -> String {
        // Of fields of which a term says one, the first.
        let left = Set(kind.definition.alternatives.flatMap { $0.dropFirst() })
        let said = kind.definition.fields.filter { $0.name != .starts && !left.contains($0.name) }
        let fields = said.map { field in
            let (first, second) = values(of: field)
            return "\(field.name): \(other ? second : first)"
        }
        return fields.joined(separator: ", ")
    }

    /// - Parameter kind: of a term that names another one: a margin is on a facility.
    private static func opening(_ events: String..., for kind: TermKind? = nil) -> String {
        InventedBook.opening(
            "condition-defined: { condition: met, text: Met. }",
            kind == .margin
                ? "term-added: { term: base, kind: credit-facility, set: { borrower: a, lender: b } }"
                : "term-added: { term: base, kind: revenue-share, set: { payer: a, payee: b, rate: 5% of s } }",
            events.joined(separator: "\n  - "))
    }

    @Test(arguments: TermKind.allCases)
    func `an amendment of a term of every kind`(kind: TermKind) async throws {
        let console = try await InventedBook.console([
            Self.opening(
                "term-added: { term: t, kind: \(kind.rawValue), set: { \(Self.setting(kind, with: false)) } }",
                for: kind)
        ])
        let template = await console.run(["new", "amendment", "x", "t", "--on", "2024-06-01"])
        #expect(template.status == 0, "\(template.errors)")
        #expect(template.output.contains("was:"))
        var values = Self.common
        for field in kind.definition.fields {
            values[field.name.rawValue] =
                field.name == .starts ? "{ on: 2024-01-01 }" : Self.values(of: field).1
        }
        try await Self.expectAccepted(template.output, values, by: console)
    }

    @Test(arguments: TermKind.allCases)
    func `a first recording with a term of every kind`(kind: TermKind) async throws {
        let console = try await InventedBook.console([Self.opening()])
        let template = await console.run(["new", "agreement", "y", "--kind", kind.rawValue])
        #expect(template.status == 0, "\(template.errors)")
        var values = Self.common
        for field in kind.definition.fields where field.isRequired {
            values[field.name.rawValue] = Self.values(of: field).0
        }
        // What a first recording cannot name, because it is not there yet.
        let needsMore = kind.definition.fields.contains { field in
            field.isRequired && [.term, .condition].contains(field.type)
        }
        if needsMore {
            // A margin is on a facility, whatever else is named may be anything.
            let base =
                kind == .margin
                ? "kind: credit-facility, set: { borrower: a, lender: b }"
                : "kind: fee, set: { payer: a, payee: b }"
            let more = """
                  - condition-defined: { condition: met, text: Met. }
                  - term-added: { term: base, \(base) }
                """
            try await Self.expectAccepted(template.output + more + "\n", values, by: console)
        } else {
            try await Self.expectAccepted(template.output, values, by: console)
        }
    }

    @Test(arguments: [
        "undisclosed", "unknown", "none", "{ redacted: '[***]' }",
        "{ between: [USD 5, USD 10] }", "{ same-as: base/cap }",
    ])
    func `an amendment of a value in every state`(state: String) async throws {
        let console = try await InventedBook.console([
            Self.opening(
                "term-added: { term: t, kind: fee, set: { payer: a, payee: b, amount: \(state) } }")
        ])
        let template = await console.run(["new", "amendment", "x", "t.amount"])
        var values = Self.common
        values["amount"] = "USD 7"
        values["on"] = "2025-04-02"
        try await Self.expectAccepted(template.output, values, by: console)
    }

    @Test func `a correction of an event of every kind in the record`() async throws {
        let console = try await Fixture.events.console()
        let store = try #require(console.store("./book.deedbook"))
        let events = try await store.events(after: Position(0), limit: 1_000)
        var firsts: [EventKind: RecordedEvent] = [:]
        for event in events where firsts[event.event.kind] == nil {
            firsts[event.event.kind] = event
        }
        var corrected = 0
        for event in firsts.values.sorted(by: { $0.position < $1.position }) {
            let line = ["new", "correction", event.reference.description]
            let template = await console.run(line)
            guard template.status == 0 else {
                #expect(template.errors.contains("cannot be corrected"), "\(template.errors)")
                continue
            }
            corrected += 1
            try await Self.expectAccepted(template.output, Self.common, by: console)
        }
        #expect(corrected >= 15)
    }

    @Test func `a second amendment of one day has a key of its own`() async throws {
        let term = "term-added: { term: t, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }"
        let console = try await InventedBook.console([
            Self.opening(term),
            InventedBook.recording(
                "2025-04-02-x-amendment", "2025-04-02",
                "term-amended: { term: t, set: { amount: USD 2 } }"),
        ])
        let template = await console.run(["new", "amendment", "x", "t.amount"])
        #expect(template.output.contains("recording: 2025-04-02-x-amendment-2 "))
        var values = Self.common
        (values["amount"], values["on"]) = ("USD 7", "2025-04-03")
        try await Self.expectAccepted(template.output, values, by: console)
    }

    private static let common = [
        "title": "A deal", "zone": "Europe/Berlin", "name": "N", "term": "first.one",
        "on": "2024-06-01", "disclosed": "2025-04-02", "grade": "executed-text",
        "publisher": "the parties", "reason": "Misread.",
    ]

    /// Fills every marked place, and lets `check` read the file after what the book holds.
    private static func expectAccepted(
        _ template: String, _ values: [String: String], by console: Console,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var parties = ["a", "b"]
        var lines: [String] = []
        for line in template.components(separatedBy: "\n") {
            guard line.contains("# <- "), let colon = line.firstIndex(of: ":") else {
                lines.append(line)
                continue
            }
            let name = line[..<colon].trimmingCharacters(in: .whitespaces)
            let isAdmitted = line.contains("a short id of") && !parties.isEmpty
            let isDay = name == "on" && (lines.last?.contains("effective:") ?? false)
            let value: String? =
                isAdmitted ? parties.removeFirst() : isDay ? "2025-04-02" : values[name]
            lines.append(
                "\(line[...colon]) "
                    + (try #require(value, "\(name)", sourceLocation: sourceLocation)))
        }
        let text = lines.joined(separator: "\n")
        let head = try #require(lines.first { $0.hasPrefix("recording: ") })
        let key = head.split(separator: " ")[1]
        try await InventedBook.withFiles(["\(key).yaml": text]) { folder in
            let checked = await console.run(["check", "\(folder)/\(key).yaml", "--full"])
            #expect(
                checked.status == 0, "\(checked.errors)\n\(text)", sourceLocation: sourceLocation)
        }
    }
}
