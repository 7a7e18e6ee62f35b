public import Amendments
import Terms

/// A term's status on a day, with its reasons and the events behind it.
public struct StatusReading: Hashable, Sendable {
    public var status: TermStatus
    public var reasons: [Reason]
    public var causes: [RecordedEvent]
}

extension TermLife {
    /// Whether the life holds on a day: from its start to the earliest of its ends.
    ///
    /// - Parameter follows: true where what it replaces holds until it begins, so that an imprecise
    ///   beginning leaves nothing open.
    func status(on day: Day, follows: Bool = false) -> StatusReading {
        let outside = ends(by: day)
        let stated = statedEnds(on: day)
        if let over = earliest(among: outside + agreed(stated), passedBy: day) { return over }
        let begin = start(on: day, follows: follows)
        guard begin.status == .inForce || begin.status == .indeterminate else { return begin }
        let open = opening(outside + stated.compactMap(\.self), on: day)
        if begin.status == .indeterminate || !open.isEmpty || disagree(stated, on: day) {
            return undecided(begin, open, stated.compactMap(\.self), on: day)
        }
        if let pause = pause(on: day) { return pause }
        let holding = stated.last.flatMap(\.self).map { [$0] } ?? []
        let outlived = outside.filter { !$0.before.isEmpty }
        return StatusReading(
            status: .inForce,
            reasons: begin.reasons + (holding + outlived).flatMap(\.before),
            causes: Self.unique(
                begin.causes + (holding + outlived).flatMap(\.causes) + resumption(by: day)))
    }

    private func undecided(
        _ begin: StatusReading, _ open: [LifeEnd], _ stated: [LifeEnd], on day: Day
    ) -> StatusReading {
        var reasons = begin.reasons
        for end in open { reasons += end.open + [imprecise(end.over)].compactMap(\.self) }
        let settled = stated.filter { end in !open.contains { $0.event == end.event } }
        for end in settled {
            reasons += end.over?.hasPassed(on: day) == .yes ? end.reasons : end.before
        }
        return StatusReading(
            status: .indeterminate, reasons: reasons,
            causes: Self.unique(begin.causes + (open + settled).flatMap(\.causes)))
    }

    /// The stated end, where it is one and the same whatever imprecise dates mean.
    private func agreed(_ stated: [LifeEnd?]) -> [LifeEnd] {
        guard let first = stated.first.flatMap(\.self), stated.count == 1 else {
            return stated.contains { $0 == nil } ? [] : stated.compactMap(\.self).latest
        }
        return [first]
    }

    private func earliest(among ends: [LifeEnd], passedBy day: Day) -> StatusReading? {
        ends.filter { $0.over?.hasPassed(on: day) == .yes }
            .min {
                ($0.over?.sure ?? .last, key($0.event)) < ($1.over?.sure ?? .last, key($1.event))
            }
            .map { StatusReading(status: .ended, reasons: $0.reasons, causes: $0.causes) }
    }

    /// The ends that may have come, and may not.
    private func opening(_ ends: [LifeEnd], on day: Day) -> [LifeEnd] {
        ends.filter { end in
            end.over.map { $0.first <= day && $0.hasPassed(on: day) == .unknown } ?? false
        }
    }

    /// Whether the term is over by one of the ends that may govern, and not by another.
    private func disagree(_ stated: [LifeEnd?], on day: Day) -> Bool {
        let over = stated.map { $0?.over?.hasPassed(on: day) == .yes }
        return over.contains(true) && over.contains(false)
    }

    private func start(on day: Day, follows: Bool) -> StatusReading {
        guard let cell = cells[.starts] else {
            return StatusReading(status: .notYet, reasons: [], causes: record.additions)
        }
        let readings = cell.at(day).compactMap(\.self).filter(\.isOpenReading)
        let candidates = cell.at(day).filter { !($0?.isOpenReading ?? false) }
        guard let assertion = candidates.compactMap(\.self).last else { return unbegun(on: day) }
        var reading = startReading(of: assertion, on: day)
        if candidates.count > 1, !follows, reading.status == .inForce,
            let window = bounds.start(assertion.begins), window.hasPassed(on: day) == .unknown
        {
            reading.status = .indeterminate
            reading.reasons += bounds.gaps(in: assertion.begins).map { .businessDaysUnknown($0) }
            reading.reasons += scheduled(window)
        }
        if readings.contains(where: { startReading(of: $0, on: day).status != reading.status }) {
            reading.status = .indeterminate
        }
        return reading
    }

    /// Before anything governs: the term is announced, waits for a condition, or will come.
    func unbegun(on day: Day) -> StatusReading {
        let begins = (record.assertions[.starts] ?? []).map(\.begins)
        var reasons = begins.flatMap { bounds.startReasons(of: $0, on: day) }
        reasons += begins.flatMap { bounds.gaps(in: $0) }.map { .businessDaysUnknown($0) }
        let windows = begins.compactMap { bounds.start($0) }.filter { $0.first <= .last }
        if let next = windows.min(by: { $0.first < $1.first }) { reasons += scheduled(next) }
        return StatusReading(status: .notYet, reasons: reasons, causes: [addition])
    }

