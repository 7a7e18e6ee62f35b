import GRDB

/// The tables beside the pieces that are derived from the events: they are written in the transaction that appends
/// them, may be dropped and made again, and so are not append-only.
///
/// Version 2 of the schema came without them; they are made, with the indexes that it came without, by the next
/// append or a rebuild. A book without them is sound, and answers the same: more slowly.
enum DerivedTables: String, CaseIterable {
    /// Which events of an agreement an answer about some days rests on; see `StepIndex`.
    ///
    /// A row is one line: an event of the frame (`term` and `field` are empty), or a plain step of one field. Days
    /// are counted from 1970-01-01. The key is the order in which the steps of a field govern.
    case step
    /// What agreements have in common; see `CommonGround`. A row is a party that an agreement names; an empty
    /// party says that it has a vocabulary.
    case common
    /// On which days something of an agreement may fall; see `DayBlock`. A row is a block that may have such a day in
    /// it.
    case due

    var sql: String {
        switch self {
        case .step:
            """
            CREATE TABLE step (
                agreement TEXT NOT NULL,
                term TEXT NOT NULL,
                field TEXT NOT NULL,
                begins INTEGER NOT NULL,
                agreed INTEGER NOT NULL,
                number INTEGER NOT NULL,
                position INTEGER NOT NULL,
                disclosed INTEGER NOT NULL,
                PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
            ) STRICT, WITHOUT ROWID
            """
        case .common:
            """
            CREATE TABLE common (
                agreement TEXT NOT NULL,
                party TEXT NOT NULL,
                PRIMARY KEY (agreement, party)
            ) STRICT, WITHOUT ROWID
            """
        case .due:
            """
            CREATE TABLE due (
                agreement TEXT NOT NULL,
                level INTEGER NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (agreement, level, number)
            ) STRICT, WITHOUT ROWID
            """
        }
    }

    /// Every column, in order.
    var columns: String {
        switch self {
        case .step: StepQuery.columns
        case .common: CommonQuery.columns
        case .due: DueQuery.columns
        }
    }

    func isThere(in db: Database) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
            arguments: [rawValue]) != 0
    }

    /// Takes every row out, of the pieces too.
    static let emptying = (["piece"] + allCases.map(\.rawValue))
        .map { "DELETE FROM \($0)" }.joined(separator: "; ")

    /// Whether the book lacks one.
    static func areMissing(in db: Database) throws -> Bool {
        try allCases.contains { try !$0.isThere(in: db) }
    }

    /// Makes the tables and indexes that are not there, and the book one of today's format. What is derived is then
    /// derived anew, if a table was made.
    static func make(in db: Database) throws {
        let missing = try allCases.filter { try !$0.isThere(in: db) }
        if !missing.isEmpty {
            try db.inSavepoint {
                for table in missing { try db.execute(sql: table.sql) }
                try db.execute(sql: "DELETE FROM piece_head")
                return .commit
            }
        }
        try PieceIndexes.make(in: db)
        if try Int.fetchOne(db, sql: "PRAGMA user_version") != SQLiteStore.formatVersion {
            try db.execute(sql: "PRAGMA user_version = \(SQLiteStore.formatVersion)")
        }
    }
}
