public import Terms

/// How far a right excludes others, from most to nothing.
///
/// The ladder has a fixed meaning: `exclusive` keeps even the grantor out, `sole` leaves the grantor in,
/// `coExclusive` has a number of holders that no field states, `nonExclusive` keeps no one out.
public enum Exclusivity: String, CaseIterable, Hashable, Sendable {
    case exclusive, sole
    case coExclusive = "co-exclusive"
    case nonExclusive = "non-exclusive"

    /// Whether it keeps other grantees out; unknown where that depends on their number.
    public var shutsOut: Truth {
        switch self {
        case .exclusive, .sole: .yes
        case .coExclusive: .unknown
        case .nonExclusive: .no
        }
    }
}
