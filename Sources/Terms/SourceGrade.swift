public import Notation

/// How much a source proves, best first: the best is the smallest.
public enum SourceGrade: String, Hashable, Sendable, CaseIterable {
    /// The signed text itself.
    case executedText = "executed-text"
    /// A filing with a regulator, for which the filer answers.
    case regulatoryFiling = "regulatory-filing"
    /// What a party says in public under its own name.
    case partyStatement = "party-statement"
    /// What a court found.
    case courtFinding = "court-finding"
    /// A report by a publisher who names its source, or stands for it by name.
    case namedPress = "named-press"
    /// A report that rests on persons no one named.
    case unnamedSource = "unnamed-source"
    /// An account of other accounts.
    case secondary
    /// No one said so; it was concluded.
    case inference

    /// One of the words above.
    public static let codec = Codec<SourceGrade>.choice("a grade")

    private var rank: Int {
        switch self {
        case .executedText: 0
        case .regulatoryFiling: 1
        case .partyStatement: 2
        case .courtFinding: 3
        case .namedPress: 4
        case .unnamedSource: 5
        case .secondary: 6
        case .inference: 7
        }
    }
}

extension SourceGrade: Comparable {
    public static func < (lhs: SourceGrade, rhs: SourceGrade) -> Bool { lhs.rank < rhs.rank }
}
