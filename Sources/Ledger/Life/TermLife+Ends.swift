import Amendments
import Terms

// What ends a life: its own stated end, with renewals and notices counted; a removal; the agreement.
extension TermLife {
    /// Every end that may have come by a day, in no particular order.
    func ends(by day: Day) -> [LifeEnd] {
        let removals = record.removals.compactMap { event in
            bounds.start(of: event).map {
                LifeEnd(
                    removedBy: event, window: $0,
                    outcomes: bounds.outcomeEvents(in: event.effective, by: day))
            }
        }.filter { $0.over.map { $0.first <= day } ?? false }
        return removals + agreement.ends(of: self, by: day)
    }

    /// Whether one of its ends may have come by a day.
    func mayBeOver(by day: Day) -> Bool {
        (ends(by: day) + statedEnds(on: day).compactMap(\.self)).contains { end in
            end.over.map { $0.first <= day } ?? false
        }
    }

    /// The ends that may govern by the term's own `ends` on a day; several where dates are imprecise.
    ///
    /// - Parameters:
    ///   - path: the fields that led here, where another term ends with this one.
    ///   - unstated: what stands for an end that is not stated, or withheld; nil for none.
    func statedEnds(
        on day: Day, along path: ReferralPath? = nil, unstated: LifeEnd? = nil
    ) -> [LifeEnd?] {
        let stated = cells[.ends]?.at(day) ?? [nil]
        guard stated.allSatisfy({ $0 == nil }) else {
            return stated.flatMap { assertion in
                assertion.map { statedEnds(by: $0, on: day, along: path, unstated: unstated) }
                    ?? [unstated]
            }
        }
        guard let completion = record.kind.definition.completion,
            let governing = cells[completion.field]?.at(day)
        else { return stated.map { _ in unstated } }
        return governing.flatMap { assertion in
            assertion.map {
                ends($0, by: completion, on: day, along: path, unstated: unstated)
            } ?? [unstated]
        }
    }

    /// The end that one assertion states: several where it is that of another, nil where it states none.
    func statedEnds(
        by assertion: Assertion, on day: Day, along path: ReferralPath? = nil,
        unstated: LifeEnd? = nil
    ) -> [LifeEnd?] {
        switch assertion.value {
        case .stated(.bound(let bound))?:
            [renewed(plainEnd(bound, by: assertion.event, on: day), on: day)]
        case .sameAs(let id, let field)?:
            referredEnds(assertion, to: id, field, of: .ends, on: day, along: path).map { end in
                end.map { $0.over?.sure == .beyond ? $0 : renewed($0, on: day) }
            }
        case ValueState.none?: [nil]
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?, nil:
            [unstated]
        }
    }

    /// The end that a bound states by itself.
    func plainEnd(_ bound: DateBound, by event: RecordedEvent, on day: Day) -> LifeEnd {
        let over = bounds.end(bound)
        return LifeEnd(
            stated: event, over: over,
            reasons: over == nil ? [] : endedReasons(of: bound, by: day),
            before: endReasons(of: bound, on: day),
            causes: [event] + bounds.outcomeEvents(in: bound, by: day))
    }

    /// The end of a term that may renew, after its renewals.
    private func renewed(_ stated: LifeEnd, on day: Day) -> LifeEnd {
        guard record.kind == .termAndRenewal, let window = stated.over else { return stated }
        return renewed(stated, at: window, on: day)
    }

    private func renewed(_ stated: LifeEnd, at window: DayWindow, on day: Day) -> LifeEnd {
        let renewal = renewal(at: window, stated: stated.event)
        let late = renewal.notice.flatMap { hasBegun($0, by: day) ? $0.reference : nil }
        let running = running(since: window.first, on: day, lateNotice: late)
        guard let over = renewal.over else { return goingOn(stated, running) }
        let isRenewed = window.first < over.first
        let isOpen = over.first <= day
        let gaps =
            isOpen && !over.isExact ? noticeGaps(before: over.first.adding(days: -1)) : []
        let before = stated.before + (isRenewed ? running.map { [$0.reason] } ?? [] : []) + gaps
        if let event = renewal.notice ?? renewal.lastPeriod.map({ $0.preventedBy ?? stated.event })
        {
            guard isRenewed || renewal.notice != nil else { return stated }
            return LifeEnd(
                stated: event, over: over, reasons: [.notRenewed(event.reference)], before: before,
                causes: [event] + stated.causes)
        }
        return LifeEnd(
            stated: stated.event, over: over, reasons: stated.reasons,
            before: before + (isOpen ? [.renewalNotKnown] : []),
            causes: stated.causes + renewalRule(on: over.first.adding(days: -1)).events)
    }

