import Journal
import Notation
import Terms
import Testing

/// Words that people write for ours: each is refused with the one that may be meant.
struct UsualWordTests {
    @Test(arguments: [
        ("kind: licence", "did you mean license-grant? expected one of"),
        ("kind: MFN", "did you mean most-favoured?"),
        ("kind: Courts", "did you mean dispute-forum?"),
    ])
    func `a word of people is refused with ours`(written: String, cure: String) throws {
        let text = """
            recording: deal
            agreement: harbor
            instrument: { kind: definitive, title: T }
            disclosed: 2026-03-31
            sources: [ { id: paper, grade: executed-text, publisher: P } ]
            events:
              - term-added:
                  term: fee
                  \(written)
                  set: { payer: a, payee: b, amount: USD 1 }

            """
        let (recording, problems) = Journal.recording(yaml: text)
        #expect(recording == nil)
        #expect(problems.contains { $0.hint?.contains(cure) == true }, "\(problems)")
    }

    @Test(arguments: [
        (
            "up to USD 563 million",
            "an amount that may be lower is { between: [USD 0, USD 563000000] }"
        ),
        ("TBD", "expected a currency and an amount"), ("ABC 5", "'ABC' is no currency"),
        ("EUR 1.000,50", "amounts have no separators: write EUR 1000.50"),
        ("EUR 0,500", "amounts have no separators: write EUR 0.500"),
    ])
    func `an amount that is none is refused with what to write`(written: String, cure: String) {
        var problems = Problems()
        #expect(Money.codec.decode(Node(.plain(written)), &problems) == nil)
        #expect(problems.all.first?.hint?.hasPrefix(cure) == true, "\(problems.all)")
    }
}
