import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Portfolio
import Questions
import Terms
import Testing

/// What a predicate finds through a group: the group for certain, its members perhaps.
struct GroupTests {
    private static let opening = """
        recording: opening
        agreement: story
        instrument: { kind: definitive, title: Story, effective: { on: 2020-01-01 } }
        disclosed: 2020-01-01
        sources: [{ id: own, grade: executed-text, publisher: the parties }]
        events:
          - agreement-recorded: { title: Story, zone: UTC }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - party-admitted: { party: c, name: C }
          - group-formed: { group: lenders, name: L, members: [{ party: b, role: agent }, { party: c }] }
          - term-added: { term: fee, kind: fee, set: { payer: a, payee: lenders, amount: USD 100 } }
          - member-left: { group: lenders, party: c, effective: { on: 2021-01-01 } }

        """

    @Test(
        arguments: [
            ("payee = lenders", "2020-06-01", ["fee"]), ("payee = b", "2020-06-01", ["fee?"]),
            ("party = c", "2020-06-01", ["fee?"]), ("not (payee = b)", "2020-06-01", ["fee?"]),
            ("payee = a", "2020-06-01", []), ("payer = a", "2020-06-01", ["fee"]),
            ("payee = c", "2020-12-31", ["fee?"]), ("payee = c", "2021-01-01", []),
            ("party = c", "2021-01-01", []), ("payee = b", "2021-01-01", ["fee?"]),
        ] as [(String, Day, [String])])
    func `a group is found for certain, and a member of it perhaps`(
        _ source: String, _ day: Day, _ expected: [String]
    ) async throws {
        let store = InMemoryStore(clock: { Instant(microseconds: 0) })
        for recording in try recordings(yaml: [Self.opening]) {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        let found = try await Book(store: store)
            .find(TermPredicate(source), from: Vantage(on: day))
        #expect(
            found.matches.map(\.id.text) + found.possible.map { "\($0.term.id)?" } == expected)
    }

    @Test(
        arguments: [
            ("payee = lenders", ["fee"]), ("payee = b", ["fee?"]), ("payee = a", ["fee?"]),
            ("not (payee = a)", ["fee?"]), ("payer = b", []),
        ] as [(String, [String])])
    func `where not every member is known, any party may be one`(
        _ source: String, _ expected: [String]
    ) async throws {
        let store = InMemoryStore(clock: { Instant(microseconds: 0) })
        let opening = Self.opening.replacing(
            "{ party: c }] }", with: "{ party: c }], members-complete: no }")
        for recording in try recordings(yaml: [opening]) {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        let found = try await Book(store: store)
            .find(TermPredicate(source), from: Vantage(on: "2020-06-01"))
        #expect(
            found.matches.map(\.id.text) + found.possible.map { "\($0.term.id)?" } == expected)
    }
}
