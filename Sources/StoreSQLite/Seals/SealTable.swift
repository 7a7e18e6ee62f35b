import EventStore
import GRDB

/// The sums of the sealed rows, by scope.
///
/// A row is a scope, its sum, the next scope there is, and a seal over these three. The first row is of the empty
/// scope, and the last names an empty one as the next. So a row tells as well that no scope lies between it and the
/// next: that a scope has no rows is shown by the row before it, as NSEC records (RFC 4034) show that a name is not
/// there. A scope whose last row goes, goes too.
struct SealTable {
    let db: Database
    let key: SealKey

    init(in db: Database, under key: SealKey) {
        self.db = db
        self.key = key
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
        let found = try self.sum(.upTo, scope)
        guard found.scope == scope || found.reaches(beyond: scope) else {
            throw Self.broken("the row after \(Self.shown(found.scope)) is not there")
        }
        guard sum == (found.scope == scope ? found.sum : 0) else { throw Self.notAsWritten(rows()) }
    }

    /// Throws where rows that were all of some scopes do not add up to their sums.
    func check(
        _ sum: Int, of scopes: ClosedRange<SealScope>, _ rows: @autoclosure () -> String
    ) throws {
        let expected = try sums(of: scopes).reduce(0) { $0 &+ $1.sum }
        guard sum == expected else { throw Self.notAsWritten(rows()) }
    }

    /// One number for all sums and their scopes.
    func total() throws -> Int {
        var total = 0
        var last: Sum?
        let rows = try Row.fetchCursor(
            Question.between.statement(in: db), arguments: ["", "\u{10FFFF}"])
        while let row = try rows.next() {
            let found = try sum(of: row)
            guard (last?.next ?? SealScope(text: "")) == found.scope else {
                throw Self.broken("the row after \(Self.shown(last?.scope)) is not there")
            }
            total &+= Self.total(of: CollectionOfOne((found.scope, found.sum)), under: key)
            last = found
        }
        guard last?.next.text.isEmpty == true else {
            throw Self.broken("the row after \(Self.shown(last?.scope)) is not there")
        }
        return total
    }

    /// Every scope of a range, with its sum.
    func sums(of scopes: ClosedRange<SealScope>) throws -> [(scope: SealScope, sum: Int)] {
        var last = try sum(.before, scopes.lowerBound)
        var sums: [(SealScope, Int)] = []
        let rows = try Row.fetchCursor(
            Question.between.statement(in: db),
            arguments: [scopes.lowerBound.text, scopes.upperBound.text])
        while let row = try rows.next() {
            let found = try self.sum(of: row)
            guard last.next == found.scope else {
                throw Self.broken("the row after \(Self.shown(last.scope)) is not there")
            }
            sums.append((found.scope, found.sum))
            last = found
        }
        guard last.reaches(beyond: scopes.upperBound) else {
            throw Self.broken("the row after \(Self.shown(last.scope)) is not there")
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

    private func sum(_ question: Question, _ scope: SealScope) throws -> Sum {
        let rows = try Row.fetchCursor(question.statement(in: db), arguments: [scope.text])
        guard let row = try rows.next() else { throw Self.broken("its first row is not there") }
        return try sum(of: row)
    }

    private func sum(of row: Row) throws -> Sum {
        let sum = Sum(
            scope: SealScope(text: try row.text(at: 0)), sum: try row.number(at: 1),
            next: SealScope(text: try row.text(at: 2)))
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
            let found = try sums(of: scope...scope).first?.sum ?? 0
            if found != sum { try add(sum &- found, to: scope) }
        }
    }

    private func add(_ number: Int, to scope: SealScope) throws {
        var found = try sum(.upTo, scope)
        if found.scope != scope {
            guard found.reaches(beyond: scope) else {
                throw Self.broken("the row after \(Self.shown(found.scope)) is not there")
            }
            try write(Sum(scope: scope, sum: number, next: found.next), .insert)
            found.next = scope
            return try write(found, .update)
        }
        found.sum &+= number
        if found.sum != 0 { return try write(found, .update) }
        var before = try sum(.before, scope)
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

    /// - Parameter scope: nil or empty for the first row of all.
    private static func shown(_ scope: SealScope?) -> String {
        let parts = scope?.parts ?? []
        return parts.isEmpty ? "its beginning" : "'\(parts.joined(separator: " "))'"
    }
}
