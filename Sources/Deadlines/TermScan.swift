import Amendments
import Ledger
import Terms

/// What falls into a span of days under one term, as one reading of its agreement knows it.
struct TermScan {
    let reading: AgreementReading
    let term: TermTimeline
    let span: ClosedRange<Day>
    /// From when what waits may come: nothing is on record of it up to the last disclosure.
    let ahead: Day

    init(
        reading: AgreementReading, term: TermTimeline, span: ClosedRange<Day>,
        knownThrough known: Day
    ) {
        self.reading = reading
        self.term = term
        self.span = span
        ahead = min(max(span.lowerBound, known), span.upperBound)
    }

    var bounds: BoundReader { reading.bounds }
    var record: TermRecord { term.record }

    /// All of it, in no particular order.
    var deadlines: [Deadline] {
        let found =
            beginnings + removals + changes + waiting + moves + limits + pauses + conditions
            + periods + rights
            + duties + (record.kind == .termAndRenewal ? renewals : ends)
        return found.filter { span.overlaps($0.when) }
    }

    /// Whether the term holds on a day, as far as can be said.
    func isLive(on day: Day) -> Bool {
        switch term.status(on: day).status {
        case .inForce, .indeterminate, .suspended: true
        case .notYet, .ended: false
        }
    }

    /// The same of another term.
    func scan(of other: TermTimeline) -> TermScan {
        TermScan(reading: reading, term: other, span: span, knownThrough: ahead)
    }

    /// Whether it holds, or is still to begin, once what waits may come.
    var isAhead: Bool {
        term.status(on: ahead).status != .ended || isLive(on: span.upperBound)
    }

    /// A deadline of this term.
    func deadline(
        _ what: Deadline.What, _ when: Deadline.When, values: [Deadline.FieldValue] = [],
        through: Day? = nil, actor: PartyID? = nil, basis: [Basis], causes: [RecordedEvent],
        isTentative: Bool = false, number: Int = 1
    ) -> Deadline {
        let day = when.days.flatMap { $0.first ?? $0.last } ?? span.upperBound
        let unread = term.notRead(since: causes, by: day)
        var isVague = isTentative || !unread.isEmpty
        switch when {
        case .on: break
        case .within, .upon, .withheld, .afterEnd: isVague = true
        }
        return Deadline(
            agreement: reading.state.id, subject: record.identity.text, term: term.id(on: day),
            kind: record.kind, what: what,
            when: when, values: values, through: through, actor: actor,
            basis: basis + unread.map { .notRead($0) },
            causes: causes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            isTentative: isVague, number: number)
    }

    // MARK: Fields over time

    /// One value of a field with the days on which it may govern.
    struct Governed {
        var field: FieldName
        var assertion: Assertion
        var value: ValueState
        var days: DayRange
        /// False where another value may govern instead.
        var isSure: Bool

        func covers(first: Day, last: Day) -> Bool { last >= days.from && first < days.end }
    }

    func governed(_ field: FieldName) -> [Governed] {
        guard let cell = term.cells[field] else { return [] }
        var found: [Governed] = []
        var latest: [Position: Int] = [:]
        for piece in cell {
            for case let assertion? in piece.value {
                guard let value = assertion.value else { continue }
                let isSure = piece.value.count == 1
                if let last = latest[assertion.event.position], found[last].assertion == assertion,
                    let days = found[last].days.joined(with: piece.days)
                {
                    found[last].days = days
                    found[last].isSure = found[last].isSure && isSure
                } else {
                    latest[assertion.event.position] = found.count
                    found.append(
                        Governed(
                            field: field, assertion: assertion, value: value, days: piece.days,
                            isSure: isSure))
                }
            }
        }
        return found
    }

    /// What governs a field on a day; nil where nothing does, or more than one thing may.
    func value(_ field: FieldName, on day: Day) -> (value: ValueState, event: RecordedEvent)? {
        let candidates = (term.cells[field]?.at(day) ?? []).compactMap(\.self)
        guard candidates.count == 1, let value = candidates[0].value else { return nil }
        return (value, candidates[0].event)
    }

    func duration(_ field: FieldName, on day: Day) -> (CalendarDuration, RecordedEvent)? {
        guard let found = value(field, on: day), case .stated(.duration(let length)) = found.value,
            !length.isEmpty
        else { return nil }
        return (length, found.event)
    }

    /// The same of what may be in business days.
    func lapse(_ field: FieldName, on day: Day) -> (Lapse, RecordedEvent)? {
        guard let found = value(field, on: day), case .stated(let said) = found.value,
            let lapse = said.lapse, !lapse.isEmpty
        else { return nil }
        return (lapse, found.event)
    }

    func party(_ field: FieldName, on day: Day) -> PartyID? {
        guard let found = value(field, on: day), case .stated(.party(let id)) = found.value else {
            return nil
        }
        return term.holder(of: id, namedBy: found.event, on: day)
    }

    /// What was said of a bound beside its words: conventions, doubt, conditions that came true.
    func remarks(on bound: DateBound) -> (basis: [Basis], isDoubtful: Bool, causes: [RecordedEvent])
    {
        var basis: [Basis] = []
        var isDoubtful = bound.doubtfulDate != nil
        for part in bound.parts {
            guard let date = part.date else { continue }
            if case .through = part, let convention = bounds.convention(for: date) {
                basis.append(.convention(convention))
            } else if !date.isExact || date.qualifier != .none {
                basis.append(.imprecise(date))
            }
        }
        let gaps = bounds.gaps(in: bound)
        basis += gaps.map { .businessDaysUnknown($0) }
        isDoubtful = isDoubtful || !gaps.isEmpty
        var causes: [RecordedEvent] = []
        for id in bound.conditions.sorted() {
            guard let outcome = bounds.outcome(of: id) else { continue }
            basis.append(.outcome(id, outcome.manner))
            causes.append(outcome.event)
        }
        // A day beside a condition that nothing is known of is that day only if the condition is late.
        let pending = pending(in: bound)
        if !pending.isEmpty, bounds.start(bound) != nil || bounds.end(bound) != nil {
            basis.append(.unlessBefore(pending))
            isDoubtful = true
        }
        return (basis, isDoubtful, causes)
    }

    /// The conditions that a bound waits for all through the span.
    func pending(in bound: DateBound) -> [ConditionID] {
        bounds.pending(in: bound, on: span.upperBound)
    }

    /// The same of what would begin: nothing where it never does.
    func pendingStart(in bound: DateBound) -> [ConditionID] {
        bounds.pendingStart(in: bound, on: span.upperBound)
    }

    /// The first window in which something may have happened by an event's own date.
    func window(of event: RecordedEvent) -> DayWindow? { bounds.start(of: event) }
}

extension DateBound {
    /// Every expectation in it, at any depth.
    var expectations: [DateRange] {
        parts.compactMap { part in
            if case .soft(let range) = part { range } else { nil }
        }
    }
}
