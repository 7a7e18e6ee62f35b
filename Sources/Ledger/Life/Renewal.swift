package import Amendments
package import Terms

/// What becomes of a term at its stated end, by its own rule of renewal and the notices on record.
package enum Renewal: Sendable {
    /// It is over then: nothing renews it.
    case none
    /// It goes on, one period after the other; nil where the period is not stated.
    case goesOn(period: CalendarDuration?)
    /// Notice was given: it ends after so many renewals; nil where it cannot be said after how many.
    case noticed(renewals: Int?, by: RecordedEvent, over: DayWindow)
    /// Whether it renews is not known.
    case unknown
}

extension TermLife {
    /// How a `term-and-renewal` reads on its stated last day.
    package struct RenewalRule: Sendable {
        package let mode: (value: ValueState, event: RecordedEvent)?
        package let period: (value: ValueState, event: RecordedEvent)?
        package let notice: (value: ValueState, event: RecordedEvent)?

        package var isAutomatic: Bool { mode?.value == .stated(.choice("automatic")) }

        package var isNever: Bool {
            mode?.value == .stated(.choice("none")) || mode?.value == ValueState.none
        }

        package var length: CalendarDuration? { Self.duration(period?.value) }

        package var noticePeriod: CalendarDuration? { Self.duration(notice?.value) }

        /// What the rule is read from.
        package var events: [RecordedEvent] { [mode, period].compactMap { $0?.event } }

        private static func duration(_ value: ValueState?) -> CalendarDuration? {
            guard case .stated(.duration(let length))? = value, length.count > 0 else { return nil }
            return length
        }
    }

    package func renewalRule(on day: Day) -> RenewalRule {
        RenewalRule(
            mode: value(.renewal, on: day), period: value(.renewalPeriod, on: day),
            notice: value(.notice, on: day))
    }

    /// What becomes of the term when it is over by its stated end in that window.
    ///
    /// - Parameter stated: the event that states the end; a notice given before it was agreed is of
    ///   another end.
    package func renewal(at window: DayWindow, stated: RecordedEvent) -> Renewal {
        let rule = renewalRule(on: window.first.adding(days: -1))
        switch rule.mode?.value {
        case .stated(.choice("automatic"))?: break
        case .undisclosed?, .unknown?, .redacted?, .sameAs?, .between?: return .unknown
        case .stated?, .silent?, ValueState.none?, nil: return .none
        }
        let given = notices(since: stated).compactMap { notice($0, at: window, rule) }
        return given.min { $0.over.first < $1.over.first }?.renewal
            ?? .goesOn(period: rule.length)
    }

    /// The notices against a renewal that were given since an event.
    private func notices(since event: RecordedEvent) -> [RecordedEvent] {
        let key = order.key(of: event)
        return record.remarks.compactMap { remark in
            guard case .noticeGiven(_, _, nil) = remark.content,
                order.key(of: remark.event) > key
            else { return nil }
            return remark.event
        }
    }

    private typealias Noticed = (over: DayWindow, renewal: Renewal)

    /// The first end for which a notice is in time.
    private func notice(
        _ event: RecordedEvent, at window: DayWindow, _ rule: RenewalRule
    ) -> Noticed? {
        guard let given = bounds.start(event.effective) else { return nil }
        func end(_ over: Day, _ day: Day) -> (renewals: Int, over: Day)? {
            RenewalSequence(over: over, period: rule.length, notice: rule.noticePeriod)
                .firstEnd(withNoticeOn: day)
        }
        let isKnown = rule.notice == nil || rule.noticePeriod != nil
        guard isKnown, let first = end(window.first, given.first),
            let sure = end(window.sure, given.sure)
        else {
            let over = DayWindow(first: max(window.first, given.first), sure: .beyond)
            return (over, .noticed(renewals: nil, by: event, over: over))
        }
        let over = DayWindow(
            first: first.over, sure: sure.over,
            isApproximate: window.isApproximate || given.isApproximate)
        return (over, .noticed(renewals: first.renewals, by: event, over: over))
    }
}
