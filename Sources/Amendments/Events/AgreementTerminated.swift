public import Notation
public import Terms

/// The agreement ends before its stated end, by a power, a breach or an agreement.
///
/// It ends from its effective day; what was in force before stays history. That it never was is `event-rescinded`.
public struct AgreementTerminated: EventPayload {
    public static let kind = EventKind.agreementTerminated
    public static let traits: EventTraits = [.changesTerms, .takesOut, .isDroppedWithCondition]

    public var by: PartyID?
    /// A word of `TerminationGround`, or the instrument's own words.
    public var ground: String?
    /// The right of termination that is used.
    public var under: TermID?
    /// Terms that go on all the same.
    public var surviving: [TermID]
    /// Terms that go on for a time, counted from the day the agreement ends; it goes before the time that they
    /// state themselves.
    public var runOff: [TermID: CalendarDuration]

    public init(
        by: PartyID? = nil, ground: String? = nil, under: TermID? = nil, surviving: [TermID] = [],
        runOff: [TermID: CalendarDuration] = [:]
    ) {
        self.by = by
        self.ground = ground
        self.under = under
        self.surviving = surviving
        self.runOff = runOff
    }

    public static let codec = Codec<AgreementTerminated>.object(
        { AgreementTerminated(by: $0, ground: $1, under: $2, surviving: $3, runOff: $4) },
        .optional("by", \.by, PartyID.codec),
        .optional("ground", \.ground, .text),
        .optional("under", \.under, TermID.codec),
        .optional("surviving", \.surviving, .list(of: TermID.codec), default: []),
        .optional(
            "run-off", \.runOff,
            .dictionary(names: TermID.codec, values: CalendarDuration.codec), default: [:])
    )

    /// The ground, where it is one of the standard words.
    public var standardGround: TerminationGround? { ground.flatMap(TerminationGround.init) }

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(surviving: surviving + runOff.keys.sorted(), by: event)
        if let under {
            state.change(under, by: event) { _ in }
            state.check(under, isOneOf: [.terminationRight], by: event)
        }
        state.endings.append(
            AgreementEnding(
                event: event, surviving: Set(surviving).union(runOff.keys), runOff: runOff,
                successor: nil))
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] {
        [under].compactMap(\.self) + surviving + runOff.keys.sorted()
    }
    public var namedParties: [NamedParty] { by.map { [NamedParty($0, .actor)] } ?? [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? {
        "which terminated the agreement" + (standardGround.map { " for \($0.rawValue)" } ?? "")
    }

    public func redacted(_ mark: String) -> AgreementTerminated {
        AgreementTerminated(
            by: nil, ground: nil, under: nil, surviving: surviving, runOff: runOff)
    }
}
