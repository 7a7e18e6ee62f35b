import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Portfolio
import Questions
import Terms
import Testing

/// What a term of one book satisfies, fails, or leaves open.
struct VerdictTests {
    static let terms = """
        - agreement-recorded: { title: Story, zone: UTC }
        - party-admitted: { party: a, name: A }
        - party-admitted: { party: b, name: B }
        - term-added:
            term: share
            kind: revenue-share
            set: { payer: a, payee: b, rate: 20% of revenue, cap: undisclosed,
                ends: { through: 2030 } }
        - term-added:
            term: hidden
            kind: revenue-share
            set: { payer: b, payee: a, rate: undisclosed }
        - term-added:
            term: range
            kind: revenue-share
            set: { payer: b, payee: undisclosed, rate: { between: [10% of revenue, 20% of revenue] },
                cap: none }
        - term-added:
            term: fee
            kind: fee
            set: { payer: a, payee: b, amount: USD 10.50, per: P3M, ends: { until: 2030-01-01 } }
        - term-added:
            term: later
            kind: fee
            set: { payer: a, payee: b, amount: EUR 7, starts: { from: 2028-01-01 } }
        """

    static func found(_ source: String, among terms: String = VerdictTests.terms) async throws
        -> [String]
    {
        let lines = terms.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let recordings = try recordings(yaml: [
            """
            recording: opening
            agreement: story
            instrument: { kind: definitive, title: Story, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources: [{ id: source, grade: named-press, publisher: the parties }]
            events:
            \(lines)
            """
        ])
        let store = InMemoryStore(clock: { Instant(microseconds: 0) })
        for recording in recordings {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        let answer = try await Book(store: store)
            .find(TermPredicate(source), from: Vantage(on: "2026-01-01"))
        return answer.matches.map(\.id.text) + answer.possible.map { "\($0.term.id)?" }
    }

    @Test(arguments: [
        ("rate > 15%", ["share", "hidden?", "range?"]),
        ("rate > 20%", ["hidden?"]), ("rate >= 10%", ["range", "share", "hidden?"]),
        ("rate < 9.9999%", ["hidden?"]), ("rate = 20%", ["share", "hidden?", "range?"]),
        ("not (rate > 15%) and kind = revenue-share", ["hidden?", "range?"]),
        ("kind = revenue-share and cap is undisclosed", ["share"]),
        ("cap is none", ["range"]), ("cap > USD 1", ["share?"]),
        ("kind = revenue-share and cap is absent", ["hidden"]),
        ("party = a", ["fee", "hidden", "share", "range?"]), ("payer = a", ["fee", "share"]),
        ("any is undisclosed", ["hidden", "range", "share"]),
        ("ends before 2030-01-01", ["fee"]), ("ends before 2030-06-01", ["fee", "share?"]),
        ("ends after 2030-12-31", []),
        ("ends < 2031", ["fee", "share"]), ("ends = 2030", ["share"]),
        ("ends <= 2030-12-31", ["fee", "share"]),
        ("amount = USD 10.5", ["fee"]), ("amount > EUR 1", ["fee?"]),
        ("amount = EUR 1", []), ("amount != EUR 1", ["fee"]),
        ("per = 3 months", ["fee"]), ("per <= 1 quarter", ["fee"]), ("per < 92 days", ["fee?"]),
        ("per < 94 days", ["fee"]), ("per > 84 days", ["fee?"]),
        ("status = not-yet", ["later"]),
        (
            "status in (not-yet, in-force) and kind = fee",
            ["fee", "later"]
        ), ("grade below regulatory-filing and kind = fee", ["fee"]),
        ("grade above named-press", []), ("term in (fee, later)", ["fee"]),
        ("rate > 15% or kind = fee", ["fee", "share", "hidden?", "range?"]),
        ("agreement = story and kind = fee", ["fee"]), ("agreement = other", []),
    ])
    func `known, open and false are distinguished`(_ source: String, _ ids: [String]) async throws {
        #expect(try await Self.found(source) == ids, "\(source)")
    }

    @Test(arguments: [
        ("amount > USD 90", ["near", "open?"]), ("amount > USD 100", ["near?", "open?"]),
        ("amount > USD 110", ["open?"]), ("amount = USD 100", ["near?", "open?"]),
        ("amount = USD 200", ["open?"]), ("not (amount > USD 110)", ["near", "open?"]),
        ("amount is about", ["near", "open"]), ("amount is stated", []),
    ])
    func `an approximate amount is certain only outside its tolerance`(
        _ source: String, _ ids: [String]
    ) async throws {
        let approximate = """
            - agreement-recorded: { title: Story, zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - term-added:
                term: near
                kind: fee
                set: { payer: a, payee: b, amount: { about: { value: USD 100, within: 5% } } }
            - term-added:
                term: open
                kind: fee
                set: { payer: a, payee: b, amount: { about: USD 100 } }
            """
        #expect(try await Self.found(source, among: approximate) == ids, "\(source)")
    }

    @Test(arguments: [
        ("rate = 1/3", ["third"]), ("rate = 33.3333%", []), ("rate > 33.3333%", ["third"]),
        ("rate < 33.3334%", ["third"]), ("rate != 2/6", []), ("rate <= 1/3", ["third"]),
    ])
    func `a third is found as what it is`(_ source: String, _ ids: [String]) async throws {
        let third = """
            - agreement-recorded: { title: Story, zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - term-added:
                term: third
                kind: royalty
                set: { payer: a, payee: b, rate: 33 1/3% of revenue }
            """
        #expect(try await Self.found(source, among: third) == ids, "\(source)")
    }
}
