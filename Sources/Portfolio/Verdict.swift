public import Terms

/// Whether a term satisfies a predicate, as far as is known.
public enum Verdict: Hashable, Sendable {
    case yes
    case no
    /// What is known leaves it open, for these reasons.
    case maybe([Doubt])

    static func of(_ truth: Bool) -> Verdict { truth ? .yes : .no }

    static func all(_ parts: some Sequence<Verdict>) -> Verdict {
        var doubts: [Doubt] = []
        for part in parts {
            switch part {
            case .yes: continue
            case .no: return .no
            case .maybe(let own): doubts += own.filter { !doubts.contains($0) }
            }
        }
        return doubts.isEmpty ? .yes : .maybe(doubts)
    }

    static func any(_ parts: some Sequence<Verdict>) -> Verdict {
        all(parts.map(\.negated)).negated
    }

    var isMaybe: Bool {
        switch self {
        case .maybe: true
        case .yes, .no: false
        }
    }

    var negated: Verdict {
        switch self {
        case .yes: .no
        case .no: .yes
        case .maybe: self
        }
    }
}

/// Why it is open whether a term satisfies a predicate.
public struct Doubt: Hashable, Sendable {
    /// nil: the doubt is about the status.
    public var field: FieldName?
    public var reason: String
    /// True where it is open only because the term waits for a condition.
    public var isConditional: Bool

    init(_ field: FieldName?, _ reason: String, isConditional: Bool = false) {
        self.field = field
        self.reason = reason
        self.isConditional = isConditional
    }
}

extension Doubt: CustomStringConvertible {
    public var description: String { "\(field?.rawValue ?? "status"): \(reason)" }
}