    private func goingOn(_ stated: LifeEnd, _ running: Running?) -> LifeEnd {
        LifeEnd(
            stated: stated.event, over: nil, reasons: [],
            before: stated.before + (running.map { [$0.reason] } ?? []),
            causes: stated.causes + (running?.events ?? []))
    }

    /// The renewals that run on a day, and what they rest on.
    private struct Running {
        let reason: Reason
        let events: [RecordedEvent]
    }

    /// - Parameters:
    ///   - over: from when the term is over by its stated end.
    ///   - late: a notice that came too late for a renewal that runs.
    private func running(
        since over: Day, on day: Day, lateNotice late: EventReference?
    ) -> Running? {
        guard over <= day else { return nil }
        let course = RenewalCourse(of: self, from: over)
        var found = Running(
            reason: .renewed(since: over, nil, lateNotice: late),
            events: renewalRule(on: over.adding(days: -1)).events)
        for (before, period) in zip(course, course.dropFirst()) where before.over <= day {
            guard let count = period.count else { break }
            found = Running(
                reason: .renewed(since: count.from, count.length, lateNotice: late),
                events: before.rule.events)
            if course.isSettled(by: before) || period.over > day { break }
        }
        return found
    }

    /// What is left of the bound, what came about, and what was taken out of it.
    private func endedReasons(of bound: DateBound, by day: Day) -> [Reason] {
        let conditions = bound.conditions.sorted().compactMap { id -> Reason? in
            guard let outcome = bounds.outcome(of: id, by: day) else { return nil }
            switch outcome.manner {
            case .satisfied: return .conditionSatisfied(id, PossibleDay(outcome.window))
            case .removed: return .rebased(id)
            case .lapsed, .waived: return nil
            }
        }
        return [.statedEnd(bounds.rebased(bound, by: day) ?? bound)] + conditions
    }

    private func endReasons(of bound: DateBound, on day: Day) -> [Reason] {
        var reasons: [Reason] = bounds.pending(in: bound, on: day).map { .conditionPending($0) }
        reasons += bounds.gaps(in: bound).map { .businessDaysUnknown($0) }
        let removed = bounds.removals(in: bound, by: day)
        if !removed.isEmpty {
            let isOrphan = bounds.rebased(bound, by: day) == nil
            for id in bound.conditions.sorted()
            where bounds.outcome(of: id, by: day)?.manner == .removed {
                reasons.append(isOrphan ? .orphan(id) : .rebased(id))
            }
        }
        if case .through(let date)? = bounds.rebased(bound, by: day),
            let convention = bounds.convention(for: date),
            (date.earliest...date.latest).contains(day)
        {
            reasons.append(.convention(convention))
        }
        return reasons
    }

    /// Every day on which the life may begin or end by what was said in it.
    var ownChangeDays: Set<Day> {
        referred.isEmpty
            ? changeDays(along: nil) : changeDays(along: nil).union(referred.days).union(wordDays)
    }

    /// The same, without what it refers to.
    func changeDays(along path: ReferralPath?) -> Set<Day> {
        var days: Set<Day> = []
        func add(_ window: DayWindow?) {
            if let window { days.formUnion(window.days) }
        }
        add(begins)
        for field in [FieldName.starts, .ends] { days.formUnion(cells[field]?.changeDays ?? []) }
        for removal in record.removals { add(bounds.start(of: removal)) }
        for assertion in record.assertions[.starts] ?? [] {
            if case .stated(.bound(let bound))? = assertion.value { add(bounds.start(bound)) }
        }
        let readings = (cells[.ends] ?? CellTimeline()).openReadings
        for assertion in (record.assertions[.ends] ?? []) + readings {
            for end in statedEnds(by: assertion, on: .last, along: path) { add(end?.over) }
            guard let bound = assertion.value?.bound else { continue }
            add(bounds.end(bound))
            for id in bound.conditions { add(bounds.outcome(of: id)?.window) }
        }
        return days.union(completionDays(along: path)).union(referralDays)
    }

    /// The days from which something is said of it.
    var wordDays: Set<Day> {
        record.assertions.values.joined().reduce(into: []) { days, assertion in
            days.formUnion(bounds.start(assertion.begins)?.days ?? [])
        }
    }
}
