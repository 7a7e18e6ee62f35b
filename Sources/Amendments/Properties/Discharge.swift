/// How a term was discharged: nothing is owed under it any more.
public enum Discharge: String, CaseIterable, Hashable, Sendable {
    /// The right was used in whole.
    case exercised
    /// Everything that was due was paid.
    case paid
    /// What was owed was done.
    case fulfilled
}
