public import Notation
public import Terms

/// A party gives a notice under a term, which may start a clock.
public struct NoticeGiven: EventPayload {
    public static let kind = EventKind.noticeGiven
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    public var term: TermID
    public var by: PartyID
    public var to: PartyID?
    public var takesEffect: DateBound?

    public init(term: TermID, by: PartyID, to: PartyID? = nil, takesEffect: DateBound? = nil) {
        self.term = term
        self.by = by
        self.to = to
        self.takesEffect = takesEffect
    }

    public static let codec = Codec<NoticeGiven>.object(
        { NoticeGiven(term: $0, by: $1, to: $2, takesEffect: $3) },
        .required("term", \.term, TermID.codec),
        .required("by", \.by, PartyID.codec),
        .optional("to", \.to, PartyID.codec),
        .optional("takes-effect", \.takesEffect, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.remark(.noticeGiven(by: by, to: to, takesEffect: takesEffect), on: term, by: event)
    }

    public var reach: EventReach { .notice(under: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] {
        [NamedParty(by, .actor)] + (to.map { [NamedParty($0, .addressee)] } ?? [])
    }
    public var namedBounds: [DateBound] { [takesEffect].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// Its day stays: without it another end of the agreement would be read from it.
    public func redacted(_ mark: String) -> NoticeGiven {
        NoticeGiven(term: term, by: .redacted, to: nil, takesEffect: takesEffect)
    }
}
