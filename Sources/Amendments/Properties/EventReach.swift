public import Terms

/// Which terms read otherwise because of an event.
public enum EventReach: Hashable, Sendable {
    /// Every term, where the agreement can end under that one; else none.
    case notice(under: TermID)
    /// None: it is said beside the terms, or of one without changing it.
    case nothing
    /// Those fields of a term.
    case fields([FieldName], of: TermID)
    /// Whether a term is in force.
    case status(of: TermID)
    /// All of a term.
    case term(TermID)
    /// What that event reported of a term.
    case report(EventReference)
    /// Every term that waits for a condition.
    case condition(ConditionID)
    /// What that event, or that recording, says.
    case record(RecordTarget)
    /// Every term.
    case everything
}

/// An event, or every event of a recording.
public enum RecordTarget: Hashable, Sendable {
    case event(EventReference)
    /// Every event of that recording that names no effective day of its own.
    case recording(RecordingKey)

    /// The recording that it is, or is part of.
    public var key: RecordingKey {
        switch self {
        case .event(let event): event.recording
        case .recording(let key): key
        }
    }
}

extension RecordTarget: CustomStringConvertible {
    public var description: String {
        switch self {
        case .event(let event): event.description
        case .recording(let key): key.text
        }
    }
}

/// What an event of the record itself does to an earlier one, before the fold.
public enum RecordAct: Hashable, Sendable {
    /// The event reads as another one.
    case corrects(EventReference, into: Event)
    /// The event reads as if it never was recorded.
    case rescinds(EventReference)
    /// It holds from another day.
    case moves(RecordTarget, to: DateBound)
    /// What the event says is taken out for good.
    case redacts(EventReference)

    public var target: RecordTarget {
        switch self {
        case .corrects(let event, _), .rescinds(let event), .redacts(let event): .event(event)
        case .moves(let target, _): target
        }
    }
}
