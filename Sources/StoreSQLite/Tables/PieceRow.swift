import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// One row of the table of pieces, whatever it says.
struct PieceRow: DerivedRow {
    let agreement: String
    let term: String
    let field: String
    let kind: String
    let fromDay: Int
    let toDay: Int?
    let recordedFrom: Int
    private(set) var recordedTo: Int?
    let id: String
    let state: String
    let value: String?
    let grade: String
    let isReported: Bool
    let governing: Int

    init(_ recorded: RecordedPiece) {
        let piece = recorded.piece
        agreement = piece.agreement.text
        term = piece.term.text
        field = piece.subject.text
        kind = piece.kind.rawValue
        fromDay = piece.days.from.number
        toDay = piece.days.to?.number
        recordedFrom = recorded.from.number
        recordedTo = recorded.to?.number
        id = piece.id.text
        state = piece.state.rawValue
        value = PieceFormat.text(of: piece)
        grade = piece.grade.rawValue
        isReported = piece.isReported
        governing = piece.governing.number
    }

    init(_ row: Row) throws {
        agreement = try row.text(at: 0)
        term = try row.text(at: 1)
        field = try row.text(at: 2)
        kind = try row.text(at: 3)
        fromDay = try row.number(at: 4)
        toDay = try row.optionalNumber(at: 5)
        recordedFrom = try row.number(at: 6)
        recordedTo = try row.optionalNumber(at: 7)
        id = try row.text(at: 8)
        state = try row.text(at: 9)
        value = try row.optionalText(at: 10)
        grade = try row.text(at: 11)
        isReported = try row.flag(at: 12)
        governing = try row.number(at: 13)
    }

    static func rows(
        of derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [PieceRow] {
        derived.pieces.map(PieceRow.init)
    }

    var values: StatementArguments {
        [
            agreement, term, field, kind, fromDay, toDay, recordedFrom, recordedTo, id, state,
            value, grade, isReported ? 1 : 0, governing,
        ]
    }

    /// The same, closed by a recording.
    func closed(at position: Position) -> PieceRow {
        var row = self
        row.recordedTo = position.number
        return row
    }

    var scopes: [SealScope] {
        let age = PieceAge(endedAt: recordedTo)
        var scopes = [
            PieceScope.term(term, of: agreement).sealed(age),
            PieceScope.kind(kind, field: field, state: state).sealed(age),
        ]
        if let value, recordedTo == nil, state == TermPiece.State.stated.rawValue,
            value.unicodeScalars.count <= PieceIndexes.valueLimit
        {
            scopes.append(PieceScope.value(value, of: field, in: kind).sealed(age))
        }
        return scopes
    }

    var content: SealedContent {
        var content = SealedContent(of: Self.table)
        for text in [agreement, term, field, kind, id, state, grade] { content.add(text) }
        content.add(value)
        content.add(fromDay)
        content.add(toDay)
        content.add(recordedFrom)
        content.add(recordedTo)
        content.add(isReported ? 1 : 0)
        content.add(governing)
        return content
    }

    // Byte by byte: values that are canonically equal are two texts.
    static func == (lhs: PieceRow, rhs: PieceRow) -> Bool { lhs.content == rhs.content }

    func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

extension PieceRow {
    static let table = "piece"
    static let columns = """
        agreement, term, field, kind, from_day, to_day, recorded_from, recorded_to, id, state, value, \
        grade, reported, governing
        """
    static let definition: String? = nil
}
