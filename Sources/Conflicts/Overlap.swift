import Terms

/// Whether two things meet: proved apart, proved to meet, or not known.
///
/// Three-valued logic after Kleene: what is not known never becomes a yes.
public enum Overlap: String, CaseIterable, Hashable, Sendable {
    case disjoint, overlap, unknown

    /// Both must meet: apart if either is, certain only if both are.
    public func and(_ other: Overlap) -> Overlap {
        switch (self, other) {
        case (.disjoint, _), (_, .disjoint): .disjoint
        case (.unknown, _), (_, .unknown): .unknown
        case (.overlap, .overlap): .overlap
        }
    }

    /// Either is enough.
    func or(_ other: Overlap) -> Overlap {
        if self == .overlap || other == .overlap { return .overlap }
        return self == .unknown || other == .unknown ? .unknown : .disjoint
    }

    init(_ result: ScopeVocabulary.Comparison.Result) {
        self =
            switch result {
            case .disjoint: .disjoint
            case .overlap: .overlap
            case .unknown: .unknown
            }
    }
}

extension Sequence where Element == Overlap {
    /// What is left when all must meet; nothing asked for is nothing apart.
    public func all() -> Overlap { reduce(.overlap) { $0.and($1) } }
}
