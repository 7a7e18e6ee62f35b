public import Terms

/// What sort of thing an event is, as far as answers depend on it.
public struct EventTraits: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It changes what holds between the parties, rather than what is known of it.
    public static let changesTerms = EventTraits(rawValue: 1)
    /// It says that the record, or a source, was wrong.
    public static let corrects = EventTraits(rawValue: 2)
    /// It takes something out, rather than let it run out.
    public static let takesOut = EventTraits(rawValue: 4)
    /// It can only speak of a term during the term's life.
    public static let isOfLivingTerms = EventTraits(rawValue: 8)
    /// It is about days to come, and never in force: its day may be an expectation.
    public static let isExpectation = EventTraits(rawValue: 16)
    /// It says how other events of the record read: its `recordAct` is never nil, as it always is without this.
    public static let actsOnRecord = EventTraits(rawValue: 32)
    /// It ends, suspends or gives away something: upon a condition that is removed or waived it never takes
    /// effect, as an end upon one never comes, while what a condition held back from beginning begins.
    public static let isDroppedWithCondition = EventTraits(rawValue: 64)
    /// It says what names mean, in every agreement of the book.
    public static let definesNames = EventTraits(rawValue: 128)
}

/// A party that an event names, and what it has to do with it.
public struct NamedParty: Hashable, Sendable {
    public var party: PartyID
    public var role: Role

    public init(_ party: PartyID, _ role: Role) {
        self.party = party
        self.role = role
    }

    public enum Role: Hashable, Sendable {
        /// It acts: gives the notice, waives the right.
        case actor
        /// It is acted on: gets the notice, is sued.
        case addressee
        /// The event is about it: it is renamed, succeeded, withdraws.
        case subject
        /// It becomes a party by the event.
        case newcomer
        /// A right is given up towards it; it may be a party to another agreement only.
        case released
        /// A report says that it stands in a field.
        case reported
    }
}

/// The fields that an event gives to a term, as written.
public struct GivenFields: Hashable, Sendable {
    public var term: TermID
    /// The kind that the event states; nil where the term has its kind already.
    public var kind: TermKind?
    public var set: RawFields

    public init(_ set: RawFields, to term: TermID, of kind: TermKind?) {
        self.term = term
        self.kind = kind
        self.set = set
    }
}

/// How an event ends a condition.
public struct Conclusion: Hashable, Sendable {
    public var condition: ConditionID
    public var manner: ConditionRecord.Manner

    public init(_ condition: ConditionID, _ manner: ConditionRecord.Manner) {
        self.condition = condition
        self.manner = manner
    }
}
