public import Amendments
public import EventStore
import GRDB
import Ledger
public import Portfolio
public import Terms

extension SQLiteStore: PortfolioStore {
    public func heldTerms(
        for predicate: TermPredicate, on day: Day, at position: Position?
    ) async throws(DeedbookError) -> HeldTerms? {
        try await snapshot { db in
            let head = try SQLiteStore.size(of: db)
            guard try SQLiteDerived(db: db).isCurrent(), (position?.number ?? head) <= head
            else { return nil }
            let resolved = try position.map { try Self.end($0.number, in: db) } ?? head
            let search = PieceSearch(
                day: day.number, position: resolved, isPast: resolved < head)
            return HeldTerms(
                position: Position(resolved), terms: try search.terms(for: predicate, in: db))
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

    private struct Key: Hashable {
        let agreement: String
        let term: String
    }

    /// Every term that satisfies the predicate or may, and others.
    func terms(for predicate: TermPredicate, in db: Database) throws -> [HeldTerm] {
        var keys: Set<Key> = []
        let probes = PieceProbes(isPast: isPast).probes(for: predicate)
        for (question, asked) in Dictionary(grouping: probes, by: FindQuery.Question.init) {
            try eachRow(question, asked.map(\.place.key), in: db) { place, row in
                let key = Key(agreement: row.agreement, term: row.term)
                if !keys.contains(key), try Self.mayHold(row, asked[place].test) {
                    keys.insert(key)
                }
            }
        }
        return try terms(Array(keys), in: db)
    }

    private func terms(_ keys: [Key], in db: Database) throws -> [HeldTerm] {
        var pieces: [[TermPiece]] = Array(repeating: [], count: keys.count)
        try eachRow(.term, keys.map { [$0.agreement, $0.term] }, in: db) { place, row in
            pieces[place].append(try row.piece())
        }
        return try zip(keys, pieces).map { key, pieces in
            guard let term = HeldTerm(pieces) else {
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
        guard let term = HeldTerm(onlyField: piece) else { return true }
        return TermPredicate.field(name, test).verdict(on: term) != .no
    }

    /// How many places one statement looks at.
    private static let width = 400

    /// Hands over the rows of some places, each with the place it was found at.
    private func eachRow(
        _ question: FindQuery.Question, _ places: [[String]], in db: Database,
        _ body: (Int, PieceRow) throws -> Void
    ) throws {
        for first in stride(from: 0, to: places.count, by: Self.width) {
            let some = places[first..<min(first + Self.width, places.count)]
            for age in isPast ? FindQuery.Age.allCases : [.standing] {
                if question == .value, age == .closed { continue }
                let query = FindQuery(question, age, places: some.count)
                var arguments = StatementArguments(some.joined())
                arguments += [day, day, position]
                if age == .closed { arguments += [position] }
                let rows = try Row.fetchCursor(query.statement(in: db), arguments: arguments)
                while let row = try rows.next() {
                    let place = try row.number(at: FindQuery.place)
                    try body(first + place, PieceRow(row))
                }
            }
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

    /// The statement. Its arguments are the keys of the places, twice the day, and the position; where pieces are
    /// closed, the position again.
    package var sql: String {
        let key = question.key
        let names = key.indices.map { "key\($0)" }
        let marks = key.map { _ in "?" }.joined(separator: ", ")
        let rows = (0..<places).map { "(\($0), \(marks))" }.joined(separator: ", ")
        let known =
            switch age {
            case .standing: "recorded_from <= ? AND recorded_to IS NULL"
            case .closed: "recorded_from <= ? AND recorded_to > ?"
            }
        return """
            WITH place(number, \(names.joined(separator: ", "))) AS (VALUES \(rows))
            SELECT \(PieceRow.columns), place.number FROM place CROSS JOIN piece
            WHERE \(zip(key, names).map { "\($0) = \($1)" }.joined(separator: " AND "))\(question.limits)
                AND from_day <= ? AND (to_day IS NULL OR to_day > ?) AND \(known)
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

    /// What the index asks for besides.
    fileprivate var limits: String {
        switch self {
        case .value: " AND state = 'stated' AND length(value) <= 80"
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
