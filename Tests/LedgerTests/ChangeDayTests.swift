import DeedbookTesting
import Ledger
import Terms
import Testing

/// The days on which an agreement is known to change.
struct ChangeDayTests {
    @Test func `a day that only a report names is one of them`() throws {
        let story = try given(
            yaml: """
                recording: deal
                agreement: deal
                instrument: { kind: definitive, title: Deal, effective: { on: 2024-01-01 } }
                disclosed: 2024-01-01
                sources: [{ id: page, grade: secondary, publisher: a page }]
                events:
                  - agreement-recorded: { title: Deal, zone: UTC }
                  - party-admitted: { party: studio, name: Studio }
                  - party-admitted: { party: shop, name: Shop }
                  - term-added:
                      term: sale
                      kind: distribution
                      set: { grantor: studio, distributor: shop, exclusivity: exclusive }
                  - value-reported:
                      term: sale
                      field: exclusive-until
                      value: { until: 2026-07-01 }
                """)
        let reading = AgreementReading(
            "deal", history: story.events, from: Vantage(on: "2024-01-01"))
        #expect(reading.changeDays.contains("2026-07-01"))
    }
}
