package import Amendments
package import Terms

/// A term's status on a day, with its reasons and the events behind it.
package struct StatusReading: Hashable, Sendable {
    package var status: TermStatus
    package var reasons: [Reason]
    package var causes: [RecordedEvent]
}

extension TermTimeline {
    /// Whether the term holds on a day: read from its own `starts` and `ends` as they govern that day,
    /// and from what removed, suspended or ended it.
    package func status(on day: Day) -> StatusReading {
        if let over = removal(by: day) { return over }
        let begin = start(on: day)
        guard begin.status == .inForce || begin.status == .indeterminate else { return begin }
        var end = end(on: day)
        if end.status == .ended { return end }
        if begin.status == .indeterminate || end.status == .indeterminate {
            return StatusReading(
                status: .indeterminate, reasons: begin.reasons + end.reasons,
                causes: unique(begin.causes + end.causes))
        }
        if let pause = pause(on: day) { return pause }
        end.reasons = begin.reasons + end.reasons
        end.causes = unique(begin.causes + end.causes + resumption(by: day))
        return end
    }

    /// Removed by its own event, or ended with the agreement, and not added again since.
    private func removal(by day: Day) -> StatusReading? {
        let lastAddition = record.additions.filter { hasBegun($0, by: day) }.map { key($0) }.max()
        let removal = record.removals.filter { hasBegun($0, by: day) }
            .max { key($0) < key($1) }
        let ending = endings.filter { ending in
            hasBegun(ending.event, by: day)
                && ending.surviving.isDisjoint(with: [record.identity, id(on: day)])
        }.max { key($0.event) < key($1.event) }
        let last = [removal, ending?.event].compactMap(\.self).max { key($0) < key($1) }
        guard let last, lastAddition.map({ key(last) > $0 }) ?? true else { return nil }
        let isRemoval = last.position == removal?.position
        let reason: Reason =
            isRemoval ? .removed(last.reference) : .agreementEnded(last.reference)
        let window = bounds.start(last.effective)
        if let window, window.hasPassed(on: day) == nil {
            return StatusReading(
                status: .indeterminate, reasons: [reason, imprecise(window)], causes: [last])
        }
        return StatusReading(status: .ended, reasons: [reason], causes: [last])
    }

    private func start(on day: Day) -> StatusReading {
        guard let cell = cells[.starts] else {
            return StatusReading(status: .notYet, reasons: [], causes: record.additions)
        }
        let candidates = cell.candidates(on: day)
        guard let assertion = candidates.compactMap(\.self).last else {
            return unbegun(on: day)
        }
        var reading = startReading(of: assertion, on: day)
        if candidates.count > 1, reading.status == .inForce,
            let window = bounds.start(assertion.begins), window.hasPassed(on: day) == nil
        {
            reading.status = .indeterminate
            reading.reasons.append(imprecise(window))
        }
        return reading
    }

    /// Before anything governs: the term is announced, waits for a condition, or will come.
    private func unbegun(on day: Day) -> StatusReading {
        let next = record.additions.min { key($0) < key($1) }
        let begins = (record.assertions[.starts] ?? []).map(\.begins)
        var reasons: [Reason] = begins.flatMap { bounds.pending(in: $0, on: day) }
            .map { .conditionPending($0) }
        if let day = begins.compactMap({ bounds.start($0)?.first }).min() {
            reasons.append(.scheduled(day))
        }
        return StatusReading(status: .notYet, reasons: reasons, causes: [next].compactMap(\.self))
    }

    private func startReading(of assertion: Assertion, on day: Day) -> StatusReading {
        guard case .stated(.bound(let bound))? = assertion.value else {
            return StatusReading(status: .inForce, reasons: [], causes: [assertion.event])
        }
        let causes = [assertion.event] + bounds.outcomeEvents(in: bound, by: day)
        guard let window = bounds.start(bound) else {
            return StatusReading(
                status: .notYet,
                reasons: bounds.pending(in: bound, on: day).map { .conditionPending($0) },
                causes: causes)
        }
        var reasons: [Reason] = []
        if case .announced(let date) = bound { reasons.append(.announced(date)) }
        switch window.hasPassed(on: day) {
        case true?: return StatusReading(status: .inForce, reasons: reasons, causes: causes)
        case false?:
            return StatusReading(
                status: .notYet, reasons: waiting(bound, until: window, on: day), causes: causes)
        case nil:
            return StatusReading(
                status: .indeterminate, reasons: reasons + [imprecise(window)], causes: causes)
        }
    }

