import Amendments
import Ledger
import Terms

// The end of the agreement itself: renewals, and the notices that prevent them.
extension TermScan {
    /// Last days, renewals and notice days of a term-and-renewal.
    var renewals: [Deadline] {
        endings(by: .ends, evenIfExtended: true).flatMap { sequence(from: $0) } + endsWithoutDay
    }

    private typealias Rule = TermLife.RenewalRule

    /// The life that a stated end belongs to.
    private func life(of ending: Ending) -> TermLife? {
        term.lives(on: ending.window.first.adding(days: -1)).first
    }

    private func sequence(from ending: Ending) -> [Deadline] {
        guard let life = life(of: ending) else { return [] }
        let rule = life.renewalRule(on: ending.window.first.adding(days: -1))
        if ending.goesOn {
            // Recorded as renewed or extended: what is left to tell is the notice day that passed.
            return rule.isNever ? [] : [notice(rule, ending, renewals: 0)].compactMap(\.self)
        }
        guard rule.isAutomatic else { return unrenewed(ending, rule) }
        let outcome = life.renewal(at: ending.window, stated: ending.stated)
        guard rule.length != nil else { return renewedForUnknown(ending, rule, outcome) }
        return rolled(ending, rule, outcome)
    }

    private func unrenewed(_ ending: Ending, _ rule: Rule) -> [Deadline] {
        var basis = ending.basis
        switch rule.mode?.value {
        case .stated(.choice("by-agreement"))?: basis.append(.unlessAgreed)
        case .stated?, ValueState.none?: break
        case let other: basis.append(.renewalNotKnown(other))
        }
        let end = deadline(
            .ends, ending.when, basis: basis,
            causes: ending.causes + [rule.mode?.event].compactMap(\.self),
            isTentative: ending.isTentative)
        return [end] + (rule.isNever ? [] : [notice(rule, ending, renewals: 0)].compactMap(\.self))
    }

    private func renewedForUnknown(
        _ ending: Ending, _ rule: Rule, _ outcome: Renewal
    ) -> [Deadline] {
        if case .noticed(0?, let event, _) = outcome {
            return [ended(ending, rule, renewals: 0, by: event)].compactMap(\.self)
        }
        let renewal = deadline(
            .renews, .init(start: ending.window),
            basis: ending.basis + [.unlessNoticed, .periodNotKnown(rule.period?.value)],
            causes: ending.causes + [rule.mode?.event].compactMap(\.self), isTentative: true)
        return [notice(rule, ending, renewals: 0), renewal].compactMap(\.self)
    }

    /// One renewal after the other, until notice was given, something else ended it, or the span is over.
    private func rolled(_ ending: Ending, _ rule: Rule, _ outcome: Renewal) -> [Deadline] {
        var found: [Deadline] = []
        var renewals = 0
        while renewals < Self.most {
            guard let window = window(ending, rule, renewals), runs(ending, to: window) else {
                break
            }
            let due = notice(rule, ending, renewals: renewals)
            found += [due].compactMap(\.self)
            if case .noticed(let last, let event, _) = outcome, last == renewals {
                found += [ended(ending, rule, renewals: renewals, by: event)].compactMap(\.self)
                break
            }
            guard let renewal = renewal(ending, rule, after: renewals) else { break }
            found.append(renewal)
            let earliest = due?.when.days?.first ?? window.first
            if earliest > span.to { break }
            renewals += 1
        }
        return found
    }

    /// More renewals than any calendar has use for.
    private static var most: Int { 10_000 }

    /// Whether the term lives up to that end by the same stated end: nothing ended or extended it before.
    private func runs(_ ending: Ending, to window: DayWindow) -> Bool {
        let last = window.first.adding(days: -1)
        return isLive(on: last)
            && value(.ends, on: last).map { $0.event == ending.stated } ?? true
    }

    /// The end after so many renewals.
    private func window(_ ending: Ending, _ rule: Rule, _ renewals: Int) -> DayWindow? {
        guard renewals > 0 else { return ending.window }
        func over(_ day: Day) -> Day? {
            rule.length.flatMap { length in
                RenewalSequence(over: day, period: length, notice: nil).lastDay(after: renewals)
            }?.adding(days: 1)
        }
        guard let first = over(ending.window.first), let sure = over(ending.window.sure) else {
            return nil
        }
        return DayWindow(first: first, sure: sure)
    }

    private func renewal(_ ending: Ending, _ rule: Rule, after renewals: Int) -> Deadline? {
        guard let length = rule.length, let window = window(ending, rule, renewals),
            let next = self.window(ending, rule, renewals + 1)
        else { return nil }
        var basis = ending.basis
        basis.append(.renewals(renewals + 1, length, from: ending.window.first))
        basis.append(.unlessNoticed)
        if renewals > 0 { basis.append(.earlierRenewals(renewals)) }
        return deadline(
            .renews, .init(start: window),
            through: next.isExact ? next.first.adding(days: -1) : nil, basis: basis,
            causes: ending.causes + [rule.mode?.event, rule.period?.event].compactMap(\.self),
            isTentative: true, number: renewals + 1)
    }

    private func notice(_ rule: Rule, _ ending: Ending, renewals: Int) -> Deadline? {
        guard let length = rule.noticePeriod, let event = rule.notice?.event,
            let window = window(ending, rule, renewals)
        else {
            return nil
        }
        let (first, last) = (window.first.adding(days: -1), window.sure.adding(days: -1))
        var basis = ending.basis
        if renewals > 0, let period = rule.length {
            basis.append(.renewals(renewals, period, from: ending.window.first))
            basis.append(.earlierRenewals(renewals))
        }
        basis.append(.before(length, first: first, last: last))
        return deadline(
            .notice,
            .init(first: length.subtracted(from: first), last: length.subtracted(from: last)),
            basis: basis, causes: [event] + ending.causes,
            isTentative: ending.isTentative || renewals > 0, number: renewals + 1)
    }

    private func ended(
        _ ending: Ending, _ rule: Rule, renewals: Int, by event: RecordedEvent
    ) -> Deadline? {
        guard let window = window(ending, rule, renewals),
            let notice = event.event.payload as? NoticeGiven,
            let given = self.window(of: event)
        else { return nil }
        var basis = ending.basis
        if renewals > 0, let length = rule.length {
            basis.append(.renewals(renewals, length, from: ending.window.first))
        }
        return deadline(
            .ends, .init(lastDayBefore: window),
            basis: basis + [.noticeGiven(by: notice.by, on: PossibleDay(given))],
            causes: [event] + ending.causes, isTentative: ending.isTentative)
    }
}
