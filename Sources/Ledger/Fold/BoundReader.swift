package import Amendments
package import Terms

/// Reads date bounds: which days they mean, given what became of the conditions they name and the
/// agreement's own conventions.
///
/// A condition that nothing is known of keeps its bound waiting: what it would begin has not begun,
/// what it would end goes on, *with that reason*. A removed or waived condition falls out of an end;
/// it no longer holds back a start. A lapsed condition never begins or ends anything. What is counted
/// from a bound (`after`) waits, falls out and lapses with it.
package struct BoundReader: Sendable {
    private(set) var conditions: [ConditionID: ConditionRecord]
    let conventions: Conventions
    let calendars: BusinessCalendars
    private let calendarEvents: [CalendarID: RecordedEvent]
    /// Successions whose day is what several events say together.
    private(set) var successions = StatedSuccessions.none

    init(of state: AgreementState) {
        conditions = state.conditions
        conventions = state.conventions
        calendars = state.calendars
        calendarEvents = state.calendarEvents
        successions = StatedSuccessions(of: state, by: self)
    }

    /// Knows no conditions, and no conventions.
    package static let withoutKnowledge = BoundReader(of: AgreementState(id: "none"))

    /// The same, knowing of no other outcomes of conditions than some.
    func limited(to past: Past) -> BoundReader {
        var reader = self
        reader.conditions = conditions.mapValues { condition in
            var condition = condition
            condition.outcomes.removeAll { !past.holds($0.event) }
            return condition
        }
        return reader
    }

    /// When what the bound begins has begun; nil while it is not known to.
    ///
    /// What would begin after the last day of the calendar begins on `Day.beyond`, which no day reaches.
    package func start(_ bound: DateBound) -> DayWindow? {
        switch bound {
        case .on(let date), .from(let date), .announced(let date), .until(let date),
            .through(let date):
            DayWindow(date)
        case .between(let first, let last): days(from: first, to: last)
        case .after(let anchor, let length): counted(from: anchor, as: .start, length)
        case .moved(let anchor, let move): start(anchor, moved: move)
        case .soft: nil
        case .open: DayWindow(.first)
        case .upon(let id): outcome(of: id).flatMap { $0.manner == .lapsed ? nil : $0.window }
        case .firstOf(let bounds): kept(bounds).compactMap { start($0) }.reduce(nil, earlier)
        case .lastOf(let bounds): all(of: bounds) { start($0) }?.reduce(nil, later)
        }
    }

    /// When what an event says has taken effect; nil while it is not known to, and where it never does.
    package func start(of event: RecordedEvent) -> DayWindow? {
        if let stated = successions.window(of: event) { return stated }
        return event.event.payload.traits.contains(.isDroppedWithCondition)
            ? trigger(event.effective) : start(event.effective)
    }

    /// All events that state the same succession as an event that leads them: the event alone for anything else, and
    /// nothing for one that another leads.
    package func statements(ledBy event: RecordedEvent) -> [RecordedEvent] {
        successions.statements(ledBy: event)
    }

    /// When what takes something away upon the bound does so; nil while it is not known to. What became of a
    /// condition in any other way than that it came about triggers nothing.
    package func trigger(_ bound: DateBound) -> DayWindow? {
        switch bound {
        case .upon(let id): comingAbout(of: id)
        case .after(let anchor, let length): counted(from: anchor, as: .end, length)
        case .moved(let anchor, let move): trigger(anchor, moved: move)
        case .firstOf(let bounds): bounds.compactMap { trigger($0) }.reduce(nil, earlier)
        case .lastOf(let bounds):
            last(of: bounds, without: isTakenOut) { trigger($0) }
        case .on, .from, .through, .until, .announced, .soft, .between, .open: start(bound)
        }
    }

    /// When a condition came about; where it may have been taken out before, that may be so, and no more.
    private func comingAbout(of id: ConditionID) -> DayWindow? {
        guard let first = outcome(of: id) else { return nil }
        if first.manner == .satisfied { return first.window }
        let satisfied = outcomes(of: id).first {
            $0.manner == .satisfied && $0.window.first < first.window.sure
        }
        return satisfied.map { DayWindow(first: $0.window.first, sure: .beyond) }
    }

    /// Whether what an event says may have begun by that day.
    func hasBegun(_ event: RecordedEvent, by day: Day) -> Bool {
        start(of: event).map { $0.first <= day } ?? false
    }

    /// Whether what an event says has surely begun by that day.
    func hasSurelyBegun(_ event: RecordedEvent, by day: Day) -> Bool {
        start(of: event).map { $0.sure <= day } ?? false
    }

    /// From when what the bound ends is over (the day after a last day); nil while no end is known.
    ///
    /// What has the last day of the calendar as its last is over on `Day.beyond`, which no day reaches.
    package func end(_ bound: DateBound) -> DayWindow? {
        switch bound {
        case .through(let date), .on(let date): lastDays(of: date).next
        case .between(let first, let last):
            days(from: first, to: last).next
        case .until(let date), .from(let date), .announced(let date):
            DayWindow(date.earliest, isApproximate: DayWindow(date).isApproximate)
        case .after(let anchor, let length): counted(from: anchor, as: .end, length)
        case .moved(let anchor, let move): end(anchor, moved: move)
        case .soft, .open: nil
        case .upon(let id):
            outcome(of: id).flatMap { $0.manner == .satisfied ? $0.window : nil }
        case .firstOf(let bounds): bounds.compactMap { end($0) }.reduce(nil, earlier)
        case .lastOf(let bounds): last(of: bounds) { end($0) }
        }
    }

    /// Whether a bound begins something, or ends it: conditions that did not come about differ in that.
    enum Role { case start, end }

    /// What is reached a length after the day of another bound.
    ///
    /// One rule for every anchor: the length is counted from the anchor's day D. What begins then begins on
    /// D + length, and what ends then has the day before as its last, so that the two meet: six months after
    /// commencement on 1 June end with 30 November, and what follows begins on 1 December. The day of a bound
    /// that has a last day (`through`) is the day after it.
    private func counted(
        from anchor: DateBound, as role: Role, _ length: CalendarDuration
    ) -> DayWindow? {
        anchorDay(of: anchor, as: role).map { $0.reached(by: length) }
    }

    func anchorDay(of bound: DateBound, as role: Role) -> DayWindow? {
        switch bound {
        case .through(let date): lastDays(of: date).next
        case .until(let date):
            DayWindow(date.earliest, isApproximate: DayWindow(date).isApproximate)
        case .on, .from, .announced, .between: start(bound)
        case .after(let anchor, let length): counted(from: anchor, as: role, length)
        case .moved(let anchor, let move): counted(from: anchor, as: role, move)
        case .soft, .open: nil
        case .upon: role == .start ? start(bound) : end(bound)
        case .firstOf(let bounds):
            (role == .start ? kept(bounds) : bounds).compactMap { anchorDay(of: $0, as: role) }
                .reduce(nil, earlier)
        case .lastOf(let bounds):
            switch role {
            case .start: all(of: bounds) { anchorDay(of: $0, as: role) }?.reduce(nil, later)
            case .end: last(of: bounds) { anchorDay(of: $0, as: role) }
            }
        }
    }

    /// The last of some ends, conditions that will end nothing left out; nil while one of them waits.
    private func last(
        of bounds: [DateBound], _ end: (DateBound) -> DayWindow?
    ) -> DayWindow? {
        last(of: bounds, without: isDropped, end)
    }

    /// The last of some bounds, those left out of account that are gone; none is reached before they were gone, for
    /// until then it waited for them.
    private func last(
        of bounds: [DateBound], without isGone: (DateBound) -> Bool,
        _ window: (DateBound) -> DayWindow?
    ) -> DayWindow? {
        let kept = all(of: bounds.filter { !isGone($0) }, window)?.reduce(nil, later)
        return kept.flatMap { bounds.filter(isGone).compactMap(decided).reduce($0, later) }
    }

    /// When it was known of the conditions in a bound what became of all of them.
    private func decided(_ bound: DateBound) -> DayWindow? {
        bound.conditions.compactMap { outcome(of: $0)?.window }.reduce(nil, later)
    }

    /// The windows of all of some bounds; nil while one of them has none.
    private func all(
        of bounds: [DateBound], _ window: (DateBound) -> DayWindow?
    ) -> [DayWindow]? {
        let windows = bounds.compactMap(window)
        return windows.count == bounds.count ? windows : nil
    }

    /// The bounds without removed conditions, as long as anything else is left to begin by.
    private func kept(_ bounds: [DateBound]) -> [DateBound] {
        let kept = bounds.filter { bound in
            guard let id = bound.anchoringCondition else { return true }
            return outcome(of: id)?.manner != .removed
        }
        return kept.isEmpty ? bounds : kept
    }

    /// True for a bound on a condition that no one waits for any more: it was removed or waived.
    private func isTakenOut(_ bound: DateBound) -> Bool {
        isOut(bound) { $0 == .removed || $0 == .waived }
    }

    /// True for a bound on a condition that was removed, waived or lapsed: it will end nothing.
    private func isDropped(_ bound: DateBound) -> Bool { isOut(bound) { $0 != .satisfied } }

    /// Whether a bound hangs on nothing but conditions of which something became that counts as gone.
    private func isOut(
        _ bound: DateBound, _ isGone: (ConditionRecord.Manner) -> Bool
    ) -> Bool {
        switch bound {
        case .upon(let id): outcome(of: id).map { isGone($0.manner) } ?? false
        case .after(let anchor, _), .moved(let anchor, _): isOut(anchor, isGone)
        case .firstOf(let bounds), .lastOf(let bounds):
            bounds.allSatisfy { isOut($0, isGone) }
        case .on, .from, .through, .until, .announced, .soft, .between, .open: false
        }
    }

    private func lastDays(of date: CivilDate) -> DayWindow {
        let days = DayWindow(date)
        if date.isExact || convention(for: date) != nil {
            return DayWindow(days.sure, isApproximate: days.isApproximate)
        }
        return days
    }

    private func days(from first: CivilDate, to last: CivilDate) -> DayWindow {
        DayWindow(
            first: first.earliest, sure: last.latest,
            isApproximate: [first, last].contains { DayWindow($0).isApproximate })
    }

    /// The agreement's convention that settles which day a bare year or month ends on.
    package func convention(for date: CivilDate) -> String? {
        switch date.precision {
        case .day?, nil: nil
        case .month?: conventions.throughMonth.map { "through-month: \($0.rawValue)" }
        case .year?: conventions.throughYear.map { "through-year: \($0.rawValue)" }
        }
    }

    private func earlier(_ lhs: DayWindow?, _ rhs: DayWindow) -> DayWindow? {
        lhs.map { DayWindow.earlier($0, rhs) } ?? rhs
    }

    private func later(_ lhs: DayWindow?, _ rhs: DayWindow) -> DayWindow? {
        lhs.map { DayWindow.later($0, rhs) } ?? rhs
    }
}

