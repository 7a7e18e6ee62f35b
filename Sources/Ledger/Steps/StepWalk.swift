public import Amendments
import Notation
public import Terms

/// Which plain steps of one field an answer about some days rests on: what governs the first of them, every step up
/// to the last, and of those after it as many as tell when the field next reads otherwise.
///
/// The last of several steps from one day governs; so the steps of a day are taken together.
public struct StepWalk {
    private let last: Day
    /// The day of the steps that were taken last, and the last of them.
    private var day: Day?
    private var newest: StepLine?
    /// How the field reads from the first day after the last one asked about.
    private var first: ValueState??
    public private(set) var positions: [Position] = []

    /// - Parameters:
    ///   - governing: the last step that governs from the first day asked about; nil where none does.
    ///   - last: the last day asked about.
    public init(governing: StepLine?, through last: Day) {
        self.last = last
        if let governing { positions.append(governing.position) }
    }

    /// Takes the next step, in the order in which they govern.
    ///
    /// - Parameter reads: how the field reads by a step.
    /// - Returns: false, and the step is not taken, where it is not needed, and nothing after it is.
    public mutating func take(
        _ line: StepLine, reads: (Position) throws -> ValueState?
    ) rethrows -> Bool {
        if line.begins != day, let day, let newest, day > last {
            let reading = try reads(newest.position)
            guard first == nil || first == reading else { return false }
            first = reading
        }
        day = line.begins
        newest = line
        positions.append(line.position)
        return true
    }
}

extension RecordedEvent {
    /// How an amendment of a term of that kind lets a field read; nil where it is no longer part of the term, or
    /// cannot be read.
    public func amended(_ field: FieldName, of kind: TermKind?) -> ValueState? {
        guard let kind, let amendment = event.payload as? TermAmended else { return nil }
        var ignored = Problems()
        let values = amendment.set.typed(for: kind, requireAll: false, &ignored)
        return values.entries.first { $0.0 == field }?.1
    }
}

/// The events that an answer about some days rests on, and what else its answer says.
public struct DecisiveEvents: Sendable {
    /// In the order of positions.
    public var events: [RecordedEvent]
    /// How many recordings were not yet disclosed.
    public var undisclosed: Int

    public init(events: [RecordedEvent], undisclosed: Int) {
        self.events = events
        self.undisclosed = undisclosed
    }
}

/// A question about some days of an agreement, as far as it decides what must be read.
public struct DecisiveDays: Hashable, Sendable {
    public var days: ClosedRange<Day>
    /// A term of which every day is asked, by the id under which it was added.
    public var wholeTerm: TermID?

    public init(_ days: ClosedRange<Day>, wholeTerm: TermID? = nil) {
        self.days = days
        self.wholeTerm = wholeTerm
    }
}

/// A store that can read of an agreement what an answer rests on, at a cost that does not grow with its history.
public protocol DecisiveStore: EventStore {
    /// The events of an agreement that decide what is known of it on some days.
    ///
    /// Folded from the same vantage they give the same answers about these days, and about all days of the whole
    /// term, as the whole history.
    ///
    /// - Parameters:
    ///   - position: the end of a recording; what is recorded after it does not count.
    ///   - disclosed: what was disclosed after that day does not count; nil for everything.
    /// - Returns: nil where the store's index is not that of its events, so that the history must be read.
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day?
    ) async throws(EventStoreError) -> DecisiveEvents?
}
