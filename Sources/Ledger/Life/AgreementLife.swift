package import Amendments
package import Terms

/// When the agreement itself ends, and what that ends with it.
///
/// It ends when it is terminated or superseded, when a notice under a right of termination or under its
/// term takes effect, and when every `term-and-renewal` has run out. A restatement ends each term that it
/// leaves out. There is no second place that answers this.
package struct AgreementLife: Sendable {
    /// Ends with an event of their own, in the order of their days, then of agreement.
    private(set) var ends: [End]
    /// Ends that name a condition.
    private(set) var waiting: [PendingEnd]
    let restatements: [AgreementRestatement]
    /// Instruments that are known of and were not read.
    private(set) var unread: [UnreadInstrument] = []
    /// The terms that say how long the agreement runs.
    private var durations: [TermTimeline]

    /// One end of the agreement.
    package struct End: Hashable, Sendable {
        package let event: RecordedEvent
        /// From when the agreement is over.
        package let window: DayWindow
        package let reason: Reason
        package let causes: [RecordedEvent]
        var surviving: Set<TermID> = []
        /// For how long, of those that survive for a time only.
        var runOff: [TermID: CalendarDuration] = [:]
        /// The calendars for want of which its day is not known.
        var gaps: [CalendarGap] = []
        /// The agreement's own term, where it ran out.
        package var duration: TermID?
        /// The one term that it ends, by an id that it has or had; nil for the agreement.
        package var only: TermID?
    }

    /// One end of the agreement that hangs on a condition.
    package struct PendingEnd: Sendable {
        package let event: RecordedEvent
        /// When it would end, or that it would not be renewed.
        package let bound: DateBound
        var effect = ConditionalChange.Effect.agreementEnded
        var surviving: Set<TermID> = []
        /// The one term that it would end; nil for the agreement.
        package var only: TermID?
    }

    init(
        of state: AgreementState, places: PartyPlaces, order: InstrumentOrder, bounds: BoundReader
    ) {
        self.init(
            of: state.terms.values.filter(\.kind.endsAgreements), find: state.term,
            endings: state.endings, restatements: state.restatements, places: places, order: order,
            bounds: bounds)
        unread = state.unread.filter { !state.wasRead($0) }
    }

    /// - Parameter find: a term by an id that it has or had: of one whose days those name as theirs.
    init(
        of terms: [TermRecord], find: (TermID) -> TermRecord?, endings: [AgreementEnding],
        restatements: [AgreementRestatement], places: PartyPlaces, order: InstrumentOrder,
        bounds: BoundReader
    ) {
        func timelines(_ agreement: AgreementLife) -> [TermTimeline] {
            let referred = ReferredTerms(
                by: terms, find: find, agreement: agreement, places: places, order: order,
                bounds: bounds)
            return terms.filter { $0.kind.endsAgreements }
                .sorted { $0.identity < $1.identity }.map {
                    TermTimeline(
                        $0, agreement: agreement, places: places, order: order, bounds: bounds,
                        referred: referred)
                }
        }
        let stated = endings.compactMap { ending -> End? in
            bounds.start(of: ending.event).map {
                End(
                    event: ending.event, window: $0,
                    reason: .agreementEnded(ending.event.reference),
                    causes: [ending.event]
                        + bounds.outcomeEvents(in: ending.event.effective, by: .last),
                    surviving: ending.surviving, runOff: ending.runOff)
            }
        }
        var life = AgreementLife(
            ends: [],
            waiting: endings.filter { !$0.event.effective.conditions.isEmpty }.map {
                PendingEnd(
                    event: $0.event, bound: $0.event.effective, surviving: $0.surviving)
            },
            restatements: restatements, durations: [])
        life.ends = (stated + timelines(life).flatMap(\.terminations)).sorted {
            ($0.window.first, order.key(of: $0.event)) < ($1.window.first, order.key(of: $1.event))
        }
        life.waiting += timelines(life).flatMap(\.waitingTerminations)
        life.durations = timelines(life).filter { $0.record.kind == .termAndRenewal }
        self = life
    }

    private init(
        ends: [End], waiting: [PendingEnd], restatements: [AgreementRestatement],
        durations: [TermTimeline]
    ) {
        self.ends = ends
        self.waiting = waiting
        self.restatements = restatements
        self.durations = durations
    }

    /// The ends of the agreement that reach a life, the survival of its term left out of account.
    func ends(for life: TermLife, on day: Day) -> [End] {
        (stated(for: life) + runningOut(for: life, on: day))
            .filter { $0.window.first <= day }
    }

    /// Every end of the agreement that reaches a life, in the order of days. One that was revived ran out more
    /// than once, so what had run out is asked as of every day on which that may change.
    fileprivate func everyEnd(for life: TermLife) -> [End] {
        let expiries =
            durations.isEmpty
            ? []
            : changeDays.sorted().flatMap {
                runningOut(for: life, on: $0)
            }
        return (stated(for: life) + expiries)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            .sorted { $0.window.first < $1.window.first }
    }

    /// What ends a life from outside, as far as it is known by a day.
    func ends(of life: TermLife, by day: Day) -> [LifeEnd] {
        ends(for: life, on: day).map { life.outliving($0) }
            + leftOut(life).filter { $0.over.map { $0.first <= day } ?? false }
    }

    private func stated(for life: TermLife) -> [End] {
        let key = life.order.key(of: life.addition)
        return ends.filter { end in
            guard life.isReached(by: end.only) else { return false }
            return key < life.order.key(of: end.event) || life.agreedDay < end.window.first
        }
    }

    /// The end of the agreement's own term, where it has run out, as of a day.
    private func runningOut(for life: TermLife, on day: Day) -> [End] {
        guard life.record.kind != .termAndRenewal, let end = runningOut(on: day),
            life.agreedDay < end.window.first
        else { return [] }
        return [end]
    }

    /// The end of terms that say how long the agreement runs, where every one of them that has begun has run out, as
    /// of a day; nil where none has begun, or one goes on.
    ///
    /// - Parameter counts: which of them are looked at.
    func runningOut(on day: Day, counting counts: (TermTimeline) -> Bool = { _ in true }) -> End? {
        let present = durations.filter { counts($0) && $0.isPresent(on: day) }
        let over = present.compactMap { $0.expiry(on: day) }
        guard !present.isEmpty, over.count == present.count,
            let last = over.max(by: { $0.window.first < $1.window.first })
        else { return nil }
        let sure = over.map(\.window.sure).max() ?? last.window.sure
        return last.ending(
            in: DayWindow(
                first: last.window.first, sure: sure,
                isApproximate: over.contains(where: \.window.isApproximate)))
    }

    /// The restatements, agreed after a life, that do not state its term.
    fileprivate func leftOut(_ life: TermLife) -> [LifeEnd] {
        let key = life.order.key(of: life.addition)
        return restatements.compactMap { restatement in
            guard !restatement.kept.contains(life.record.identity),
                key < life.order.key(of: restatement.event),
                let window = life.bounds.start(of: restatement.event)
            else { return nil }
            return LifeEnd(
                removedBy: restatement.event, window: window,
                outcomes: life.bounds.outcomeEvents(in: restatement.event.effective, by: .last))
        }
    }

    /// Every day on which the agreement may end, or go on.
    var changeDays: Set<Day> {
        var days = Set(ends.flatMap(\.window.days))
        for restatement in restatements {
            if let window = durations.first?.bounds.start(of: restatement.event) {
                days.formUnion(window.days)
            }
        }
        for duration in durations { days.formUnion(duration.ownChangeDays) }
        return days
    }
}

