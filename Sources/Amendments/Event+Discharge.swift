extension EventPayload {
    /// How the event discharges the term that it names; nil where it does not.
    public var discharge: Discharge? {
        if let discharged = self as? TermDischarged { return discharged.manner }
        let exercise = self as? OptionExercised
        return exercise?.extent == .whole ? .exercised : nil
    }
}
