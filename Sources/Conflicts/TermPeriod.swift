public import Amendments
public import Ledger
public import Terms

/// One term on a run of days on which nothing about it changes, with its footprint.
public struct TermPeriod: Hashable, Sendable {
    public let agreement: AgreementID
    public let title: String
    public let term: ConformedTerm
    /// nil for a kind that grants, binds and promises nothing to anybody.
    public var termScope: TermScope?
    public internal(set) var days: DayRange
    /// What ended or changed it on the day after the last of them.
    public internal(set) var endedBy: [RecordedEvent] = []
    /// The first day on which it was live in its present life.
    public let liveSince: Day
    /// The first day since when it has been live without a break.
    public let presentSince: Day
    /// The first day since when it has excluded others, pauses and changes for a time left out of account.
    public let exclusiveSince: Day
    /// The condition under which it does not bind, as it stands.
    public let exception: ConformedCondition?
    /// What may release others from it: waivers, and its exception once it came about.
    public let releases: [Release]
    /// The conditions it names, or depended on, that were removed by then.
    public let removedConditions: [ConformedCondition]
    /// The clauses of its agreement by which it prevails over another term, or yields to one.
    public let precedences: [Precedence]
    /// The disputes about it, also those that are over.
    public let disputes: [ConformedDispute]
    /// The terms it names that were in force once and are no more.
    public let endedTerms: Set<TermID>
    /// The parties of its agreement.
    public let parties: Set<PartyID>
    /// What had accrued under it by then for certain.
    public let sureAccruals: [AccruedSum]
    /// The terms of its agreement that alone say its greatest amount, in force or perhaps in force.
    public let caps: [ConformedTerm]
    /// What was done for which it asks a consent, in the order of days.
    public let consentCalls: [ConsentCall]
    /// When its life begins, from which its periods are counted; nil where no one says.
    public let beginning: DayWindow?
}

extension TermPeriod {
    /// The same up to a day, on which something ends or changes it.
    func closed(on day: Day, by events: [RecordedEvent]) -> TermPeriod {
        var closed = self
        closed.days = days.before(day) ?? days
        closed.endedBy = events
        return closed
    }

    /// The term's own events that a finding cites: how it was made, and what governs its dimensions.
    var citations: [RecordedEvent] {
        let names = Self.citedFields
        let governing = term.fields.filter {
            names.contains($0.name) && !$0.isReported
        }.map(\.governing)
        let additions = term.fields.filter { $0.name == .starts }.map(\.governing)
        let readings = term.remarks.filter { remark in
            guard case .interpreted(let name, _, _, let competing) = remark.content else {
                return false
            }
            return names.contains(name) && !competing.isEmpty
        }
        return (additions + governing + readings.map(\.event)).reduce(into: []) { events, event in
            if !events.contains(event) { events.append(event) }
        }.sorted { $0.position < $1.position }
    }

    /// The fields that rules look at.
    static let citedFields: Set<FieldName> = [
        .products, .workloads, .fields, .territories, .channels, .customers, .exclusivity, .act,
        .acts, .subjects, .rate, .cap, .percentage, .exception, .compared, .requirements,
        .purchaseExclusivity, .security,
    ]

    /// Whether that party gives the right or is bound.
    func isGranted(by party: PartyID) -> Truth { Self.matches(termScope?.grantor, party) }

    /// Whether that party gets the right or is protected.
    func isGranted(to party: PartyID) -> Truth { Self.matches(termScope?.grantee, party) }

    private static func matches(_ side: Coverage<PartyLine>?, _ party: PartyID) -> Truth {
        switch side {
        case .known(let line)?: line.matches(party)
        case .unknown?: .unknown
        case nil: .no
        }
    }

    /// The same term from the side of whom it is given to.
    var otherSide: TermPeriod {
        var side = self
        side.termScope = termScope?.otherSide
        return side
    }

    /// True for two holdings of one term.
    func isSameTerm(as other: TermPeriod) -> Bool {
        agreement == other.agreement && term.identity == other.term.identity
    }
}