extension TermKind {
    /// True for the kinds under which the agreement itself can end.
    package var endsAgreements: Bool { self == .termAndRenewal || self == .terminationRight }
}

extension TermLife {
    /// Every end of the agreement that reaches the term, in the order of days.
    package var agreementEnds: [AgreementLife.End] { agreement.everyEnd(for: self) }

    /// From when the term is over by an end of the agreement; nil where it goes on.
    package func over(after end: AgreementLife.End) -> DayWindow? { outliving(end).over }

    /// The days from which it is over, or may be, by what ends the agreement, or leaves it out of it.
    var outsideChangeDays: Set<Day> {
        let windows =
            agreementEnds.map { over(after: $0) } + agreement.leftOut(self).map(\.over)
        return Set(windows.compactMap(\.self).flatMap(\.days))
    }

    /// The events that take the term out of the agreement: removals, and restatements without it.
    package var removals: [RecordedEvent] {
        record.removals + agreement.leftOut(self).map(\.event)
    }

    /// The ids that the term ever had.
    var ids: Set<TermID> { Set([record.identity] + record.renamings.map(\.id)) }

    /// Whether an end reaches the term: one of the agreement, or of that term alone.
    func isReached(by only: TermID?) -> Bool { only.map(ids.contains) ?? true }

    /// Whether an end of the agreement names the term as surviving.
    func isNamed(by end: AgreementLife.End) -> Bool {
        !end.surviving.isDisjoint(with: ids)
    }

