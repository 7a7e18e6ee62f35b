import Amendments
import GRDB
import Terms

/// One row of the table of days on which something of an agreement may fall.
struct DueRow: Hashable, Sendable {
    let agreement: String
    let level: Int
    let number: Int

    init(_ block: DayBlock, of agreement: AgreementID) {
        self.agreement = agreement.text
        level = block.level
        number = block.number
    }

    /// - Parameter row: the columns in their order.
    init(_ row: Row) throws {
        agreement = try row.decode(String.self, atIndex: 0)
        level = try row.decode(Int.self, atIndex: 1)
        number = try row.decode(Int.self, atIndex: 2)
    }

    /// Puts it there where it is not there yet.
    func insert(into db: Database, table: String = DerivedTables.due.rawValue) throws {
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO \(table) (\(DueQuery.columns)) VALUES (?, ?, ?)"
        ).execute(arguments: [agreement, level, number])
    }
}
