public import Amendments
public import Ledger
public import Terms

/// How sure a finding is; a finding that is proved not to be is left out.
public enum Certainty: String, CaseIterable, Hashable, Sendable {
    /// Every dimension is proved.
    case certain
    /// At least one dimension is not known; its proof says which and why.
    case possible
}

/// One side of a finding: a term, with the events that made it what it is.
public struct ConflictSide: Hashable, Sendable {
    public let agreement: AgreementID
    public let title: String
    public let term: TermID
    /// The id under which the term was first added.
    public let identity: TermID
    public let kind: TermKind
    /// The term as it reads in a sentence.
    public let sentence: String
    /// What it says and who says so, in the order of positions.
    public let citations: [RecordedEvent]

    init(_ termPeriod: TermPeriod) {
        agreement = termPeriod.agreement
        title = termPeriod.title
        term = termPeriod.term.id
        identity = termPeriod.term.identity
        kind = termPeriod.term.kind
        sentence = termPeriod.term.sentence
        citations = termPeriod.citations
    }
}

/// What settles a conflict. Nothing else does: a later deal with a third party never overrides.
public indirect enum Resolution: Hashable, Sendable {
    /// The term's own exception came about, and covers it.
    case exception(ConditionID, [RecordedEvent])
    /// The protected party gave up what it covers.
    case waiver(by: PartyID, extent: String, RecordedEvent)
    /// The holder of a first right was asked, and declined.
    case declined(by: PartyID, RecordedEvent)
    /// Who had to be asked for a consent gave it; to what, in words.
    case consent(by: String, to: String, RecordedEvent)
    /// A clause of the same agreement says which of the two terms prevails.
    case precedence(of: TermID, RecordedEvent)
    /// A later instrument of the same agreement, between the same parties.
    case laterAmendment(RecordedEvent)
    /// Several of these, which cover it together and none without the others.
    case several([Resolution])

    /// One of them, or all of them together.
    static func together(_ resolutions: [Resolution]) -> Resolution {
        resolutions.count == 1 ? resolutions[0] : .several(resolutions)
    }

    public var events: [RecordedEvent] {
        switch self {
        case .several(let resolutions): resolutions.flatMap(\.events)
        case .exception(_, let events): events
        case .waiver(_, _, let event), .declined(_, let event), .consent(_, _, let event),
            .precedence(_, let event), .laterAmendment(let event):
            [event]
        }
    }
}

/// Two terms that cannot both be kept, or one that needs a look, on a run of days.
///
/// A report, not a judgement: Deedbook says what meets and what is not known.
public struct Conflict: Hashable, Sendable {
    public var rule: RuleName
    public var certainty: Certainty
    /// The protected side first; one side for a finding about one term.
    public var sides: [ConflictSide]
    /// Without an end where nothing on record ends it.
    public var days: DayRange
    public var proofs: [DimensionProof]
    /// What settles it on these days; nil while nothing does.
    public var resolution: Resolution?
    /// What ended it, or changed what is known of it, on the day after the last.
    public var closedBy: [RecordedEvent]
    /// True when the same finding goes on after the last day, with other proofs or settled.
    public var goesOn: Bool
    /// Who is exposed; nil where it is no one in particular.
    public var partyInRisk: PartyID?
    /// Too little is known to call it a conflict of anybody: a party is not named, or nothing but the parties
    /// is known to have to do with each other.
    public var isFaint: Bool
    /// Disputes about either side, as they stood when it closed or at the end of what is known; one
    /// that was mooted released no one.
    public var disputes: [ConformedDispute]
    public var notes: [String]

    /// The dimensions that are not known.
    public var openDimensions: [Dimension] {
        proofs.filter { $0.result == .unknown }.map(\.dimension)
    }

    public var isResolved: Bool { resolution != nil }

    /// True for what is no conflict but a gap in the record.
    public var isGap: Bool { rule.nature == .gap }

    /// Whether any of its days lies in a range, both ends included.
    public func meets(_ range: ClosedRange<Day>) -> Bool {
        days.overlaps(DayRange(range))
    }
}

extension Conflict {
    /// Where it stands among others, oldest first; no two findings share one.
    var place: (from: Day, text: String) {
        let sides = sides.map { "\($0.agreement) \($0.term)" }.joined(separator: " ")
        return (days.from, "\(rule.rawValue) \(sides)")
    }
}
