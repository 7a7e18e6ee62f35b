import Amendments
import Conflicts
import DeedbookTesting
import Journal
import Ledger
import Terms
import Testing

struct RealRecordTests {
    @Test func `dump`() throws {
        let story = try given(folder: "Events")
        let report = ConflictReport(story.views(), asked: [], over: "2019-01-01"..."2030-01-01")
        for c in report.conflicts + report.settled {
            print(c.rule.rawValue, c.certainty, c.isResolved ? "SETTLED" : "", c.from, c.to.map{"\($0)"} ?? "-", c.sides.map { "\($0.agreement)/\($0.term)" }, c.openDimensions.map(\.rawValue), "closed:", c.closedBy.map(\.reference.description), c.goesOn, c.disputes.map(\.state))
        }
    }
}
