import Amendments
import EventStore
import GRDB

// What a file must be before anything is read of it, by a reader that does not audit it.
extension SQLiteStore {
    /// Throws where a table is not one of a book, or events were taken from its end. To be asked in a transaction.
    static func checkShape(_ db: Database, path: String) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table' OR type = 'view'")
        var found: [String: String] = [:]
        while let row = try rows.next() {
            found[try row.text(at: 0)] = try row.optionalText(at: 1)
        }
        for (name, sql) in V2.tables.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            throw DeedbookError.notABook(
                path: path,
                detail: "the file is damaged: the table \(name) is not as a book has it; "
                    + "deedbook verify states what is wrong")
        }
        let last = try LastNumber(of: "event", by: "position", in: db)
        guard last.given == last.found else {
            throw DeedbookError.corrupted(
                Position(last.found),
                detail:
                    "it is the last, and the last that was ever given is \(Position(last.given))")
        }
    }
}

extension V2 {
    /// The tables of what is recorded, by name, each as it is made.
    fileprivate static let tables: [String: String] = {
        let statements = sql.split(separator: ";\n\n").map(String.init)
            .filter { $0.hasPrefix("CREATE TABLE ") && !$0.hasPrefix("CREATE TABLE piece") }
        return Dictionary(
            uniqueKeysWithValues: statements.map { ($0.split(separator: " ")[2].description, $0) })
    }()
}
