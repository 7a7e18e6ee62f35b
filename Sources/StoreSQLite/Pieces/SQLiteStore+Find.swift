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
        guard let row, position < (try row.decode(Int.self, atIndex: 1)) else { return position }
        return try row.decode(Int.self, atIndex: 0) - 1
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
        var kinds: [TermKind: Bool] = [:]
        for probe in PieceProbes(isPast: isPast).probes(for: predicate) {
            if let kind = probe.place.kind {
                let isThere = try kinds[kind] ?? Self.holds(kind, in: db)
                kinds[kind] = isThere
                guard isThere else { continue }
            }
            for piece in try pieces(of: probe.place, in: db)
            where !keys.contains(Key(agreement: piece.agreement, term: piece.term)) {
                guard try Self.mayHold(piece, probe.test) else { continue }
                keys.insert(Key(agreement: piece.agreement, term: piece.term))
            }
        }
        return try keys.map { key in
            let rows = try rows(.term, [key.agreement, key.term], in: db)
            guard let term = HeldTerm(try rows.map { try $0.piece() }) else {
                throw DeedbookError.corrupted(
                    Position(position),
                    detail: "the pieces of \(key.agreement) \(key.term) cannot be read; "
                        + "make them again with: deedbook rebuild")
            }
            return term
        }
    }

    /// Whether there is any term of that kind: most books have few kinds, and predicates many places to look.
    private static func holds(_ kind: TermKind, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM piece WHERE kind = ?)"),
            arguments: [kind.rawValue]) ?? false
    }

    private static func mayHold(_ row: PieceRow, _ test: FieldTest?) throws -> Bool {
        guard let test else { return true }
        let piece = try row.piece()
        guard let name = piece.subject.field else { return true }
        guard let term = HeldTerm(onlyField: piece) else { return true }
        return TermPredicate.field(name, test).verdict(on: term) != .no
    }

    private func pieces(of place: PieceProbe.Place, in db: Database) throws -> [PieceRow] {
        switch place {
        case .agreement(let id): try rows(.agreement, [id.text], in: db)
        case .rows(let kind, let subject, let state):
            try rows(.kind, [kind.rawValue, subject.text, state.rawValue], in: db)
        case .value(let kind, let field, let json):
            try rows(.value, [json, field.rawValue, kind.rawValue], in: db)
        }
    }

    private func rows(
        _ question: FindQuery.Question, _ key: [String], in db: Database
    ) throws -> [PieceRow] {
        var found: [PieceRow] = []
        for age in isPast ? FindQuery.Age.allCases : [.standing] {
            if question == .value, age == .closed { continue }
            let statement = try FindQuery(question, age).statement(in: db)
            var arguments = StatementArguments(key)
            arguments += [day, day, position]
            if age == .closed { arguments += [position] }
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try rows.next() { found.append(try PieceRow(row)) }
        }
        return found
    }
}

/// What is asked of the pieces to find terms; a test looks at the plans.
package struct FindQuery: CaseIterable {
    package enum Question: CaseIterable { case agreement, kind, value, term }

    /// Pieces that stand at the head, and those that an event closed.
    package enum Age: CaseIterable { case standing, closed }

    let question: Question
    let age: Age

    init(_ question: Question, _ age: Age) {
        self.question = question
        self.age = age
    }

    package static var allCases: [FindQuery] {
        Question.allCases.flatMap { question in Age.allCases.map { FindQuery(question, $0) } }
            .filter { $0.question != .value || $0.age == .standing }
    }

    /// The statement.
    package var sql: String {
        let key =
            switch question {
            case .agreement: "agreement = ?"
            case .kind: "kind = ? AND field = ? AND state = ?"
            case .value:
                "value = ? AND field = ? AND kind = ? AND state = 'stated' AND length(value) <= 80"
            case .term: "agreement = ? AND term = ?"
            }
        let known =
            switch age {
            case .standing: "recorded_from <= ? AND recorded_to IS NULL"
            case .closed: "recorded_from <= ? AND recorded_to > ?"
            }
        return """
            SELECT \(PieceRow.columns) FROM piece
            WHERE \(key) AND from_day <= ? AND (to_day IS NULL OR to_day > ?) AND \(known)
            """
    }

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
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
