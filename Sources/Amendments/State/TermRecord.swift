public import Terms

/// Everything that was ever said of one term.
public struct TermRecord: Sendable {
    /// The id under which it was first added; permanent.
    public let identity: TermID
    public let kind: TermKind
    /// Its later ids, each from its event on.
    public var renamings: [Renaming] = []
    /// What the parties agreed, a list for each field, in the order of positions.
    public var assertions: [FieldName: [Assertion]] = [:]
    /// What sources say beside that.
    public var reports: [FieldName: [Report]] = [:]
    public var additions: [RecordedEvent] = []
    /// What ends it by an event of its own: taken out, or discharged.
    public var removals: [RecordedEvent] = []
    public var pauses: [Pause] = []
    public var remarks: [Remark] = []

    public init(identity: TermID, kind: TermKind) {
        self.identity = identity
        self.kind = kind
    }

    public struct Renaming: Hashable, Sendable {
        public let event: RecordedEvent
        public let id: TermID
    }
}

/// One event's word on one field.
public struct Assertion: Hashable, Sendable {
    public let event: RecordedEvent
    /// nil where the event says that the field is no longer part of the term.
    public let value: ValueState?
    /// When it begins to hold.
    public let begins: DateBound
    /// When a temporary assertion ends; nil for a standing one.
    public let lasts: DateBound?
    /// The events a standing assertion wipes, when it was recorded as `onward`.
    public let wipes: [EventReference]?
    /// What the event says was there just before it; nil where it says nothing of that.
    public let was: ValueState?

    public init(
        event: RecordedEvent, value: ValueState?, begins: DateBound, lasts: DateBound? = nil,
        wipes: [EventReference]? = nil, was: ValueState? = nil
    ) {
        self.event = event
        self.value = value
        self.begins = begins
        self.lasts = lasts
        self.wipes = wipes
        self.was = was
    }
}

/// What a source says a value is; it never changes the term.
public struct Report: Hashable, Sendable {
    public let event: RecordedEvent
    public let value: ValueState
    public let lasts: DateBound?
    /// The event that took it back.
    public var withdrawal: RecordedEvent?

    public init(event: RecordedEvent, value: ValueState, lasts: DateBound?) {
        self.event = event
        self.value = value
        self.lasts = lasts
    }
}

/// A suspension of a term, or its end.
public struct Pause: Hashable, Sendable {
    public let event: RecordedEvent
    public let suspends: Bool
    public let lasts: DateBound?
}

/// Something said of a term, or done under it, that changes no field.
public struct Remark: Hashable, Sendable {
    public let event: RecordedEvent
    public let content: Content

    public enum Content: Hashable, Sendable {
        /// Restated as unchanged; empty means the whole term.
        case reaffirmed([FieldName])
        /// An instrument that might have spoken of it did not; empty means the whole term.
        case unaddressed([FieldName])
        case interpreted(FieldName, reading: String, by: [PartyID], competing: [String])
        case waived(by: PartyID, extent: String, lasts: DateBound?)
        case noticeGiven(by: PartyID, to: PartyID?, takesEffect: DateBound?)
        case optionExercised(by: PartyID, extent: ExerciseExtent? = nil)
        case optionDeclined(by: PartyID)
        case accrued(Money, period: DateRange)
        case consented(Consent, to: String, lasts: DateBound?)
    }
}
