public import Amendments
public import EventStore
import GRDB
public import Ledger
public import Terms

extension SQLiteStore: DecisiveStore {
    public func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day?
    ) async throws(DeedbookError) -> DecisiveEvents? {
        try await snapshot { db in
            guard try SQLiteDerived(db: db).isCurrent() else { return nil }
            guard let version = try Self.sealedVersion(of: agreement, in: db) else { return nil }
            let steps = SQLiteSteps(
                chain: StepChain(agreement: agreement, seals: try SealTable(in: db)),
                position: position, disclosed: disclosed ?? .last)
            return try steps.events(on: days, at: version)
        }
    }
}

extension SQLiteDerived {
    /// Also while events are appended that the steps do not yet have.
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position
    ) throws -> DecisiveEvents? {
        let steps = SQLiteSteps(
            chain: StepChain(agreement: agreement, seals: try SealTable(in: db)),
            position: position, disclosed: .last)
        return try steps.events(on: days)
    }
}

/// The table of steps, as far as one agreement and one vantage are concerned.
private struct SQLiteSteps: StepStorage {
    let chain: StepChain
    let position: Position
    let disclosed: Day

    private var db: Database { chain.seals.db }
    private var agreement: AgreementID { chain.agreement }
    private var columns: EventColumns { EventColumns(agreement: agreement, seals: chain.seals) }

    /// - Parameter version: the one that the rows should be of; nil where that is not known.
    func events(on days: DecisiveDays, at version: Int? = nil) throws -> DecisiveEvents? {
        // Nothing is kept of an agreement whose events cannot be read, which reading them shows.
        guard try columns.areSealed() else { return nil }
        if let version { try chain.check(isAt: version) }
        var search = DecisiveSearch(in: self)
        return try search.events(on: days)
    }

    func frame() throws -> [RecordedEvent] {
        try chain.eachRow(after: .first) { $0.place.isOf("", of: "") }
        return try SQLiteStore.events(
            StepQuery.frame.statement(in: db), [agreement.text, position.number], in: db)
    }

    /// One seek a field: a field has far more steps than there are fields.
    func cells() throws -> [StepLine.Cell] {
        var cells: [StepLine.Cell] = []
        var next = try chain.row(upTo: .field("", of: "")).following
        while let place = next {
            let last = try chain.row(upTo: .field(place.field, of: place.term))
            guard last.place.isOf(place.field, of: place.term) else { throw ImpossibleStep() }
            if let cell = last.cell { cells.append(cell) }
            next = last.following
        }
        return cells
    }

    func governing(_ cell: StepLine.Cell, on day: Day) throws -> StepLine? {
        var found: StepLine?
        let place = StepPlace.field(cell.field.rawValue, of: cell.term.text, through: day.number)
        try chain.eachRow(upTo: place) { row in
            guard row.place.isOf(cell.field.rawValue, of: cell.term.text) else { return false }
            if isSeen(row) { found = try Self.line(row) }
            return found == nil
        }
        return found
    }

    func eachFollowing(
        _ cell: StepLine.Cell, after day: Day, _ isWanted: (StepLine) throws -> Bool
    ) throws {
        let place = StepPlace.field(cell.field.rawValue, of: cell.term.text, through: day.number)
        try chain.eachRow(after: place) { row in
            guard row.place.isOf(cell.field.rawValue, of: cell.term.text) else { return false }
            return try !isSeen(row) || isWanted(Self.line(row))
        }
    }

    /// Whether it is of the vantage.
    private func isSeen(_ row: StepRow) -> Bool {
        row.place.position <= position.number && row.disclosed <= disclosed.number
    }

    private static func line(_ row: StepRow) throws -> StepLine {
        guard let line = row.line else { throw ImpossibleStep() }
        return line
    }

    func positions(of term: TermID) throws -> [Position] {
        var positions: Set<Int> = []
        try chain.eachRow(after: .field("", of: term.text, through: .min)) { row in
            guard row.place.term == term.text else { return false }
            if row.place.position <= position.number { positions.insert(row.place.position) }
            return true
        }
        return positions.sorted().map { Position($0) }
    }

    func highestNumbered() throws -> Position? {
        var found: Position?
        try chain.eachRow(upTo: .field(StepPlace.numbered, of: "")) { row in
            guard row.place.isOf(StepPlace.numbered, of: "") else { return false }
            if isSeen(row) { found = Position(row.place.position) }
            return found == nil
        }
        return found
    }

    func event(at position: Position) throws -> RecordedEvent? {
        try SQLiteStore.events(StepQuery.event.statement(in: db), [position.number], in: db)
            .first
    }

    func undisclosed() throws -> Int {
        guard disclosed < .last else { return 0 }
        try columns.check()
        return try Int.fetchOne(
            StepQuery.undisclosed.statement(in: db),
            arguments: [agreement.text, position.number, disclosed.number]) ?? 0
    }
}
