/// What the terms of a kind are about: groups of kinds, in the order in which people look for them.
public enum TermCategory: String, CaseIterable, Comparable, Hashable, Sendable {
    /// What is paid, promised or put in.
    case money
    /// Who may do what, and who gets what first.
    case rights
    /// How long it all lasts.
    case life
    /// How the parties conduct themselves.
    case conduct
    /// Which law, which court, which document first.
    case form

    public static func < (lhs: TermCategory, rhs: TermCategory) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
