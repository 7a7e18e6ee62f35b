import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Portfolio
import Questions
import Terms
import Testing

/// What a predicate finds where sources report more than is agreed, and where parties were succeeded.
struct ReportedAndSucceededTests {
    private static let events = """
        - agreement-recorded: { title: Story, zone: UTC }
        - party-admitted: { party: a, name: A }
        - party-admitted: { party: b, name: B }
        - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 100 } }
        - value-reported: { term: fee, field: amount, value: USD 90, cites: [best] }
        - value-reported: { term: fee, field: per, value: P1M, cites: [best] }
        - party-succeeded: { party: a, successor: c, name: C, effective: { on: 2021-01-01 } }
        - party-succeeded: { party: c, successor: d, name: D, effective: { on: 2023 } }
        """

    private static func find(_ source: String, on day: Day) async throws -> Portfolio {
        let lines = events.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let recordings = try recordings(yaml: [
            """
            recording: opening
            agreement: story
            instrument: { kind: definitive, title: Story, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources:
              - { id: own, grade: regulatory-filing, publisher: the parties }
              - { id: best, grade: executed-text, publisher: an exhibit }
            events:
            \(lines.replacing("amount: USD 100 } }", with: "amount: USD 100 }, cites: [own] }"))
            """
        ])
        let store = InMemoryStore(clock: { Instant(microseconds: 0) })
        for recording in recordings {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        return try await Book(store: store).find(TermPredicate(source), from: Vantage(on: day))
    }

    private static func found(_ source: String, on day: Day) async throws -> [String] {
        let answer = try await find(source, on: day)
        return answer.matches.map(\.id.text) + answer.possible.map { "\($0.term.id)?" }
    }

    @Test(arguments: [
        ("amount = USD 100", ["fee"]), ("amount > USD 95", ["fee"]), ("amount = USD 90", ["fee?"]),
        ("amount < USD 95", ["fee?"]), ("not (amount = USD 90)", ["fee"]),
        ("amount != USD 90", ["fee"]), ("amount != USD 100", ["fee?"]), ("amount = USD 7", []),
        ("per = P1M", ["fee?"]), ("per = P1Y", []), ("per is absent", ["fee"]),
        ("per is stated", []), ("per is reported", ["fee"]), ("amount is reported", ["fee"]),
        ("any is reported", ["fee"]), ("payer is reported", []),
        ("grade above regulatory-filing", ["fee?"]), ("grade = regulatory-filing", ["fee"]),
        ("amount = USD 90 and per = P1M", ["fee?"]), ("amount = USD 90 or payer = a", ["fee"]),
    ])
    func `what is agreed is certain, what is reported at most possible`(
        _ source: String, _ ids: [String]
    ) async throws {
        #expect(try await Self.found(source, on: "2020-06-01") == ids, "\(source)")
    }

    @Test func `a match by a report says so`() async throws {
        let possible = try await Self.find("amount < USD 95", on: "2020-06-01").possible
        #expect(
            possible.flatMap(\.doubts).map(\.description) == [
                "amount: reported, not agreed: USD 90 [executed-text]"
            ])
    }

    @Test(arguments: [
        ("payer = a", "2020-12-31", ["fee"]), ("payer = c", "2020-12-31", []),
        ("payer = a", "2021-01-01", ["fee"]), ("payer = c", "2021-01-01", ["fee"]),
        ("party = c", "2021-01-01", ["fee"]), ("payer != c", "2021-01-01", []),
        ("payer = b", "2021-01-01", []), ("payee = c", "2021-01-01", []),
        ("payer = d", "2022-12-31", []), ("payer = d", "2023-06-01", ["fee?"]),
        ("payer = c", "2023-06-01", ["fee"]), ("payer = d", "2023-12-31", ["fee"]),
        ("party in (d, x)", "2023-12-31", ["fee"]), ("party = a", "2023-12-31", ["fee"]),
    ])
    func `every name of a place finds it from the day of the succession`(
        _ source: String, _ day: Day, _ ids: [String]
    ) async throws {
        #expect(try await Self.found(source, on: day) == ids, "\(source) on \(day)")
    }

    @Test func `the sentence names who stands in the place`() async throws {
        let found = try await Self.find("payer = a", on: "2021-01-01").matches
        #expect(found.map(\.sentence) == ["c pays b a fee: USD 100"])
        #expect(found.first?.fields[.payer]?.displayText == "c, successor of a")
    }
}