    /// The end of the agreement as it reaches this life: a duty that outlives it ends later, or not at all.
    fileprivate func outliving(_ end: AgreementLife.End) -> LifeEnd {
        guard let survival = survival(of: end) else {
            return LifeEnd(
                by: end.event, over: end.window, reasons: [end.reason],
                doubts: end.gaps.map { .businessDaysUnknown($0) }, causes: end.causes)
        }
        let outlives = Reason.outlives(end.event.reference)
        return LifeEnd(
            by: end.event, over: survival.over(after: end.window),
            reasons: [end.reason, outlives], before: [outlives],
            doubts: end.gaps.map { .businessDaysUnknown($0) },
            causes: end.causes + [survival.event])
    }
}

extension AgreementLife.End {
    /// The agreement as it runs out in a window of days.
    static func ranOut(
        _ term: TermID, in window: DayWindow, by event: RecordedEvent, causes: [RecordedEvent]
    ) -> AgreementLife.End {
        let last = window.first.adding(days: -1)
        let reason: Reason =
            window.isExact
            ? .ranOut(term, lastDay: PossibleDay(last))
            : .runsOut(
                term, first: last,
                last: window.sure == .beyond ? nil : window.sure.adding(days: -1))
        return AgreementLife.End(
            event: event, window: window, reason: reason, causes: causes, duration: term)
    }

    /// The same in another window.
    fileprivate func ending(in window: DayWindow) -> AgreementLife.End {
        guard let duration else { return self }
        var end = AgreementLife.End.ranOut(duration, in: window, by: event, causes: causes)
        end.gaps = gaps
        return end
    }
}

/// Whether an end of the agreement is overtaken by an earlier one.
enum Overtaking { case not, perhaps, surely }

extension TermTimeline {
    /// Whether earlier ends overtake an end of the agreement, by each life that it reaches.
    func overtaking(_ end: AgreementLife.End) -> [Overtaking] {
        lives.compactMap { $0.overtaking(end, status: status) }
    }
}

extension TermLife {
    /// Nil for a life that the end does not reach.
    fileprivate func overtaking(
        _ end: AgreementLife.End, status: (Day) -> StatusReading
    ) -> Overtaking? {
        let ends = agreement.ends(for: self, on: .last)
        guard ends.contains(end), !isNamed(by: end) else { return nil }
        let day = end.window.first.adding(days: -1)
        let earlier = agreement.ends(for: self, on: day).filter { $0 != end && !isNamed(by: $0) }
        if status(day).status == .ended
            || earlier.contains(where: { $0.window.sure <= end.window.first })
        {
            return .surely
        }
        return earlier.isEmpty ? .not : .perhaps
    }
}
