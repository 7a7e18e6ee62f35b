/// Whether a party is in a group on a day.
public enum MemberStanding: String, CaseIterable, Hashable, Sendable {
    case member
    /// An imprecise day leaves open whether it has joined, or has left.
    case perhaps
    case left
}
