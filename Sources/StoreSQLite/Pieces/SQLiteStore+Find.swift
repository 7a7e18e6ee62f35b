public import Amendments
public import EventStore
import GRDB
import Ledger
public import Portfolio
public import Terms

extension SQLiteStore: PortfolioStore {
    public func knownTerms(
        for predicate: TermPredicate, on day: Day, at position: Position?
    ) async throws(DeedbookError) -> KnownTerms? {
        try await snapshot { db in
            let head = try SQLiteStore.size(of: db)
            guard try SQLiteDerived(db: db).isCurrent(), (position?.number ?? head) <= head
            else { return nil }
            let resolved = try position.map { try Self.end($0.number, in: db) } ?? head
            let search = PieceSearch(
                day: day.number, position: resolved, isPast: resolved < head,
                seals: try SealTable(in: db))
            return KnownTerms(
                position: Position(resolved), terms: try search.terms(for: predicate))
        }
    }

    /// The end of the last whole recording by a position.
    private static func end(_ position: Int, in db: Database) throws -> Int {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT first_position, last_position FROM recording
                    WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1
                    """), arguments: [position])
        guard let own = try row.map({ try SQLiteStore.positions($0, in: db) }),
            position < own.upperBound
        else { return position }
        return own.lowerBound - 1
    }
}

/// Reads terms from pieces, on one day as known at one position.
struct PieceSearch {
    let day: Int
    let position: Int
    /// Whether the position lies before the head.
    let isPast: Bool
    let seals: SealTable

    private struct Key: Hashable {
        let agreement: String
        let term: String
    }

    /// Every term that satisfies the predicate or may, and others.
    func terms(for predicate: TermPredicate) throws -> [KnownTerm] {
        var keys: Set<Key> = []
        let probes = PieceProbes(isPast: isPast).probes(for: predicate)
        for (question, asked) in Dictionary(grouping: probes, by: FindQuery.Question.init) {
            try eachRow(question, asked.map(\.place.key)) { place, row in
                let key = Key(agreement: row.agreement, term: row.term)
                if !keys.contains(key), try Self.mayHold(row, asked[place].test) {
                    keys.insert(key)
                }
            }
        }
        return try terms(Array(keys))
    }

    private func terms(_ keys: [Key]) throws -> [KnownTerm] {
        var pieces: [[TermPiece]] = Array(repeating: [], count: keys.count)
        try eachRow(.term, keys.map { [$0.agreement, $0.term] }) { place, row in
            pieces[place].append(try row.piece())
        }
        return try zip(keys, pieces).map { key, pieces in
            guard let term = KnownTerm(pieces) else {
                throw DeedbookError.corrupted(
                    Position(position),
                    detail: "the pieces of \(key.agreement) \(key.term) cannot be read; "
                        + "make them again with: deedbook rebuild")
            }
            return term
        }
    }

    private static func mayHold(_ row: PieceRow, _ test: FieldTest?) throws -> Bool {
        guard let test else { return true }
        let piece = try row.piece()
        guard let name = piece.subject.field else { return true }
        guard let term = KnownTerm(onlyField: piece) else { return true }
        return TermPredicate.field(name, test).verdict(on: term) != .no
    }

    /// How many places one statement looks at.
    private static let width = 400

    /// Hands over the rows of some places that hold, each with the place it was found at.
    ///
    /// All rows of a place are read, for it is all of them whose seals add up.
    private func eachRow(
        _ question: FindQuery.Question, _ places: [[String]],
        _ body: (Int, PieceRow) throws -> Void
    ) throws {
        for first in stride(from: 0, to: places.count, by: Self.width) {
            let some = Array(places[first..<min(first + Self.width, places.count)])
            for age in isPast ? FindQuery.Age.allCases : [.standing] {
                if question == .value, age == .closed { continue }
                var sums = Array(repeating: 0, count: some.count)
                try eachStored(question, age, some) { place, row in
                    sums[place] &+= row.seal(under: seals.key)
                    if holds(row) { try body(first + place, row) }
                }
                for (key, sum) in zip(some, sums) { try check(sum, of: question, key, age) }
            }
        }
    }

    private func eachStored(
        _ question: FindQuery.Question, _ age: FindQuery.Age, _ places: [[String]],
        _ body: (Int, PieceRow) throws -> Void
    ) throws {
        let query = FindQuery(question, age, places: places.count)
        var arguments = StatementArguments(places.joined())
        if age == .closed { arguments += [lastRun.firstPosition] }
        let rows = try Row.fetchCursor(query.statement(in: seals.db), arguments: arguments)
        while let row = try rows.next() {
            try body(row.number(at: FindQuery.place), PieceRow(row))
        }
    }

    /// Those that were closed last before what is asked for was.
    private var lastRun: PieceAge { PieceAge(endedAt: position + 1) }

    /// Whether a row is of the day, as known at the position.
    private func holds(_ row: PieceRow) -> Bool {
        row.fromDay <= day && (row.toDay.map { $0 > day } ?? true) && row.recordedFrom <= position
            && (row.recordedTo.map { $0 > position } ?? true)
    }

    private func check(
        _ sum: Int, of question: FindQuery.Question, _ key: [String], _ age: FindQuery.Age
    ) throws {
        let rows = "table piece: rows of \(key.joined(separator: " "))"
        guard let scope = question.scope(key) else {
            let expected = try seals.sums(of: SealScope("term", key[0]).all).filter {
                PieceAge.covers($0.scope, isStanding: age == .standing, from: lastRun)
            }
            guard sum == expected.reduce(0, { $0 &+ $1.sum }) else {
                throw SealTable.notAsWritten(rows)
            }
            return
        }
        switch age {
        case .standing: try seals.check(sum, of: scope.sealed(.standing), rows)
        case .closed:
            try seals.check(sum, of: scope.sealed(lastRun)...scope.sealed(.lastOfAll), rows)
        }
    }
}

/// What is asked of the pieces to find terms, of many places at once; a test looks at the plans.
package struct FindQuery {
    package enum Question: CaseIterable { case agreement, kind, value, term }

    /// Pieces that stand at the head, and those that an event closed.
    package enum Age: CaseIterable { case standing, closed }

    private let question: Question
    private let age: Age
    private let places: Int

    /// - Parameter places: how many are looked at.
    package init(_ question: Question, _ age: Age, places: Int) {
        self.question = question
        self.age = age
        self.places = places
    }

    /// Where the number of the place stands in a row.
    static let place = PieceRow.columnCount

    /// The statement. Its arguments are the keys of the places; where pieces are closed, the first position at which.
    package var sql: String {
        let key = question.key
        let names = key.indices.map { "key\($0)" }
        let marks = key.map { _ in "?" }.joined(separator: ", ")
        let rows = (0..<places).map { "(\($0), \(marks))" }.joined(separator: ", ")
        let known =
            switch age {
            case .standing: "recorded_to IS NULL"
            case .closed: "recorded_to >= ?"
            }
        return """
            WITH place(number, \(names.joined(separator: ", "))) AS (VALUES \(rows))
            SELECT \(PieceRow.columns), place.number FROM place CROSS JOIN piece
            WHERE \(zip(key, names).map { "\($0) = \($1)" }.joined(separator: " AND "))\(question.limits)
                AND \(known)
            """
    }

    fileprivate func statement(in db: Database) throws -> Statement {
        try db.cachedStatement(sql: sql)
    }
}

extension FindQuery.Question {
    fileprivate init(_ probe: PieceProbe) {
        switch probe.place {
        case .agreement: self = .agreement
        case .rows: self = .kind
        case .value: self = .value
        }
    }

    /// The columns by which a place is looked up.
    fileprivate var key: [String] {
        switch self {
        case .agreement: ["agreement"]
        case .kind: ["kind", "field", "state"]
        case .value: ["value", "field", "kind"]
        case .term: ["agreement", "term"]
        }
    }

    /// The pieces of a place; nil for all of an agreement, which are those of all its terms.
    fileprivate func scope(_ key: [String]) -> PieceScope? {
        switch self {
        case .agreement: nil
        case .kind: .kind(key[0], field: key[1], state: key[2])
        case .value: .value(key[0], of: key[1], in: key[2])
        case .term: .term(key[1], of: key[0])
        }
    }

    /// What the index asks for besides.
    fileprivate var limits: String {
        switch self {
        case .value: " AND state = 'stated' AND length(value) <= \(PieceIndexes.valueLimit)"
        case .agreement, .kind, .term: ""
        }
    }
}

extension PieceProbe.Place {
    /// What it is looked up by.
    fileprivate var key: [String] {
        switch self {
        case .agreement(let id): [id.text]
        case .rows(let kind, let subject, let state):
            [kind.rawValue, subject.text, state.rawValue]
        case .value(let kind, let field, let json): [json, field.rawValue, kind.rawValue]
        }
    }
}

extension PieceRow {
    /// The piece it stands for.
    fileprivate func piece() throws -> TermPiece {
        guard let agreement = AgreementID(agreement), let term = TermID(term),
            let id = TermID(id), let kind = TermKind(rawValue: kind),
            let subject = TermPiece.Subject(field), let state = TermPiece.State(rawValue: state),
            let answer = PieceFormat.answer(value, state: state, of: subject, in: kind),
            let grade = SourceGrade(rawValue: grade), let days
        else {
            throw DeedbookError.corrupted(
                Position(recordedFrom),
                detail: "a piece of \(self.agreement) \(self.term)/\(field) cannot be read; "
                    + "make it again with: deedbook rebuild")
        }
        return TermPiece(
            agreement: agreement, term: term, id: id, kind: kind, subject: subject,
            days: days, answer: answer, grade: grade, isReported: isReported,
            governing: Position(governing))
    }

    /// nil where they are no days of the calendar.
    private var days: DayRange? {
        guard let from = Day(exactly: fromDay) else { return nil }
        guard let toDay else { return DayRange(from: from) }
        return Day(exactly: toDay).flatMap { DayRange(from: from, to: $0) }
    }
}
