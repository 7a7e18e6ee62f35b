/// How a term came to be done with: nothing is owed under it any more.
public enum Discharge: String, CaseIterable, Hashable, Sendable {
    /// The right was used in whole.
    case exercised
    /// Everything that was due was paid.
    case paid
    /// What was owed was done.
    case fulfilled
}

extension EventPayload {
    /// How the event discharges the term that it names; nil where it does not.
    public var discharge: Discharge? {
        if let discharged = self as? TermDischarged { return discharged.manner }
        let exercise = self as? OptionExercised
        return exercise?.extent == .whole ? .exercised : nil
    }
}
