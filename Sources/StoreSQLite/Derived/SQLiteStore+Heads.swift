import Amendments
public import EventStore
import GRDB
public import Ledger
public import Terms

// Which agreements a question about many must read, by the derived tables.
extension SQLiteStore: NeighbourStore, DueStore {
    public func neighbours(
        on ground: Set<CommonGround>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await heads(
            in: CommonRow.self, by: CommonRow.heads, ground.map { [CommonRow.party(of: $0)] })
    }

    public func agreements(
        dueIn days: ClosedRange<Day>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await heads(
            in: DueRow.self, by: DueRow.heads,
            DayBlock.levels.map { level in
                let numbers = DayBlock.numbers(of: days, at: level)
                return [level, numbers.lowerBound, numbers.upperBound]
            })
    }

    /// What a statement finds for any of some keys, in the order of ids; nil where the table cannot be believed.
    private func heads(
        in table: any DerivedRow.Type, by sql: String, _ keys: [StatementArguments]
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await snapshot { db in
            guard try table.isThere(in: db), try SQLiteDerived(db: db).isCurrent() else {
                return nil
            }
            let statement = try db.cachedStatement(sql: sql)
            var found: [AgreementID: AgreementHead] = [:]
            for key in keys {
                let rows = try Row.fetchCursor(statement, arguments: key)
                while let row = try rows.next() {
                    let head = try Self.head(row)
                    found[head.id] = head
                }
            }
            return found.values.sorted { $0.id < $1.id }
        }
    }
}

extension DerivedRow {
    /// The statement that finds an agreement's id, its version, and the position of its first event.
    static func headsQuery(where condition: String) -> String {
        """
        SELECT agreement.id, agreement.version, event.position
        FROM \(table) JOIN agreement ON agreement.id = \(table).agreement
            JOIN event ON event.agreement = agreement.id AND event.version = 1
        WHERE \(condition)
        """
    }
}
