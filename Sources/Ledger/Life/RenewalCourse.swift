package import Amendments
package import Terms

/// One period of a term that may renew: the first, which ends on the stated last day, or a renewal.
package struct RenewalPeriod: Sendable {
    /// How many renewals lead to it.
    package let renewals: Int
    /// From when it is over, unless it is renewed.
    package let over: Day
    /// The rule as it holds on its last day.
    package let rule: RenewalRule
    /// How its end was counted; nil for the first period.
    package let count: Count?

    package var lastDay: Day { over.adding(days: -1) }

    /// What says that no other follows by itself; nil where nothing is said of it.
    package var preventedBy: RecordedEvent? { rule.mode?.event }

    /// Renewals of one length in a row, all counted at once from one day.
    package struct Count: Sendable {
        package let renewals: Int
        package let length: CalendarDuration
        package let from: Day
    }
}

/// The periods of a term from one stated last day on: each is followed by another where the rule that holds on its
/// last day renews it by itself, for the length that then holds.
package struct RenewalCourse: Sequence, IteratorProtocol {
    private let life: TermLife
    private let settles: Day
    private var upcoming: RenewalPeriod?

    package init(of life: TermLife, from over: Day) {
        self.life = life
        settles = life.renewalRuleSettles
        upcoming = RenewalPeriod(
            renewals: 0, over: over, rule: life.renewalRule(on: over.adding(days: -1)), count: nil)
    }

    package mutating func next() -> RenewalPeriod? {
        guard let period = upcoming else { return nil }
        upcoming = renewal(after: period)
        return period
    }

    /// Whether all that follow a period are decided as it is.
    func isSettled(by period: RenewalPeriod) -> Bool { period.lastDay >= settles }

    private func renewal(after period: RenewalPeriod) -> RenewalPeriod? {
        guard case .automatic = period.rule.kind, let length = period.rule.length else {
            return nil
        }
        let count = count(after: period, length)
        let sequence = RenewalSequence(over: count.from, period: length, notice: nil)
        guard let last = sequence.lastDay(after: count.renewals) else { return nil }
        return RenewalPeriod(
            renewals: period.renewals + 1, over: last.adding(days: 1),
            rule: isSettled(by: period) ? period.rule : life.renewalRule(on: last), count: count)
    }

    private func count(
        after period: RenewalPeriod, _ length: CalendarDuration
    ) -> RenewalPeriod.Count {
        guard let count = period.count, count.length == length else {
            return RenewalPeriod.Count(renewals: 1, length: length, from: period.over)
        }
        return RenewalPeriod.Count(
            renewals: count.renewals + 1, length: length, from: count.from)
    }
}
