import Amendments
public import Ledger
public import Terms

/// Whether reports of what is not agreed, or withheld, are taken to hold.
public enum ReportUse: Hashable, Sendable {
    /// Only what is agreed: what is undisclosed stays a range.
    case leftOut
    /// The best graded report with a value takes the place of what is not told.
    case takenToHold
}

/// The terms of a payment term on every day, as known from one vantage.
public struct TermsOfPayment: Sendable {
    public let term: TermID
    public let kind: TermKind
    let identity: TermID
    let timeline: TermTimeline
    private let reading: AgreementReading
    private let resolved: ResolvedPoint
    private let vantage: Vantage
    /// The first days on which anything about any term of the agreement may change.
    private let boundaries: [Day]
    private let fixedDay: Day?

    /// The kinds that come to an amount of money.
    public static let kinds: [TermKind] = [.revenueShare, .royalty, .fee, .minimumCommitment]

    /// Whether a figure, such as a period's revenue, decides what the term comes to. A commitment comes
    /// to its amount without one, and to its shortfall with what was spent.
    public enum FigureUse: Hashable, Sendable {
        case needed, optional, none
    }

    public var figureUse: FigureUse {
        switch kind {
        case .fee: .none
        case .minimumCommitment: .optional
        case _: .needed
        }
    }

    /// Returns nil where the agreement has no such term, or its kind is none of `kinds`.
    ///
    /// - Parameter fixedDay: reads every day's terms as they stand on that one day; nil for each day's
    ///   own.
    public init?(
        _ term: TermID, in reading: AgreementReading, from vantage: Vantage,
        resolved: ResolvedPoint, asOn fixedDay: Day? = nil
    ) {
        guard let timeline = reading.term(term), Self.kinds.contains(timeline.record.kind) else {
            return nil
        }
        self.term = term
        self.timeline = timeline
        kind = timeline.record.kind
        identity = timeline.record.identity
        self.reading = reading
        self.vantage = vantage
        self.resolved = resolved
        self.fixedDay = fixedDay
        boundaries = Set(Pieces.of(reading).map(\.from)).sorted()
    }

    /// Every base that a rate of the term, agreed or reported, names.
    public var bases: [String] {
        Set(
            values(of: .rate).compactMap { value in
                if case .rate(let rate) = value { rate.base } else { nil }
            }
        ).sorted()
    }

    /// Every currency that its own amounts, agreed or reported, are in.
    public var currencies: [Currency] {
        let names: [FieldName] = [.amount, .cap, .floor, .minimum]
        return Set(
            names.flatMap { values(of: $0) }.compactMap { value in
                if case .money(let money) = value { money.currency } else { nil }
            }
        ).sorted { $0.code < $1.code }
    }

    private func values(of name: FieldName) -> [Value] {
        let agreed = (timeline.record.assertions[name] ?? []).map(\.value)
        let reported = (timeline.record.reports[name] ?? []).map(\.value)
        return (agreed + reported).flatMap { value -> [Value] in
            switch value {
            case .stated(let value)?: [value]
            case .between(let low, let high)?: [low, high]
            case .redacted?, .undisclosed?, .unknown?, .silent?, .some(.none), .sameAs?, nil: []
            }
        }
    }

    /// What accrued by the end of a day, in minor units of a currency.
    public func accrued(by day: Day, in currency: Currency) -> Int128 {
        let amounts = copy(on: day).term(identity)?.accrued ?? []
        return amounts.first { $0.currency == currency }.flatMap { MinorUnits.of($0) } ?? 0
    }

    /// The first day of the run of days, all under the same terms, that a day lies in.
    func pageStart(of day: Day) -> Day { boundaries.last { $0 <= day } ?? .first }

    /// The first days of the later runs that begin by a last day.
    func pageStarts(after first: Day, to last: Day) -> [Day] {
        fixedDay == nil ? boundaries.filter { first < $0 && $0 <= last } : []
    }

    /// The agreement as it stands on the run of days that begins so.
    func page(from start: Day) -> ConformedCopy { copy(on: fixedDay ?? start) }

    private func copy(on day: Day) -> ConformedCopy {
        var vantage = vantage
        vantage.on = day
        return reading.conformedCopy(from: vantage, resolved: resolved, outlook: false)
    }
}
