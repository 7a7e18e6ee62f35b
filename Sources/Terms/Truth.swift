/// Whether something is so: yes, no, or not known.
///
/// Kleene's strong three-valued logic (S. C. Kleene, *Introduction to Metamathematics*, 1952, §64): what is not
/// known never becomes a yes.
public enum Truth: String, CaseIterable, Hashable, Sendable {
    case yes, no, unknown

    public init(_ isSo: Bool) { self = isSo ? .yes : .no }

    /// No if either is, yes only if both are.
    public func and(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.unknown, _), (_, .unknown): .unknown
        case (.yes, .yes): .yes
        }
    }

    /// Yes if either is, no only if both are.
    public func or(_ other: Truth) -> Truth { self.negated.and(other.negated).negated }

    /// What is not known stays so.
    public var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension Sequence where Element == Truth {
    /// Whether all are so; of none, yes.
    public func all() -> Truth { reduce(.yes) { $0.and($1) } }

    /// Whether any is so; of none, no.
    public func any() -> Truth { reduce(.no) { $0.or($1) } }
}
