public import Notation
public import Terms

/// The agreement ends before its stated end, by a power, a breach or an agreement.
///
/// It ends from its effective day; what was in force before stays history. That it never was is `event-rescinded`.
public struct AgreementTerminated: EventPayload {
    public static let kind = EventKind.agreementTerminated
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var by: PartyID?
    public var ground: String?
    /// Terms that go on all the same.
    public var surviving: [TermID]

    public init(by: PartyID? = nil, ground: String? = nil, surviving: [TermID] = []) {
        self.by = by
        self.ground = ground
        self.surviving = surviving
    }

    public static let codec = Codec<AgreementTerminated>.object(
        { AgreementTerminated(by: $0, ground: $1, surviving: $2) },
        .optional("by", \.by, PartyID.codec),
        .optional("ground", \.ground, .text),
        .optional("surviving", \.surviving, .list(of: TermID.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(surviving: surviving, by: event)
        state.endings.append(
            AgreementEnding(event: event, surviving: Set(surviving), successor: nil))
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { surviving }
    public var namedParties: [NamedParty] { by.map { [NamedParty($0, .actor)] } ?? [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which terminated the agreement" }

    public func redacted(_ mark: String) -> AgreementTerminated {
        AgreementTerminated(by: nil, ground: nil, surviving: surviving)
    }
}
