import Amendments
import Ledger
import Terms

// The end of the agreement itself: renewals, and the notices that prevent them.
extension TermScan {
    /// Last days, renewals and notice days of a term-and-renewal.
    var renewals: [Deadline] {
        endings(by: .ends, evenIfExtended: true).flatMap { sequence(from: $0) } + endsWithoutDay
    }

    private struct Rule {
        var mode: (value: ValueState, event: RecordedEvent)?
        var period: (value: ValueState, event: RecordedEvent)?
        var notice: (CalendarDuration, RecordedEvent)?

        var isAutomatic: Bool { mode?.value == .stated(.choice("automatic")) }
        var isNever: Bool {
            mode?.value == .stated(.choice("none")) || mode?.value == ValueState.none
        }

        var length: CalendarDuration? {
            guard case .stated(.duration(let length))? = period?.value else { return nil }
            return length
        }
    }

    private func sequence(from ending: Ending) -> [Deadline] {
        let lastDay = ending.window.first.adding(days: -1)
        let rule = Rule(
            mode: value(.renewal, on: lastDay), period: value(.renewalPeriod, on: lastDay),
            notice: duration(.notice, on: lastDay))
        if ending.goesOn {
            // Recorded as renewed or extended: what is left to tell is the notice day that passed.
            return rule.isNever ? [] : [notice(rule, ending, renewals: 0)].compactMap(\.self)
        }
        guard rule.isAutomatic else { return unrenewed(ending, rule) }
        guard rule.length != nil else { return renewedForUnknown(ending, rule) }
        return rolled(ending, rule)
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

    private func renewedForUnknown(_ ending: Ending, _ rule: Rule) -> [Deadline] {
        if let given = noticeGiven(for: ending, rule, renewals: 0) {
            return [ended(ending, rule, renewals: 0, by: given)].compactMap(\.self)
        }
        let renewal = deadline(
            .renews, .init(start: ending.window),
            basis: ending.basis + [.unlessNoticed, .periodNotKnown(rule.period?.value)],
            causes: ending.causes + [rule.mode?.event].compactMap(\.self), isTentative: true)
        return [notice(rule, ending, renewals: 0), renewal].compactMap(\.self)
    }

    /// One renewal after the other, until notice was given, something else ended it, or the span is over.
    private func rolled(_ ending: Ending, _ rule: Rule) -> [Deadline] {
        var found: [Deadline] = []
        var renewals = 0
        while renewals < Self.most {
            guard let window = window(ending, rule, renewals), isOpen(through: window) else {
                break
            }
            let due = notice(rule, ending, renewals: renewals)
            found += [due].compactMap(\.self)
            if let given = noticeGiven(for: ending, rule, renewals: renewals) {
                found += [ended(ending, rule, renewals: renewals, by: given)].compactMap(\.self)
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

    /// Whether nothing recorded ends the agreement before that end.
    private func isOpen(through window: DayWindow) -> Bool {
        let endings = reading.state.endings.compactMap { self.window(of: $0.event)?.first }
        let removed = record.removals.compactMap { self.window(of: $0)?.first }
        return !(endings + removed + noticesTakingEffect).contains { $0 < window.first }
    }

    /// The days on which notices that end the agreement take effect.
    private var noticesTakingEffect: [Day] {
        let own = record.remarks.compactMap { remark -> Day? in
            guard case .noticeGiven(_, _, let bound?) = remark.content else { return nil }
            return bounds.start(bound)?.first
        }
        let terminations = reading.terms.filter { $0.record.kind == .terminationRight }.flatMap {
            TermScan(reading: reading, term: $0, span: span).rights
        }
        return own + terminations.compactMap { $0.when.days?.first }
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
        guard let (length, event) = rule.notice, let window = window(ending, rule, renewals) else {
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

    private typealias Given = (by: PartyID, on: Day, event: RecordedEvent)

    /// A notice in time for that end, and too late for the one before it.
    private func noticeGiven(for ending: Ending, _ rule: Rule, renewals: Int) -> Given? {
        guard let due = noticeDay(ending, rule, renewals) else { return nil }
        let before = renewals > 0 ? noticeDay(ending, rule, renewals - 1) : nil
        for remark in record.remarks {
            guard case .noticeGiven(let party, _, nil) = remark.content,
                let day = window(of: remark.event)?.sure, day <= due,
                before.map({ day > $0 }) ?? true
            else { continue }
            return (party, day, remark.event)
        }
        return nil
    }

    private func noticeDay(_ ending: Ending, _ rule: Rule, _ renewals: Int) -> Day? {
        window(ending, rule, renewals).map { window in
            let last = window.first.adding(days: -1)
            return rule.notice.map { $0.0.subtracted(from: last) } ?? last
        }
    }

    private func ended(
        _ ending: Ending, _ rule: Rule, renewals: Int, by given: Given
    ) -> Deadline? {
        guard let window = window(ending, rule, renewals) else { return nil }
        var basis = ending.basis
        if renewals > 0, let length = rule.length {
            basis.append(.renewals(renewals, length, from: ending.window.first))
        }
        return deadline(
            .ends, .init(lastDayBefore: window),
            basis: basis + [.noticeGiven(by: given.by, on: given.on)],
            causes: [given.event] + ending.causes, isTentative: ending.isTentative)
    }
}
