public import Amendments
public import Terms

/// A change of a party that is agreed and, on the day of the question, waits for a condition or may not have come yet.
///
/// It stands beside what is certain of the party, and is never read as that.
public struct OpenPartyChange: Hashable, Sendable {
    public var effect: Effect
    /// What agreed it.
    public var event: RecordedEvent
    public var state: State

    /// What would happen.
    public enum Effect: Hashable, Sendable {
        case admitted
        case renamed(String)
        case succeeded(PartyID)
        case withdrew
        /// Someone joins the group.
        case joined(PartyID)
        /// Someone leaves the group.
        case left(PartyID)

        init(_ change: Membership.Change) {
            switch change {
            case .joins(let party, _): self = .joined(party)
            case .leaves(let party): self = .left(party)
            }
        }
    }

    /// Why it is open.
    public enum State: Hashable, Sendable {
        /// It waits for these conditions.
        case conditional(DateBound, [ConditionID])
        /// It took effect on one of these days, both included.
        case within(first: Day, last: Day)
    }
}

extension OpenPartyChange.Effect {
    /// What happens, in a word that programs can switch over.
    public enum Word: String, CaseIterable, Hashable, Sendable {
        case admitted, renamed, succeeded, withdrew, joined, left
    }

    public var word: Word {
        switch self {
        case .admitted: .admitted
        case .renamed: .renamed
        case .succeeded: .succeeded
        case .withdrew: .withdrew
        case .joined: .joined
        case .left: .left
        }
    }
}

extension BoundReader {
    /// The change of a party by an event, as far as it is open on a day; nil where it has surely come, or is yet
    /// to come on a day that is known.
    func open(
        _ effect: OpenPartyChange.Effect, by event: RecordedEvent, on day: Day
    ) -> OpenPartyChange? {
        let bound = event.effective
        let window = start(of: event)
        if let window, window.hasPassed(on: day) == .unknown {
            return OpenPartyChange(
                effect: effect, event: event,
                state: .within(first: window.first, last: window.sure))
        }
        let conditions = mayWait(in: bound, on: day)
        guard !conditions.isEmpty, window.map({ day < $0.first }) ?? true,
            InstrumentOrder.agreedDay(event.recording) <= day
        else { return nil }
        return OpenPartyChange(
            effect: effect, event: event, state: .conditional(bound, conditions))
    }
}
