import Amendments
import EventStore
import GRDB
import Terms

/// One row of a table that is derived from the events, whatever it says.
///
/// Such a table is written in the transaction that appends the events, may be dropped and made again, and so is not
/// append-only.
protocol DerivedRow: Hashable, Sendable {
    /// The table's name.
    static var table: String { get }
    /// The statement that makes the table; nil where version 2 of the schema does.
    static var definition: String? { get }
    /// Whose row it is.
    var agreement: String { get }
    /// In the order in which rows are read and written.
    static var columns: String { get }
    /// Whether an append may add what is there already.
    static var mayBeThere: Bool { get }

    /// What stands there of one agreement.
    static func rows(
        of derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [Self]

    /// - Parameter row: the columns in their order.
    init(_ row: Row) throws
    /// In the order of the columns.
    var values: StatementArguments { get }
    /// The scopes in whose sums its seal is; none where it has a seal of its own.
    var scopes: [SealScope] { get }
    /// What its seal is over.
    var content: SealedContent { get }

    /// In the order in which what is wrong with them is reported.
    static func precedes(_ lhs: Self, _ rhs: Self) -> Bool
    /// What is wrong where it is missing, or stands there though it should not.
    func fault(isMissing: Bool) -> Fault
    /// What is wrong with the rows of one agreement that are found.
    static func faults(in found: [Self], expected: [Self]) -> [Fault]
}

extension DerivedRow {
    static var mayBeThere: Bool { false }

    func seal(under key: SealKey) -> Int { key.seal(content) }

    static func faults(in found: [Self], expected: [Self]) -> [Fault] {
        func faults(_ rows: Set<Self>, isMissing: Bool) -> [Fault] {
            rows.sorted(by: precedes).map { $0.fault(isMissing: isMissing) }
        }
        let (found, expected) = (Set(found), Set(expected))
        return faults(expected.subtracting(found), isMissing: true)
            + faults(found.subtracting(expected), isMissing: false)
    }
}

// What is asked of a table.
extension DerivedRow {
    static var columnCount: Int { columns.split(separator: ",").count }

    /// The rows of one agreement.
    static var selection: String { "SELECT \(columns) FROM \(table) WHERE agreement = ?" }

    /// - Parameter name: of the table, where it is another of the same columns.
    static func removal(from name: String = table) -> String {
        "DELETE FROM \(name) WHERE agreement = ?"
    }

    /// The rows of one agreement as they stand, under whatever name.
    static func found(under name: String, in db: Database) throws -> [Self] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: selection), arguments: [name])
        var found: [Self] = []
        while let row = try rows.next() { found.append(try Self(row)) }
        return found
    }

    /// Puts rows there.
    ///
    /// - Parameter inserted: called with each that was not there before.
    static func insert(
        _ rows: [Self], into db: Database, table name: String = table,
        _ inserted: (Self) throws -> Void = { _ in }
    ) throws {
        if rows.isEmpty { return }
        let places = repeatElement("?", count: columnCount).joined(separator: ", ")
        let insertion = try db.cachedStatement(
            sql: "INSERT\(mayBeThere ? " OR IGNORE" : "") INTO \(name) (\(columns)) "
                + "VALUES (\(places))")
        for row in rows {
            try insertion.execute(arguments: row.values)
            if db.changesCount == 1 { try inserted(row) }
        }
    }

    /// Puts all of one agreement there.
    ///
    /// - Parameter inserted: called with each row that was not there before.
    static func insert(
        _ derived: Derived, of agreement: AgreementID, under key: SealKey,
        into db: Database, table name: String = table,
        _ inserted: (any DerivedRow) throws -> Void = { _ in }
    ) throws {
        try insert(
            rows(of: derived, of: agreement, under: key), into: db, table: name, inserted)
    }

    static func remove(
        _ agreement: AgreementID, from db: Database, table name: String = table
    ) throws {
        try db.cachedStatement(sql: removal(from: name)).execute(arguments: [agreement.text])
    }
}
