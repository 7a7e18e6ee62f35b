import Amendments
public import EventStore
import GRDB
public import Ledger
import Terms

extension SQLiteStore: NeighbourStore {
    public func neighbours(
        on ground: Set<CommonGround>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await snapshot { db in
            guard try DerivedTables.common.isThere(in: db),
                try SQLiteDerived(db: db).isCurrent()
            else { return nil }
            let statement = try CommonQuery.neighbours.statement(in: db)
            var found: [AgreementID: AgreementHead] = [:]
            for ground in ground {
                let rows = try Row.fetchCursor(
                    statement, arguments: [CommonRow.party(of: ground)])
                while let row = try rows.next() {
                    let head = try Self.head(row)
                    found[head.id] = head
                }
            }
            return found.values.sorted { $0.id < $1.id }
        }
    }
}
