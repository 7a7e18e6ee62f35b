import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Checking costs as much as there is to check.
@Suite(.serialized) struct ValidationWorkTests {
    /// An agreement whose one recording adds so many terms and amends each, and whose next one amends one again.
    private static func history(_ terms: Int) -> [RecordedEvent] {
        var opening = recorded(
            "opening", kind: .definitive, signed: "2020-01-01", effective: .on("2020-01-01"),
            Event(AgreementRecorded(title: "Story", zone: "UTC")),
            Event(PartyAdmitted(party: "a", name: "A")),
            Event(PartyAdmitted(party: "b", name: "B")))
        let ids = (0..<terms).map { TermID("t\($0)") ?? "t" }
        opening.events += ids.map { id in
            Event(
                TermAdded(
                    term: id, kind: .fee,
                    set: fields([.payer: "a", .payee: "b", .amount: "USD 10"])))
        }
        opening.events += ids.map { id in
            Event(
                TermAmended(
                    term: id, was: fields([.amount: "USD 10"]), set: fields([.amount: "USD 20"])),
                effective: .on("2021-01-01"))
        }
        let header = RecordingHeader(
            of: opening, recorder: "ana", recordedAt: Instant(microseconds: 0))
        return opening.events(from: Position(1), under: header)
    }

    @Test func `the work of checking a recording grows as its terms`() {
        let growth = Growth.eightfold(250, of: Self.history) { history in
            let found = Validation.violations(of: "story", history: history, from: 0)
            #expect(found.isEmpty, "\(found.first?.message ?? "")")
        }
        #expect(Growth.isLinear(growth), "eight times the terms take \(growth) times the work")
    }

    @Test func `the work of finding a mistake in each term grows as the terms`() {
        let growth = Growth.eightfold(150) { terms in
            Self.history(terms).map { event in
                var event = event
                if var payload = event.event.payload as? TermAmended {
                    payload.was = fields([.amount: "USD 11"])
                    event.event.payload = payload
                }
                return event
            }
        } _: { history in
            let found = Validation.violations(of: "story", history: history, from: 0)
            #expect(found.count == (history.count - 3) / 2)
        }
        #expect(Growth.isLinear(growth), "eight times the terms take \(growth) times the work")
    }
}