    private func startReading(of assertion: Assertion, on day: Day) -> StatusReading {
        let bound: DateBound
        switch assertion.value {
        case .stated(.bound(let stated))?: bound = stated
        case .undisclosed?, .redacted?:
            return StatusReading(
                status: .indeterminate, reasons: [.beginningWithheld], causes: [assertion.event])
        case .sameAs(let term, let field)?:
            return StatusReading(
                status: .indeterminate, reasons: [.beginningReferred(term, field)],
                causes: [assertion.event])
        case .stated?, .between?, .about?, .unknown?, .silent?, .some(.none), nil:
            return StatusReading(status: .inForce, reasons: [], causes: [assertion.event])
        }
        let causes = [assertion.event] + bounds.outcomeEvents(in: bound, by: day)
        guard let window = bounds.start(bound) else {
            return StatusReading(
                status: .notYet,
                reasons: bounds.startReasons(of: bound, on: day),
                causes: causes)
        }
        var reasons: [Reason] = []
        if case .announced(let date) = bound { reasons.append(.announced(date)) }
        switch window.hasPassed(on: day) {
        case .yes: return StatusReading(status: .inForce, reasons: reasons, causes: causes)
        case .no:
            return StatusReading(
                status: .notYet, reasons: waiting(bound, until: window, on: day), causes: causes)
        case .unknown:
            return StatusReading(
                status: .indeterminate,
                reasons: reasons + bounds.gaps(in: bound).map { .businessDaysUnknown($0) }
                    + scheduled(window), causes: causes)
        }
    }

    private func waiting(_ bound: DateBound, until window: DayWindow, on day: Day) -> [Reason] {
        let pending = bounds.startReasons(of: bound, on: day)
        guard pending.isEmpty else { return pending }
        return bounds.gaps(in: bound).map { .businessDaysUnknown($0) } + scheduled(window)
    }

    /// When something will begin; of a day that is not known exactly, between which days, where it has a last one.
    private func scheduled(_ window: DayWindow) -> [Reason] {
        if window.isExact { return [.scheduled(window.first)] }
        return window.sure == .beyond
            ? [] : [.imprecise(first: window.first, last: window.sure)]
    }

    /// The last suspension that nothing ended: neither a resumption since, nor its own last day. Where imprecise
    /// days leave open whether there is one, so does the answer.
    private func pause(on day: Day) -> StatusReading? {
        let possible = record.pauses.filter { hasBegun($0.event, by: day) }
        guard !possible.isEmpty else { return nil }
        let open = possible.filter { !bounds.hasSurelyBegun($0.event, by: day) }
        let sure = possible.filter { bounds.hasSurelyBegun($0.event, by: day) }
        let worlds = [
            sure + open, sure + open.filter(\.suspends), sure + open.filter { !$0.suspends }, sure,
        ]
        .flatMap { pauses in
            [\DayWindow.sure, \.first].map { suspension(among: pauses, on: day, over: $0) }
        }
        guard let last = worlds.compactMap(\.self).first else { return nil }
        let causes = [last.event] + bounds.outcomeEvents(in: last.event.effective, by: day)
        guard worlds.contains(where: { $0 == nil }) else {
            return StatusReading(
                status: .suspended, reasons: [.suspended(last.event.reference)], causes: causes)
        }
        let windows =
            open.compactMap { bounds.start(of: $0.event) }
            + sure.compactMap { $0.lasts.flatMap { bounds.end($0) } }
        return StatusReading(
            status: .indeterminate,
            reasons: [.suspended(last.event.reference)]
                + windows.filter { $0.hasPassed(on: day) == .unknown }.prefix(1).map {
                    imprecise($0)
                },
            causes: causes)
    }

    /// - Parameter side: whether a last day counts as passed as soon as it may have, or once it surely has.
    private func suspension(
        among pauses: [Pause], on day: Day, over side: KeyPath<DayWindow, Day>
    ) -> Pause? {
        let resumed = pauses.filter { !$0.suspends }.map { key($0.event) }.max()
        return pauses.filter { pause in
            pause.suspends && resumed.map { key(pause.event) > $0 } ?? true
                && pause.lasts.flatMap { bounds.end($0) }.map { day < $0[keyPath: side] } ?? true
        }.max { key($0.event) < key($1.event) }
    }

    /// The last word on a suspension that is over.
    private func resumption(by day: Day) -> [RecordedEvent] {
        let last = record.pauses.filter { hasBegun($0.event, by: day) }
            .max { key($0.event) < key($1.event) }
        guard let event = last?.event else { return [] }
        return [event] + bounds.outcomeEvents(in: event.effective, by: day)
    }

    private func imprecise(_ window: DayWindow?) -> Reason? {
        guard let window, window.sure != .beyond else { return nil }
        return imprecise(window)
    }

    func imprecise(_ window: DayWindow) -> Reason {
        .imprecise(first: window.first, last: window.sure.adding(days: -1))
    }

    static func unique(_ events: [RecordedEvent]) -> [RecordedEvent] {
        events.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension [LifeEnd] {
    /// The last of them to be over; empty where there are none, or one never is.
    fileprivate var latest: [LifeEnd] {
        guard allSatisfy({ $0.over != nil }),
            let last = self.max(by: { ($0.over?.sure ?? .last) < ($1.over?.sure ?? .last) })
        else { return [] }
        return [last]
    }
}