extension BoundReader {
    /// What became of a condition, and when.
    package struct Outcome {
        package let event: RecordedEvent
        package let condition: ConditionID
        package let manner: ConditionRecord.Manner
        package let window: DayWindow
    }

    /// The first thing that became of a condition; nil while it is pending.
    package func outcome(of id: ConditionID) -> Outcome? {
        outcomes(of: id).min {
            ($0.window.first, $0.event.position) < ($1.window.first, $1.event.position)
        }
    }

    private func outcomes(of id: ConditionID) -> [Outcome] {
        (conditions[id]?.outcomes ?? []).compactMap { outcome in
            date(of: outcome.event.effective).map {
                Outcome(
                    event: outcome.event, condition: id, manner: outcome.manner, window: $0)
            }
        }
    }

    /// The day an outcome itself is dated; an outcome cannot wait for another condition.
    private func date(of bound: DateBound) -> DayWindow? {
        bound.conditions.isEmpty ? start(bound) : nil
    }

    /// What surely became of a condition by that day.
    func outcome(of id: ConditionID, by day: Day) -> Outcome? {
        outcome(of: id).flatMap { $0.window.sure <= day ? $0 : nil }
    }

    /// The bound without the conditions that were removed by that day; nil when nothing is left of it.
    func rebased(_ bound: DateBound, by day: Day) -> DateBound? {
        switch bound {
        case .upon(let id): outcome(of: id, by: day)?.manner == .removed ? nil : bound
        case .firstOf(let bounds): collapsed(bounds, by: day) { .firstOf($0) }
        case .lastOf(let bounds): collapsed(bounds, by: day) { .lastOf($0) }
        case .after(let anchor, let length):
            rebased(anchor, by: day).map { .after($0, length) }
        case .moved(let anchor, let move): rebased(anchor, by: day).map { .moved($0, move) }
        case .on, .from, .through, .until, .announced, .soft, .between, .open: bound
        }
    }

