public import Amendments
public import Terms

/// One line of the index of steps: where an event of an agreement is looked for.
///
/// The lines of one field stand in the order in which its steps govern: by the day from which they hold, then in
/// the parties' own order. A line holds nothing of what an event says.
public struct StepLine: Hashable, Sendable {
    /// What of a term a plain step sets; nil for an event of the frame.
    public var cell: Cell?
    /// From when the step holds; for an event of the frame `Day.first`.
    public var begins: Day
    /// The day on which its instrument counts as agreed; for an event of the frame `Day.first`.
    public var agreed: Day
    /// The number of its instrument; 0 for one without.
    public var number: Int
    public var position: Position
    /// The last day on which it may have been disclosed.
    public var disclosed: Day

    /// One field of one term.
    public struct Cell: Hashable, Comparable, Sendable {
        /// The id under which the term was added.
        public var term: TermID
        public var field: FieldName

        public init(_ term: TermID, _ field: FieldName) {
            self.term = term
            self.field = field
        }

        public static func < (lhs: Cell, rhs: Cell) -> Bool {
            (lhs.term, lhs.field) < (rhs.term, rhs.field)
        }
    }

    public init(
        cell: Cell?, begins: Day, agreed: Day, number: Int, position: Position, disclosed: Day
    ) {
        self.cell = cell
        self.begins = begins
        self.agreed = agreed
        self.number = number
        self.position = position
        self.disclosed = disclosed
    }

    /// An event that every answer reads.
    init(frame event: RecordedEvent) {
        self.init(
            cell: nil, begins: .first, agreed: .first, number: 0, position: event.position,
            disclosed: event.recording.disclosed.latest)
    }

    /// A step of a field, from a day on.
    init(_ cell: Cell, from day: Day, by event: RecordedEvent) {
        self.init(
            cell: cell, begins: day, agreed: InstrumentOrder.agreedDay(event.recording),
            number: event.recording.instrument.number ?? 0, position: event.position,
            disclosed: event.recording.disclosed.latest)
    }

    /// Whether the step governs before another one of its field.
    public static func precedes(_ lhs: StepLine, _ rhs: StepLine) -> Bool {
        (lhs.begins, lhs.agreed, lhs.number, lhs.position)
            < (rhs.begins, rhs.agreed, rhs.number, rhs.position)
    }
}

/// The lines that recordings take out of the index of an agreement and put in.
public struct StepChange: Hashable, Sendable {
    public internal(set) var removed: [StepLine] = []
    public internal(set) var added: [StepLine] = []
}
