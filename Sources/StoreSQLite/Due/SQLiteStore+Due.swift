import Amendments
public import EventStore
import GRDB
public import Terms

extension SQLiteStore: DueStore {
    public func agreements(
        dueIn days: ClosedRange<Day>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await snapshot { db in
            guard try DerivedTables.due.isThere(in: db), try SQLiteDerived(db: db).isCurrent()
            else { return nil }
            let statement = try DueQuery.inBlocks.statement(in: db)
            var found: [AgreementID: AgreementHead] = [:]
            for level in DayBlock.levels {
                let numbers = DayBlock.numbers(of: days, at: level)
                let rows = try Row.fetchCursor(
                    statement, arguments: [level, numbers.lowerBound, numbers.upperBound])
                while let row = try rows.next() {
                    let head = try Self.head(row)
                    found[head.id] = head
                }
            }
            return found.values.sorted { $0.id < $1.id }
        }
    }
}
