import EventStore
import GRDB
import Ledger
import Terms

/// The columns of events by which rows are chosen without being read: what is left out by them was not checked
/// against its entry. Those of one agreement are sealed together.
struct EventColumns {
    let agreement: AgreementID
    let seals: SealTable

    var scope: SealScope { SealScope("events", agreement.text) }

    static let question = """
        SELECT position, recording, kind, disclosed_latest FROM event
        WHERE agreement = ? AND version > ?
        """

    /// The seals of the agreement's events after a version, added up.
    func sum(after version: Int = 0) throws -> Int {
        var sum = 0
        let rows = try Row.fetchCursor(
            seals.db.cachedStatement(sql: Self.question), arguments: [agreement.text, version])
        while let row = try rows.next() {
            var content = SealedContent(of: "event")
            content.add(try row.number(at: 0))
            content.add(try row.text(at: 1))
            content.add(try row.text(at: 2))
            content.add(try row.number(at: 3))
            sum &+= seals.key.seal(content)
        }
        return sum
    }

    /// Whether they were sealed: not of an agreement whose events cannot be read.
    func areSealed() throws -> Bool { try seals.sum(of: scope) != 0 }

    /// Throws where they are not as they were sealed.
    func check() throws {
        guard try areSealed() else { return }
        try seals.check(
            sum(), of: scope,
            "table event: recording, kind or disclosed_latest of events of \(agreement)")
    }
}
