import Amendments
import GRDB
import Ledger
import Terms

/// Every event of one agreement, and where the recordings end that touch it.
struct AgreementHistory: Sendable {
    let agreement: AgreementID
    /// In the order of positions, remains in the place of payloads that were taken out.
    let events: [RecordedEvent]
    private let ends: [RecordingKey: Position]

    init(of agreement: AgreementID, in db: Database) throws {
        self.agreement = agreement
        events = try Self.events(of: agreement, in: db)
        let rows = try Row.fetchCursor(
            PieceQuery.endsOfRecordings.statement(in: db), arguments: [agreement.text])
        var ends: [RecordingKey: Position] = [:]
        while let row = try rows.next() {
            guard let key = RecordingKey(try row.decode(String.self, atIndex: 0)) else { continue }
            ends[key] = Position(try row.decode(Int.self, atIndex: 1))
        }
        self.ends = ends
    }

    static func events(
        of agreement: AgreementID, in db: Database
    ) throws -> [RecordedEvent] {
        try SQLiteStore.events(
            Query.eventsOfAgreement.statement(in: db), [agreement.text, Int.max])
    }

    /// The pieces of all times, reckoned recording by recording.
    var pieces: [RecordedPiece] {
        PieceHistory.pieces(of: agreement, history: events) { ends[$0] }
    }

    /// The pieces as they stand, read the long way: all of it at once.
    var fold: [TermPiece] {
        Pieces.of(AgreementReading(agreement, history: events, from: Vantage(on: .first)))
    }
}

/// The rows of one agreement in the tables that are derived from the events.
struct DerivedRows: Sendable {
    var pieces: [PieceRow]
    var steps: Set<StepRow>
    var common: Set<CommonRow>

    /// As its events give them.
    init(of agreement: AgreementID, in db: Database) throws {
        self.init(try AgreementHistory(of: agreement, in: db))
    }

    init(_ history: AgreementHistory) {
        self.init(history, pieces: history.pieces)
    }

    /// - Parameter pieces: those of the history.
    init(_ history: AgreementHistory, pieces: [RecordedPiece]) {
        self.pieces = pieces.map(PieceRow.init)
        steps = Set(
            StepIndex(of: history.events).lines.map { StepRow($0, of: history.agreement) })
        common = Set(
            history.events.flatMap(\.commonGround).map { CommonRow($0, of: history.agreement) })
    }

    /// As they stand in the tables, under whatever name; of a table that is not there, nil.
    static func found(
        under name: String, in db: Database
    ) throws -> (pieces: [PieceRow], steps: Set<StepRow>?, common: Set<CommonRow>?) {
        func rows<Found>(
            _ statement: Statement, _ make: (Row) throws -> Found
        ) throws -> [Found] {
            var found: [Found] = []
            let rows = try Row.fetchCursor(statement, arguments: [name])
            while let row = try rows.next() { found.append(try make(row)) }
            return found
        }
        let steps =
            try DerivedTables.step.isThere(in: db)
            ? rows(StepQuery.linesOfAgreement.statement(in: db), StepRow.init) : nil
        let common =
            try DerivedTables.common.isThere(in: db)
            ? rows(CommonQuery.ofAgreement.statement(in: db), CommonRow.init) : nil
        return (
            try rows(PieceQuery.rowsOfAgreement.statement(in: db), PieceRow.init),
            steps.map { Set($0) }, common.map { Set($0) }
        )
    }
}
