import Amendments
import Terms

// What ends a life that states no end of its own: the day by which all of it is due, or the last day on which its right
// may be used.
extension TermLife {
    /// The end that a term has, or may have, by the day that the assertion states; nil where it states none.
    func end(_ assertion: Assertion, by completion: KindCompletion, on day: Day) -> LifeEnd? {
        switch completion {
        case .matures: maturity(assertion)
        case .closes(let field): closing(assertion, of: field, on: day)
        }
    }

    /// Once it has matured, whatever is to be done under it may have been done, and may not.
    private func maturity(_ assertion: Assertion) -> LifeEnd? {
        guard let window = assertion.value?.bound.flatMap({ bounds.start($0) }) else { return nil }
        return LifeEnd(
            by: assertion.event, over: DayWindow(first: window.first.next, sure: .beyond),
            reasons: [.matured(PossibleDay(window))], causes: [assertion.event])
    }

    /// A right that was not used by its last day is over. Where it was used in part, or something was agreed of it since,
    /// that is open: as it is from the first where its last day is withheld.
    private func closing(
        _ assertion: Assertion, of field: FieldName, on day: Day
    ) -> LifeEnd? {
        if assertion.value?.isWithheld ?? false {
            return bounds.start(assertion.begins).map { begun in
                LifeEnd(
                    by: assertion.event, over: DayWindow(first: begun.first.next, sure: .beyond),
                    reasons: [.closingWithheld], causes: [assertion.event])
            }
        }
        guard let bound = assertion.value?.bound, let over = bounds.end(bound) else { return nil }
        let word = word(of: field, speakingOf: over, by: day)
        let isOpen = over.isApproximate || word != nil
        return LifeEnd(
            by: assertion.event,
            over: isOpen ? DayWindow(first: over.first, sure: .beyond) : over,
            reasons: [.closed(PossibleDay(lastDayBefore: over), word?.reference)],
            doubts: bounds.gaps(in: bound).map { .businessDaysUnknown($0) },
            causes: [assertion.event] + bounds.outcomeEvents(in: bound, by: day)
                + [word].compactMap(\.self))
    }

    /// The last that is on record by a day and speaks against its being over for want of use: that it was exercised, or
    /// that something other than its last day was agreed from a later day. Nil for nothing.
    private func word(
        of field: FieldName, speakingOf over: DayWindow, by day: Day
    ) -> RecordedEvent? {
        let exercises = record.remarks.filter { remark in
            if case .optionExercised = remark.content { true } else { false }
        }.map(\.event)
        let uses = (exercises + record.removals.filter { $0.event.payload.discharge != nil })
            .filter { hasBegun($0, by: day) }
        let later = record.assertions.filter { $0.key != field }.values.joined().filter {
            bounds.start($0.begins).map { over.first <= $0.first && $0.first <= day } ?? false
        }.map(\.event)
        return (uses + later).max { key($0) < key($1) }
    }

    /// Every day on which the life may end so.
    var completionDays: Set<Day> {
        guard let completion = record.kind.definition.completion,
            let cell = cells[completion.field]
        else { return [] }
        var days = Set(cell.changeDays)
        for assertion in cell.flatMap(\.value).compactMap(\.self) {
            days.formUnion(end(assertion, by: completion, on: .last)?.over?.days ?? [])
            if let over = assertion.value?.bound.flatMap({ bounds.end($0) }) {
                days.formUnion(over.days)
            }
        }
        guard case .closes = completion else { return days }
        for event in record.remarks.map(\.event) {
            days.formUnion(bounds.start(of: event)?.days ?? [])
        }
        for assertion in record.assertions.values.joined() {
            days.formUnion(bounds.start(assertion.begins)?.days ?? [])
        }
        return days
    }
}

extension ValueState {
    /// Whether there is a value that is kept back.
    var isWithheld: Bool {
        switch self {
        case .redacted, .undisclosed: true
        case .stated, .between, .about, .unknown, .silent, .none, .sameAs: false
        }
    }
}
