import EventStore
import GRDB

/// The sums of the sealed rows, by scope.
///
/// A row is a scope, its sum, the next scope there is, and a seal over these three. The first row is of the empty
/// scope, and the last names an empty one as the next. So a row shows as well that no scope lies between it and the
/// next: that a scope has no rows is shown by the row before it, as NSEC records (RFC 4034) show that a name is not
/// there. A scope whose last row goes, goes too.
struct SealTable {
    let db: Database
    let key: SealKey

    /// - Parameter key: for an audit; otherwise that of the book that is open.
    init(in db: Database, under key: SealKey? = nil) throws {
        self.db = db
        self.key = try key ?? SealKey(in: db)
    }

    static let table = "seal"
    static let definition = """
        CREATE TABLE seal (
            scope TEXT PRIMARY KEY,
            sum INTEGER NOT NULL,
            next TEXT NOT NULL,
            seal INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    private struct Sum {
        let scope: SealScope
        var sum: Int
        var next: SealScope

        func seal(under key: SealKey) -> Int {
            var content = SealedContent(of: table)
            content.add(scope.text)
            content.add(sum)
            content.add(next.text)
            return key.seal(content)
        }

        /// Whether no scope lies between it and another one, which is not before it.
        func reaches(beyond scope: SealScope) -> Bool { next.text.isEmpty || scope < next }
    }

    /// What is asked of it.
    enum Question: String, CaseIterable {
        case upTo = """
            SELECT scope, sum, next, seal FROM seal WHERE scope <= ? ORDER BY scope DESC LIMIT 1
            """
        case before = """
            SELECT scope, sum, next, seal FROM seal WHERE scope < ? ORDER BY scope DESC LIMIT 1
            """
        case between = """
            SELECT scope, sum, next, seal FROM seal WHERE scope >= ? AND scope <= ? ORDER BY scope
            """
        case insert = "INSERT INTO seal (sum, next, seal, scope) VALUES (?, ?, ?, ?)"
        case update = "UPDATE seal SET sum = ?, next = ?, seal = ? WHERE scope = ?"
        case remove = "DELETE FROM seal WHERE scope = ?"

        func statement(in db: Database) throws -> Statement {
            try db.cachedStatement(sql: rawValue)
        }
    }
}

// What is read.
extension SealTable {
    /// Throws where rows that were all of some scope do not add up to its sum.
    ///
    /// - Parameter rows: what they are, in the words of the table.
    func check(_ sum: Int, of scope: SealScope, _ rows: @autoclosure () -> String) throws {
        guard try sum == self.sum(of: scope) else { throw Self.notAsWritten(rows()) }
    }

    /// Throws where rows that were all of some scopes do not add up to their sums.
    func check(
        _ sum: Int, of scopes: ClosedRange<SealScope>, _ rows: @autoclosure () -> String
    ) throws {
        let expected = try sums(of: scopes).reduce(0) { $0 &+ $1.sum }
        guard sum == expected else { throw Self.notAsWritten(rows()) }
    }

    /// The sum of a scope; 0 for one that has no rows.
    func sum(of scope: SealScope) throws -> Int {
        let row = try lastRow(upTo: scope)
        return row.scope == scope ? row.sum : 0
    }

    /// One number for all sums and their scopes.
    ///
    /// - Parameter key: one that no one knows who may have written the sums; those that are altered together could
    ///   give the same number under another.
    func total(under key: SealKey) throws -> Int {
        let first = try lastRow(upTo: SealScope(text: ""))
        var total = Self.total(of: [(first.scope, first.sum)], under: key)
        try eachRow(after: first, through: SealScope(text: "\u{10FFFF}")) { row in
            total &+= Self.total(of: [(row.scope, row.sum)], under: key)
        }
        return total
    }

    /// Every scope of a range, with its sum.
    func sums(of scopes: ClosedRange<SealScope>) throws -> [(scope: SealScope, sum: Int)] {
        var sums: [(SealScope, Int)] = []
        let before = try row(.before, scopes.lowerBound)
        try eachRow(after: before, from: scopes.lowerBound, through: scopes.upperBound) { row in
            sums.append((row.scope, row.sum))
        }
        return sums
    }

    /// One number for all sums and their scopes, of the table or of changes that are added up.
    static func total(of sums: some Sequence<(SealScope, Int)>, under key: SealKey) -> Int {
        sums.reduce(0) { total, entry in
            var content = SealedContent(of: "scope")
            content.add(entry.0.text)
            return total &+ entry.1 &* (key.seal(content) | 1)
        }
    }

    /// The rows of a run of scopes, none left out.
    ///
    /// - Parameters:
    ///   - before: the last row that is before them.
    ///   - first: where they begin; nil for the scope of that row, which is not handed over.
    private func eachRow(
        after before: Sum, from first: SealScope? = nil, through end: SealScope,
        _ body: (Sum) -> Void
    ) throws {
        var last = before
        let rows = try Row.fetchCursor(
            Question.between.statement(in: db),
            arguments: [(first ?? before.next).text, end.text])
        while let found = try rows.next() {
            let row = try checked(found)
            guard last.next == row.scope else { throw Self.gone(after: last) }
            body(row)
            last = row
        }
        guard last.reaches(beyond: end) else { throw Self.gone(after: last) }
    }

    /// The row of a scope, or the last one before it, which names as the next one that is after it.
    private func lastRow(upTo scope: SealScope) throws -> Sum {
        let row = try row(.upTo, scope)
        guard row.scope == scope || row.reaches(beyond: scope) else { throw Self.gone(after: row) }
        return row
    }

    private func row(_ question: Question, _ scope: SealScope) throws -> Sum {
        let rows = try Row.fetchCursor(question.statement(in: db), arguments: [scope.text])
        guard let row = try rows.next() else { throw Self.broken("its first row is not there") }
        return try checked(row)
    }

    private func checked(_ row: Row) throws -> Sum {
        let sum = Sum(
            scope: SealScope(text: try row.text(at: 0)), sum: try row.number(at: 1),
            next: SealScope(text: try row.text(at: 2)))
        guard sum.sum != 0 || sum.scope.text.isEmpty else {
            throw Self.broken("the row of \(Self.shown(sum.scope)) is of no rows")
        }
        guard try row.number(at: 3) == sum.seal(under: key) else {
            throw Self.broken("the row of \(Self.shown(sum.scope)) is not as it was written")
        }
        return sum
    }
}

// What is written.
extension SealTable {
    /// Makes the first row, where there is none.
    func begin() throws {
        let first = Sum(scope: SealScope(text: ""), sum: 0, next: SealScope(text: ""))
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM seal WHERE scope = ''")
        if count == 0 { try write(first, .insert) }
    }

    func apply(_ change: SealChange) throws {
        for (scope, sum) in change.sums.sorted(by: { $0.key < $1.key }) where sum != 0 {
            try add(sum, to: scope)
        }
        for (scope, sum) in change.known.sorted(by: { $0.key < $1.key }) {
            let found = try self.sum(of: scope)
            if found != sum { try add(sum &- found, to: scope) }
        }
    }

    private func add(_ number: Int, to scope: SealScope) throws {
        var found = try lastRow(upTo: scope)
        if found.scope != scope {
            try write(Sum(scope: scope, sum: number, next: found.next), .insert)
            found.next = scope
            return try write(found, .update)
        }
        found.sum &+= number
        if found.sum != 0 { return try write(found, .update) }
        var before = try row(.before, scope)
        before.next = found.next
        try Question.remove.statement(in: db).execute(arguments: [scope.text])
        try write(before, .update)
    }

    private func write(_ sum: Sum, _ question: Question) throws {
        try question.statement(in: db).execute(arguments: [
            sum.sum, sum.next.text, sum.seal(under: key), sum.scope.text,
        ])
    }
}

// What is wrong.
extension SealTable {
    static func notAsWritten(_ rows: String) -> DeedbookError { .derivedAltered(detail: rows) }

    private static func broken(_ detail: String) -> DeedbookError {
        .derivedAltered(detail: "table seal: \(detail)")
    }

    private static func gone(after row: Sum) -> DeedbookError {
        broken("the row after \(shown(row.scope)) is not there")
    }

    private static func shown(_ scope: SealScope) -> String {
        let parts = scope.parts
        return parts.isEmpty ? "its beginning" : "'\(parts.joined(separator: " "))'"
    }
}
