public import Notation
public import Terms

/// A dispute ends. Mooted is not released: that its basis fell away gives up no past claim.
public struct DisputeResolved: EventPayload {
    public static let kind = EventKind.disputeResolved
    public static let traits: EventTraits = []

    public var dispute: DisputeID
    public var manner: DisputeRecord.Manner
    /// Whether past claims were released.
    public var released: Truth

    public init(dispute: DisputeID, manner: DisputeRecord.Manner, released: Truth) {
        self.dispute = dispute
        self.manner = manner
        self.released = released
    }

    public static let codec = Codec<DisputeResolved>.object(
        { DisputeResolved(dispute: $0, manner: $1, released: $2) },
        .required("dispute", \.dispute, DisputeID.codec),
        .required("manner", \.manner, .choice("a manner of ending a dispute")),
        .required("released", \.released, Truth.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if state.disputes[dispute] == nil {
            state.refuse(
                event, for: .named(dispute.text), "unknown dispute '\(dispute)'",
                hint: "raise it first with dispute-raised")
        }
        state.disputes[dispute]?.resolutions.append(
            .init(event: event, manner: manner, released: released))
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

    public func redacted(_ mark: String) -> DisputeResolved {
        DisputeResolved(dispute: dispute, manner: manner, released: .unknown)
    }
}

extension Truth {
    /// One word, or yes and no as YAML has them.
    fileprivate static let codec = Codec<Truth>(schema: .enumeration(allCases.map(\.rawValue))) {
        node, problems in
        switch node.content {
        case .boolean(let flag): return Truth(flag)
        default: return Codec<Truth>.choice("yes, no or unknown").decode(node, &problems)
        }
    } encode: {
        .string($0.rawValue)
    }
}
