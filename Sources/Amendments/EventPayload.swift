public import Notation
public import Terms

/// What an event states: a value of one of the types that are named as the kinds of events are, such as ``TermAmended``.
///
/// The set is closed: a value of any other type is no event, and no book takes it.
public protocol EventStatement: Hashable, Sendable {}

/// What one kind of event says, what it does to an agreement, and what else others need to know of it.
///
/// A payload is a value: it knows nothing of stores, clocks or files. Its codec is its only format, the
/// same in YAML, JSON and the store. When the format changes, `schemaVersion` grows and `upcast` turns
/// older bodies into today's; stored bytes are never rewritten.
///
/// The properties have no default, and nothing outside the event's file lists kinds: an event is added by
/// writing what the compiler asks for.
public protocol EventPayload: EventStatement {
    static var kind: EventKind { get }
    static var codec: Codec<Self> { get }
    static var traits: EventTraits { get }

    /// The version of the body's format that `codec` reads and writes.
    static var schemaVersion: Int { get }

    /// Returns a body of an older version in today's format; nil where there never was such a version.
    static func upcast(_ body: Node, from version: Int) -> Node?

    /// Adds what this event says to `state`, or a violation that says why it cannot hold.
    func apply(to state: inout AgreementState, by event: RecordedEvent)

    /// Which terms read otherwise because of it.
    var reach: EventReach { get }
    /// What it does to an earlier event, where it is of the record itself.
    var recordAct: RecordAct? { get }
    /// The condition that it ends, and how.
    var concludes: Conclusion? { get }

    /// The terms it speaks of, by the ids it gives them, whether it changes them or not.
    var namedTerms: [TermID] { get }
    /// The parties it names itself, rather than in the fields of terms.
    var namedParties: [NamedParty] { get }
    /// Every bound in it, as far as it reads as one.
    var namedBounds: [DateBound] { get }
    /// The sources cited inside the payload.
    var namedSources: [SourceID] { get }

    /// The fields it gives to terms.
    var givenFields: [GivenFields] { get }
    /// The ids that it gives to terms which go on under them, by those that they had.
    var movedTerms: [TermID: TermID] { get }
    /// When what it begins ends again, where it says so.
    var lastsUntil: DateBound? { get }
    /// What it did, said in the line of a term that it does not name: `which removed condition agi`.
    var effectInWords: String? { get }

    /// The same event with every value, free text and name taken out.
    ///
    /// Only that by which the fold finds what it acts on stays, and the days on which it does, so that the
    /// answer is "redacted" and not an older value.
    ///
    /// - Parameter mark: what stands in the place of a text that must be there.
    func redacted(_ mark: String) -> Self
}

extension EventPayload {
    public static var schemaVersion: Int { 1 }

    public static func upcast(_ body: Node, from version: Int) -> Node? { nil }

    /// The payload as its codec writes it.
    public var node: Node { Self.codec.encode(self) }

    static func decodePayload(_ node: Node, _ problems: inout Problems) -> (any EventPayload)? {
        codec.decode(node, &problems)
    }

    static var bodySchema: Schema {
        .reference(kind.rawValue, to: codec.schema.merging(Event.Header.codec.schema))
    }

    /// The names of the members that the payload itself may have.
    static var memberNames: [String] { codec.schema.memberNames }
}

extension EventPayload {
    public var traits: EventTraits { Self.traits }

    /// The event that it redacts.
    public var redacts: EventReference? {
        guard case .redacts(let target)? = recordAct else { return nil }
        return target
    }

    /// The terms that this event adds.
    public var addedTerms: [(term: TermID, kind: TermKind, set: RawFields)] {
        givenFields.compactMap { given in given.kind.map { (given.term, $0, given.set) } }
    }
}
