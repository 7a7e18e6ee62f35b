public import Notation
public import Terms

/// A vocabulary says what a name is to other names; it holds for every agreement of the book.
///
/// Names are without days: what is said of one holds whatever day is read. What is said again is added.
public struct ScopeDefined: EventPayload {
    public static let kind = EventKind.scopeDefined
    public static let traits: EventTraits = [.definesNames]

    public var scope: Tag
    /// What the name stands for, in words.
    public var text: String?
    /// The names that all of it lies in.
    public var within: [Tag]
    /// The names that it has nothing in common with.
    public var disjointFrom: [Tag]
    /// Other names of the same thing.
    public var sameAs: [Tag]
    /// What is said of the names right below it, by path or by `within`.
    public var parts: Parts?

    public enum Parts: String, CaseIterable, Hashable, Sendable {
        /// They have nothing in common with each other.
        case disjoint
    }

    public init(
        scope: Tag, text: String? = nil, within: [Tag] = [], disjointFrom: [Tag] = [],
        sameAs: [Tag] = [], parts: Parts? = nil
    ) {
        self.scope = scope
        self.text = text
        self.within = within
        self.disjointFrom = disjointFrom
        self.sameAs = sameAs
        self.parts = parts
    }

    public static let codec = Codec<ScopeDefined>.object(
        {
            ScopeDefined(scope: $0, text: $1, within: $2, disjointFrom: $3, sameAs: $4, parts: $5)
        },
        .required("scope", \.scope, Tag.codec),
        .optional("text", \.text, .text),
        .optional("within", \.within, .oneOrMany(Tag.codec), default: []),
        .optional("disjoint-from", \.disjointFrom, .oneOrMany(Tag.codec), default: []),
        .optional("same-as", \.sameAs, .oneOrMany(Tag.codec), default: []),
        .optional("parts", \.parts, .choice("what is said of the parts"))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if let name = (within + disjointFrom + sameAs).first(where: { $0 == scope }) {
            return state.refuse(
                event, for: .itself, "'\(name)' cannot be related to itself",
                hint: "every name is the same as itself, and never empty")
        }
        if let name = disjointFrom.first(where: { $0.overlaps(scope) }) {
            return state.refuse(
                event, for: .itself, "'\(scope)' and '\(name)' cannot be disjoint",
                hint: "one lies within the other, as its path says")
        }
        state.scopes.append(ScopeRecord(event: event, relation: relation(by: event.reference)))
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> ScopeDefined {
        ScopeDefined(scope: "redacted")
    }

    private func relation(by event: EventReference) -> ScopeRelation {
        ScopeRelation(
            scope, within: within, disjointFrom: disjointFrom, sameAs: sameAs,
            hasDisjointParts: parts == .disjoint, origin: event.description)
    }
}
