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
    let recordedTo: Int?
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
        agreement = try row.decode(String.self, atIndex: 0)
        term = try row.decode(String.self, atIndex: 1)
        field = try row.decode(String.self, atIndex: 2)
        kind = try row.decode(String.self, atIndex: 3)
        fromDay = try row.decode(Int.self, atIndex: 4)
        toDay = try row.decode(Int?.self, atIndex: 5)
        recordedFrom = try row.decode(Int.self, atIndex: 6)
        recordedTo = try row.decode(Int?.self, atIndex: 7)
        id = try row.decode(String.self, atIndex: 8)
        state = try row.decode(String.self, atIndex: 9)
        value = try row.decode(String?.self, atIndex: 10)
        grade = try row.decode(String.self, atIndex: 11)
        isReported = try row.decode(Int.self, atIndex: 12) == 1
        governing = try row.decode(Int.self, atIndex: 13)
    }

    static func rows(of derived: Derived, of agreement: AgreementID) -> [PieceRow] {
        derived.pieces.map(PieceRow.init)
    }

    var values: StatementArguments {
        [
            agreement, term, field, kind, fromDay, toDay, recordedFrom, recordedTo, id, state,
            value, grade, isReported ? 1 : 0, governing,
        ]
    }
}

extension PieceRow {
    static let table = "piece"
    static let columns = """
        agreement, term, field, kind, from_day, to_day, recorded_from, recorded_to, id, state, value, \
        grade, reported, governing
        """
    static let definition: String? = nil
}
