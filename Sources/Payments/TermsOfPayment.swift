import Amendments
public import Ledger
public import Terms

/// Whether reports that a better graded source leaves open are taken to hold.
public enum ReportUse: Hashable, Sendable {
    /// Only what answers: what is undisclosed stays a range.
    case leftOut
    /// The best graded report with a value takes the place of what is not told.
    case takenToHold
}

/// The terms of a payment term on every day, as known from one vantage.
public struct TermsOfPayment: Sendable {
    public let term: TermID
    public let kind: TermKind
    private let reading: AgreementReading
    private let resolved: ResolvedPoint
    private let vantage: Vantage
    private let identity: TermID
    /// The first days on which anything about any term of the agreement may change.
    private let boundaries: [Day]
    private let fixedDay: Day?

    /// The kinds that a figure and a rate decide.
    public static let kinds: [TermKind] = [.revenueShare, .royalty]

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
        guard let timeline = reading.term(term) else { return [] }
        let agreed = (timeline.record.assertions[.rate] ?? []).map(\.value)
        let reported = (timeline.record.reports[.rate] ?? []).map(\.value)
        let rates = (agreed + reported).flatMap { value -> [Value] in
            switch value {
            case .stated(let value)?: [value]
            case .between(let low, let high)?: [low, high]
            case .redacted?, .undisclosed?, .unknown?, .silent?, .some(.none), .sameAs?, nil: []
            }
        }
        return Set(
            rates.compactMap { value in
                if case .rate(let rate) = value { rate.base } else { nil }
            }
        ).sorted()
    }

    /// What accrued by the end of a day, in minor units of a currency.
    public func accrued(by day: Day, in currency: Currency) -> Int128 {
        let amounts = copy(on: day).term(identity)?.accrued ?? []
        return amounts.first { $0.currency == currency }.flatMap { MinorUnits.of($0) } ?? 0
    }

    /// The stretches of a figure's days.
    public func stretches(of figure: Figure, reports: ReportUse) -> [Stretch] {
        let inner = boundaries.filter { figure.first < $0 && $0 <= figure.last }
        let firsts = fixedDay == nil ? [figure.first] + inner : [figure.first]
        var stretches: [Stretch] = []
        for (index, first) in firsts.enumerated() {
            let next = index + 1 < firsts.count ? firsts[index + 1].adding(days: -1) : figure.last
            let copy = copy(on: fixedDay ?? first)
            var reader = StretchReader(
                copy: copy, identity: identity, figure: figure, reports: reports)
            let stretch = reader.stretch(first, next)
            if let last = stretches.last, last.isLike(stretch) {
                stretches[stretches.count - 1].last = stretch.last
            } else {
                stretches.append(stretch)
            }
        }
        return stretches
    }

    private func copy(on day: Day) -> ConformedCopy {
        var vantage = vantage
        vantage.on = day
        return reading.conformedCopy(from: vantage, resolved: resolved, outlook: false)
    }
}

extension Stretch {
    fileprivate func isLike(_ other: Stretch) -> Bool {
        var other = other
        (other.first, other.last) = (first, last)
        return self == other
    }
}
