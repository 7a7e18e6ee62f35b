import Amendments
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Terms
import Testing

/// A conformed copy that is written as a table and read again says of every field what it said.
struct TermTableCopyTests {
    /// Terms with values of every type and state, and texts that a cell could lose something of.
    private static let terms = [
        "a, kind: other, set: { text: \"  two lines,\\n\\\"quoted\\\" \\n\" }",
        "b, kind: other, set: { text: '=1+1' }", "c, kind: other, set: { text: \"'=1+1\" }",
        "d, kind: other, set: { text: '{ redacted: no }' }",
        "e, kind: other, set: { text: '[***] is not in brackets' }",
        "f, kind: other, set: { text: { stated: undisclosed } }",
        "g, kind: other, set: { text: \"\\u200Bhidden\\t\\u202E\" }",
        "h, kind: other, set: { text: { redacted: '[***]' } }",
        "i, kind: other, set: { text: '{ stated: \"}' }", "j, kind: other, set: { text: \"'\" }",
        "k, kind: fee, set: { payer: p, payee: q, amount: { between: [USD 1, USD 2.50] }, per: P1Q }",
        "l, kind: fee, set: { payer: unknown, payee: q, amount: undisclosed, ends: { until: 2031 } }",
        "m, kind: fee, set: { payer: p, payee: q, amount: { same-as: k/amount }, ends: open }",
        "n, kind: royalty, set: { payer: p, payee: q, rate: '12.5% of sales, net', cap: none }",
        "o, kind: license-grant, set: { grantor: p, grantee: q, subject: s, exclusivity: sole, "
            + "products: all, territories: { only: [de, at] }, channels: { all-except: [web] }, "
            + "exclusive-until: { first-of: [{ upon: c }, { through: 2031-05 }] } }",
        "r, kind: volume-commitment, set: { obligor: p, beneficiary: q, quantity: 1200, "
            + "starts: { announced: 2024-01 }, ends: { between: [2030-01, 2030-03] }, survival: yes }",
        "s, kind: cap, set: { on: n, amount: USD 10, ends: { after: { of: { upon: c }, period: P1Y } } }",
        "t, kind: sunset, set: { condition: c, effect: ends, ends: { through: 2030~ } }",
    ]

    private static let opening = """
        recording: opening
        agreement: x
        instrument: { kind: definitive, title: X, signed: 2024-01-01, effective: { on: 2024-01-01 } }
        disclosed: 2024-01-01
        sources:
          - { id: s, grade: executed-text, publisher: the parties }
        events:
          - agreement-recorded: { title: "X\\u200F; \\"Y\\" = Z", zone: Europe/Oslo }
          - party-admitted: { party: p, name: "P; Q = R", role: licensor }
          - party-admitted: { party: q, name: "Q\\u202E (UK)" }
          - condition-defined: { condition: c, text: "what,\\u00AD if" }
        \(terms.map { "  - term-added: { term: \($0) }" }.joined(separator: "\n"))
        """

    private static func copy(of recordings: [Recording]) async throws -> ConformedCopy {
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        for recording in recordings { _ = try await book.record(recording, by: "ana") }
        return try await book.conformedCopy(of: "x", from: Vantage(on: "2025-01-01"))
    }

    private static func values(_ copy: ConformedCopy) -> [TermID: [FieldName: ValueState]] {
        copy.terms.reduce(into: [:]) { values, term in
            values[term.id] = term.fields.reduce(into: [:]) { $0[$1.name] = $1.value }
        }
    }

    @Test func `what changed since a term began is not known of the days before the copy`()
        async throws
    {
        let change = """
            recording: change
            agreement: x
            instrument: { kind: amendment, title: C, signed: 2024-06-01, effective: { on: 2024-06-01 } }
            disclosed: 2024-06-01
            sources:
              - { id: s, grade: executed-text, publisher: the parties }
            events:
              - term-amended: { term: k, set: { amount: USD 7 } }
              - term-amended: { term: a, set: { text: new } }
            """
        let before = try await Self.copy(
            of: [Self.opening, change].map { text in
                let (recording, problems) = Journal.recording(yaml: text)
                return try #require(recording, "\(problems)")
            })
        let text = TermTable.text(of: before).text
        let reading = try TermTable(Array(text.utf8), file: "copy.csv")
            .reading(knowing: TableKnowledge())
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        let book = Book(store: InMemoryStore(clock: { Instant(microseconds: 0) }))
        for draft in reading.drafts { _ = try await book.record(draft.recording, by: "ana") }
        let after = try await book.conformedCopy(of: "x", from: Vantage(on: "2025-01-01"))
        #expect(Self.values(after) == Self.values(before))
        #expect(TermTable.text(of: after).text == text)
        let earlier = Self.values(
            try await book.conformedCopy(of: "x", from: Vantage(on: "2024-12-31")))
        #expect(earlier["k"]?[.amount] == .unknown)
        #expect(earlier["a"]?[.text] == .unknown)
        #expect(earlier["k"]?[.payer] == Self.values(before)["k"]?[.payer])
    }

    @Test func `every sort of value comes back as it was`() async throws {
        let (recording, problems) = Journal.recording(yaml: Self.opening)
        let before = try await Self.copy(of: [try #require(recording, "\(problems)")])
        let (text, leftOut) = TermTable.text(of: before)
        #expect(leftOut.isEmpty, "\(leftOut)")
        let reading = try TermTable(Array(text.utf8), file: "copy.csv")
            .reading(knowing: TableKnowledge())
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        let after = try await Self.copy(of: reading.drafts.map(\.recording))
        #expect(Self.values(before).count == Self.terms.count)
        for (term, fields) in Self.values(before) {
            for (name, value) in fields {
                #expect(Self.values(after)[term]?[name] == value, "\(term)/\(name)")
            }
        }
        #expect(after.title == before.title && after.zone == before.zone)
        #expect(after.parties.map(\.name) == before.parties.map(\.name))
        #expect(after.parties.map(\.role) == before.parties.map(\.role))
        #expect(after.conditions.map(\.text) == before.conditions.map(\.text))
        #expect(TermTable.text(of: after).text == text)
    }
}