    private func collapsed(
        _ bounds: [DateBound], by day: Day, _ make: ([DateBound]) -> DateBound
    ) -> DateBound? {
        let left = bounds.compactMap { rebased($0, by: day) }
        return left.count > 1 ? make(left) : left.first
    }

    /// The conditions a bound surely still waits for on that day.
    package func pending(in bound: DateBound, on day: Day) -> [ConditionID] {
        bound.conditions.sorted().filter { id in
            outcome(of: id).map { $0.window.first > day } ?? true
        }
    }

    /// What lapsed by that day so that what the bound would begin never does; nil where it still may, or has.
    func lapse(in bound: DateBound, by day: Day) -> Outcome? {
        switch bound {
        case .upon(let id):
            return outcome(of: id, by: day).flatMap { $0.manner == .lapsed ? $0 : nil }
        case .after(let anchor, _), .moved(let anchor, _): return lapse(in: anchor, by: day)
        case .lastOf(let bounds): return bounds.lazy.compactMap { lapse(in: $0, by: day) }.first
        case .firstOf(let bounds):
            let lapsed = kept(bounds).map { lapse(in: $0, by: day) }
            return lapsed.contains { $0 == nil } ? nil : lapsed.first ?? nil
        case .on, .from, .through, .until, .announced, .soft, .between, .open: return nil
        }
    }

