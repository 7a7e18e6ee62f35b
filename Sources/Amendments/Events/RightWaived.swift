public import Notation
public import Terms

/// A party gives up a right under a term, once or for a time; the term is not changed.
///
/// What is given up is stated in words, and as far as it can be in names: `products`, `fields`, `territories`,
/// `channels` and `customers`, and by `towards` to whom. `obligations` names the fields of the term that alone are given
/// up, `period` the days whose sums or acts alone are meant, and `share: whole` says that of those nothing is left. It
/// begins with the event's own day and ends with `lasts`, each of which may hang on a condition.
public struct RightWaived: EventPayload {
    public static let kind = EventKind.rightWaived
    public static let traits: EventTraits = [.changesTerms, .isDroppedWithCondition]

    public var term: TermID
    public var by: PartyID
    /// What is given up, in words.
    public var extent: String
    /// What is given up, in names.
    public var scope: ScopeExtent
    /// The parties towards which it is given up; empty where that is not stated.
    public var towards: [PartyID]
    /// When it ends again; nil until something ends it.
    public var lasts: DateBound?
    /// The fields of the term that are given up; empty where that is not stated.
    public var obligations: [FieldName]
    /// The days of which something is given up, whenever that is agreed; nil where that is not stated.
    public var period: DateRange?
    /// How much of it is given up; nil where words alone say so.
    public var share: Share?

    /// How much of what is named is given up.
    public enum Share: String, CaseIterable, Hashable, Sendable {
        case whole, part
    }

    public init(
        term: TermID, by: PartyID, extent: String, scope: ScopeExtent = ScopeExtent(),
        towards: [PartyID] = [], lasts: DateBound? = nil, obligations: [FieldName] = [],
        period: DateRange? = nil, share: Share? = nil
    ) {
        self.term = term
        self.by = by
        self.extent = extent
        self.scope = scope
        self.towards = towards
        self.lasts = lasts
        self.obligations = obligations
        self.period = period
        self.share = share
    }

    public static let codec = Codec<RightWaived>.object(
        {
            RightWaived(
                term: $0, by: $1, extent: $2,
                scope: ScopeExtent(
                    products: $3, fields: $4, territories: $5, channels: $6, customers: $7),
                towards: $8, lasts: $9, obligations: $10, period: $11, share: $12)
        },
        .required("term", \.term, TermID.codec),
        .required("by", \.by, PartyID.codec),
        .required("extent", \.extent, .text),
        .optional("products", \.scope.products, TagSet.codec),
        .optional("fields", \.scope.fields, TagSet.codec),
        .optional("territories", \.scope.territories, TagSet.codec),
        .optional("channels", \.scope.channels, TagSet.codec),
        .optional("customers", \.scope.customers, TagSet.codec),
        .optional("towards", \.towards, .list(of: PartyID.codec), default: []),
        .optional("lasts", \.lasts, DateBound.codec),
        .optional("obligations", \.obligations, .list(of: FieldName.codec), default: []),
        .optional("period", \.period, DateRange.codec),
        .optional("share", \.share, .choice("how much is given up"))
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(obligations, of: term, by: event)
        state.remark(.waived(by: by, extent: extent, lasts: lasts), on: term, by: event)
    }

    public var reach: EventReach { .status(of: term) }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [term] }
    public var namedParties: [NamedParty] {
        [NamedParty(by, .actor)] + towards.map { NamedParty($0, .released) }
    }
    public var namedBounds: [DateBound] { [lasts].compactMap(\.self) }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { lasts }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> RightWaived {
        RightWaived(
            term: term, by: .redacted, extent: mark, lasts: lasts, obligations: [], period: nil,
            share: nil)
    }
}
