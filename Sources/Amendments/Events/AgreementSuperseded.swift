public import Notation
public import Terms

/// Another agreement takes the place of this one, which ends.
public struct AgreementSuperseded: EventPayload {
    public static let kind = EventKind.agreementSuperseded
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var successor: AgreementID
    /// Terms that go on all the same.
    public var surviving: [TermID]

    public init(successor: AgreementID, surviving: [TermID] = []) {
        self.successor = successor
        self.surviving = surviving
    }

    public static let codec = Codec<AgreementSuperseded>.object(
        { AgreementSuperseded(successor: $0, surviving: $1) },
        .required("successor", \.successor, AgreementID.codec),
        .optional("surviving", \.surviving, .list(of: TermID.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(surviving: surviving, by: event)
        state.endings.append(
            AgreementEnding(event: event, surviving: Set(surviving), successor: successor))
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { surviving }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { "which superseded the agreement" }

    /// That the agreement ended stays, not which one took its place.
    public func redacted(_ mark: String) -> AgreementSuperseded {
        AgreementSuperseded(successor: "redacted", surviving: surviving)
    }
}
