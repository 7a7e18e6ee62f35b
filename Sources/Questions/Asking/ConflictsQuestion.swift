public import Conflicts
public import EventStore
import Ledger
public import Terms

/// Which terms cannot both be kept, and what is not known about it?
public struct ConflictsQuestion: PointedQuestion {
    public typealias Content = ConflictReport

    /// With one, what meets a term of it anywhere in the book; with several, what meets among them; with none, all.
    public var agreements: [AgreementID]
    public var days: Days
    public var knowledge: Knowledge
    /// Only findings of these; empty for every rule.
    public var rules: Set<RuleName>
    public var basis: Basis

    /// The days asked about.
    public enum Days: Hashable, Sendable {
        /// Every day that is today in the zone of one of the agreements asked about.
        case today
        case on(Day)
        /// A run of days, both ends included.
        case through(ClosedRange<Day>)
    }

    public init(
        of agreements: [AgreementID] = [], days: Days = .today,
        _ knowledge: Knowledge = .everything, rules: Set<RuleName> = [],
        resting basis: Basis = .recorded
    ) {
        self.agreements = agreements
        self.days = days
        self.knowledge = knowledge
        self.rules = rules
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<ConflictsQuestion> {
        var point = try await inquiry.resolvedVantage(on: nil, knowledge)
        let range: ClosedRange<Day>
        switch days {
        case .on(let day): range = day...day
        case .through(let given): range = given
        case .today:
            (range, point.unknownZones) = try await inquiry.todays(
                of: agreements, knownAt: point.vantage)
        }
        return Answer(
            self, from: point,
            try await inquiry.book.conflicts(
                of: agreements, from: point.vantage, over: range, rules: rules))
    }
}

extension Inquiry {
    /// From the first day that is today for one of some agreements to the last; for no agreements, of all of the
    /// book, and for none at all, today in UTC.
    fileprivate func todays(
        of agreements: [AgreementID], knownAt vantage: Vantage
    ) async throws(DeedbookError) -> (range: ClosedRange<Day>, unknown: [UnknownZone]) {
        let agreements =
            agreements.isEmpty ? try await book.agreements(at: vantage.recordedAt) : agreements
        var days: [Day] = []
        var unknown: [UnknownZone] = []
        for agreement in agreements {
            let today = try await today(of: agreement)
            days.append(today.day)
            unknown += [today.unknown].compactMap(\.self)
        }
        let (first, last) = (days.min() ?? vantage.on, days.max() ?? vantage.on)
        return (first...last, unknown)
    }
}

extension ConflictReport: Grounded {
    public var grounds: Grounds {
        Grounds(
            position: position, hiddenByDisclosure: hidden.byDisclosure,
            hiddenByPosition: hidden.byPosition, drafts: drafts)
    }
}