    /// The conditions for which what the bound would begin surely still waits on that day: none where it never
    /// begins.
    package func pendingStart(in bound: DateBound, on day: Day) -> [ConditionID] {
        lapse(in: bound, by: day) == nil ? pending(in: bound, on: day) : []
    }

    /// The conditions for which what the bound would begin, or take away, may still wait on that day: also those
    /// of which it is not sure yet that they are gone.
    func mayWait(in bound: DateBound, on day: Day) -> [ConditionID] {
        guard lapse(in: bound, by: day) == nil else { return [] }
        return bound.conditions.sorted().filter { id in
            guard let outcome = outcome(of: id), outcome.window.first <= day else { return true }
            return outcome.manner != .satisfied && outcome.window.sure > day
        }
    }

    /// Why what the bound would begin has not begun.
    func startReasons(of bound: DateBound, on day: Day) -> [Reason] {
        guard let lapse = lapse(in: bound, by: day) else {
            return pending(in: bound, on: day).map { .conditionPending($0) }
        }
        return [.conditionLapsed(lapse.condition, lapse.event.reference)]
    }

    /// The removal events of conditions that the bound names.
    func removals(in bound: DateBound, by day: Day) -> [RecordedEvent] {
        bound.conditions.sorted().compactMap { id in
            outcome(of: id, by: day).flatMap { $0.manner == .removed ? $0.event : nil }
        }
    }

    /// What became of the conditions that the bound names, as far as it may have by that day, and what defines the
    /// calendars that it is counted by.
    func outcomeEvents(in bound: DateBound, by day: Day) -> [RecordedEvent] {
        bound.conditions.sorted().compactMap { id in
            outcome(of: id).flatMap { $0.window.first <= day ? $0.event : nil }
        } + bound.calendars.sorted().compactMap { calendarEvents[$0] }
    }
}

extension DateBound {
    /// The condition upon which alone the bound hangs, at once or some time after it.
    fileprivate var anchoringCondition: ConditionID? {
        switch self {
        case .upon(let id): id
        case .after(let anchor, _), .moved(let anchor, _): anchor.anchoringCondition
        case .on, .from, .through, .until, .announced, .soft, .firstOf, .lastOf, .between, .open:
            nil
        }
    }
}