    private func waiting(_ bound: DateBound, until window: DayWindow, on day: Day) -> [Reason] {
        let pending = bounds.pending(in: bound, on: day).map { Reason.conditionPending($0) }
        return pending.isEmpty ? [.scheduled(window.first)] : pending
    }

    /// Where imprecise dates leave several ends open and they disagree, so does the answer.
    private func end(on day: Day) -> StatusReading {
        let readings = (cells[.ends]?.candidates(on: day) ?? [nil]).map {
            endReading(of: $0, on: day)
        }
        guard var reading = readings.last, readings.contains(where: { $0.status != reading.status })
        else {
            return readings.last ?? StatusReading(status: .inForce, reasons: [], causes: [])
        }
        reading.status = .indeterminate
        reading.reasons = readings.flatMap(\.reasons)
        reading.causes = unique(readings.flatMap(\.causes))
        return reading
    }

    private func endReading(of assertion: Assertion?, on day: Day) -> StatusReading {
        guard let assertion, case .stated(.bound(let bound))? = assertion.value else {
            return StatusReading(status: .inForce, reasons: [], causes: [])
        }
        let causes = [assertion.event] + bounds.outcomeEvents(in: bound, by: day)
        let reasons = endReasons(of: bound, on: day)
        guard let window = bounds.end(bound) else {
            return StatusReading(status: .inForce, reasons: reasons, causes: causes)
        }
        switch window.hasPassed(on: day) {
        case false?: return StatusReading(status: .inForce, reasons: reasons, causes: causes)
        case true?:
            return StatusReading(
                status: .ended, reasons: endedReasons(of: bound, by: day), causes: causes)
        case nil:
            return StatusReading(
                status: .indeterminate, reasons: reasons + [imprecise(window)], causes: causes)
        }
    }

    /// What is left of the bound, what came about, and what was taken out of it.
    private func endedReasons(of bound: DateBound, by day: Day) -> [Reason] {
        let conditions = bound.conditions.sorted().compactMap { id -> Reason? in
            guard let outcome = bounds.outcome(of: id, by: day) else { return nil }
            switch outcome.manner {
            case .satisfied: return .conditionSatisfied(id, outcome.window.first)
            case .removed: return .rebased(id)
            case .lapsed, .waived: return nil
            }
        }
        return [.statedEnd(bounds.rebased(bound, by: day) ?? bound)] + conditions
    }

    private func endReasons(of bound: DateBound, on day: Day) -> [Reason] {
        var reasons: [Reason] = bounds.pending(in: bound, on: day).map { .conditionPending($0) }
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

    /// The last suspension that nothing ended: neither a resumption since, nor its own last day.
    private func pause(on day: Day) -> StatusReading? {
        let begun = record.pauses.filter { hasBegun($0.event, by: day) }
        let resumed = begun.filter { !$0.suspends }.map { key($0.event) }.max()
        let last = begun.filter { pause in
            pause.suspends && resumed.map { key(pause.event) > $0 } ?? true
                && pause.lasts.flatMap { bounds.end($0) }.map { day < $0.sure } ?? true
        }.max { key($0.event) < key($1.event) }
        guard let last else { return nil }
        return StatusReading(
            status: .suspended, reasons: [.suspended(last.event.reference)], causes: [last.event])
    }

    /// The last word on a suspension that is over.
    private func resumption(by day: Day) -> [RecordedEvent] {
        let last = record.pauses.filter { hasBegun($0.event, by: day) }
            .max { key($0.event) < key($1.event) }
        return [last?.event].compactMap(\.self)
    }

    func imprecise(_ window: DayWindow) -> Reason {
        .imprecise(first: window.first, last: window.sure.adding(days: -1))
    }

    func unique(_ events: [RecordedEvent]) -> [RecordedEvent] {
        events.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
