package import Amendments
package import Ledger
package import Terms

/// The steps of one agreement as a store has them, in one consistent view of the book: what `DecisiveSearch` reads.
package protocol StepStorage {
    /// The events of the frame recorded by a position, and every redaction of the frame, in order.
    func frame() throws -> [RecordedEvent]
    /// The fields that have plain steps, in the order of terms and fields.
    func cells() throws -> [StepLine.Cell]
    /// The last step of a field that begins by a day, as far as it is seen; nil where there is none.
    ///
    /// - Throws: `ImpossibleStep` for a row that is no line.
    func governing(_ cell: StepLine.Cell, on day: Day) throws -> StepLine?
    /// The steps of a field that begin after a day, as far as they are seen, in order, until one is not wanted.
    ///
    /// - Throws: `ImpossibleStep` for a row that is no line.
    func eachFollowing(
        _ cell: StepLine.Cell, after day: Day, _ isWanted: (StepLine) throws -> Bool) throws
    /// The positions of every step of a term, as far as they are recorded.
    func positions(of term: TermID) throws -> [Position]
    /// A step of the instrument with the highest number, and of the first one where several have it; nil where no
    /// step's instrument has a number.
    func highestNumbered() throws -> Position?
    func event(at position: Position) throws -> RecordedEvent?
    /// How many recordings of the agreement were disclosed too late to count.
    func undisclosed() throws -> Int
}

/// A row of steps that cannot be: someone altered it, and the history must be read.
package struct ImpossibleStep: Error {
    package init() {}
}

/// Reads from the steps of one agreement what an answer rests on.
package struct DecisiveSearch<Storage: StepStorage> {
    private let storage: Storage
    private var events: [Position: RecordedEvent] = [:]
    private var kinds: [TermID: TermKind] = [:]

    package init(in storage: Storage) { self.storage = storage }

    /// The events that decide what is known of the agreement on some days; nil where there is no line, or one that
    /// cannot be.
    package mutating func events(on days: DecisiveDays) throws -> DecisiveEvents? {
        do {
            return try read(on: days)
        } catch is ImpossibleStep {
            return nil
        }
    }

    private mutating func read(on days: DecisiveDays) throws -> DecisiveEvents? {
        let frame = try storage.frame()
        guard !frame.isEmpty else { return nil }
        for event in frame {
            events[event.position] = event
            for added in event.event.payload.addedTerms { kinds[added.term] = added.kind }
        }
        let cells = try storage.cells()
        for cell in cells where cell.term != days.wholeTerm { try take(cell, on: days.days) }
        if let term = days.wholeTerm {
            for position in try storage.positions(of: term) { _ = try event(at: position) }
        }
        if let position = try storage.highestNumbered() { _ = try event(at: position) }
        return DecisiveEvents(
            events: events.values.sorted { $0.position < $1.position },
            undisclosed: try storage.undisclosed(), isWhole: cells.isEmpty)
    }

    /// Takes the steps of one field.
    private mutating func take(_ cell: StepLine.Cell, on days: ClosedRange<Day>) throws {
        let governing = try storage.governing(cell, on: days.lowerBound)
        var walk = StepWalk(governing: governing, through: days.upperBound)
        let storage = storage
        try storage.eachFollowing(cell, after: days.lowerBound) { line in
            try walk.take(line) { position in
                try event(at: position)?.amended(cell.field, of: kinds[cell.term])
            }
        }
        for position in walk.positions where try event(at: position) == nil {
            throw ImpossibleStep()
        }
    }

    private mutating func event(at position: Position) throws -> RecordedEvent? {
        if let known = events[position] { return known }
        let found = try storage.event(at: position)
        events[position] = found
        return found
    }
}
