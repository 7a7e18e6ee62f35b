import Amendments
import Terms

// What ends a life that states no end of its own: the day by which all of it is due, or the last day on which its right
// may be used.
extension TermLife {
    /// The end that a term has, or may have, by the day that the assertion states: several where it is that of another, nil
    /// where it states none.
    ///
    /// - Parameters:
    ///   - path: the fields that led here, where another term ends with this one.
    ///   - unstated: what stands for a day that is not stated; nil for none.
    func ends(
        _ assertion: Assertion, by completion: KindCompletion, on day: Day,
        along path: ReferralPath? = nil, unstated: LifeEnd? = nil
    ) -> [LifeEnd?] {
        switch assertion.value {
        case .stated(.bound(let bound))?: [end(bound, by: completion, assertion.event, on: day)]
        case .sameAs(let id, let field)?:
            referredEnds(assertion, to: id, field, of: completion.field, on: day, along: path)
                .map { end in end.map { completed($0, by: completion, on: day) } }
        case .redacted?, .undisclosed?: [withheld(assertion, completion) ?? unstated]
        case ValueState.none?: [nil]
        case .stated?, .between?, .about?, .unknown?, .silent?, nil: [unstated]
        }
    }

    private func end(
        _ bound: DateBound, by completion: KindCompletion, _ event: RecordedEvent, on day: Day
    ) -> LifeEnd? {
        switch completion {
        case .matures:
            // Once it has matured, whatever is to be done under it may have been done, and may not.
            bounds.start(bound).map { window in
                LifeEnd(
                    by: event, over: DayWindow(first: window.first.next, sure: .beyond),
                    reasons: [.matured(PossibleDay(window))], causes: [event])
            }
        case .closes(let field):
            bounds.end(bound).map { over in
                closed(
                    LifeEnd(
                        by: event, over: over, reasons: [],
                        doubts: bounds.gaps(in: bound).map { .businessDaysUnknown($0) },
                        causes: [event] + bounds.outcomeEvents(in: bound, by: day)),
                    of: field, over, by: day)
            }
        }
    }

    /// The same by a day that is that of another.
    private func completed(
        _ end: LifeEnd, by completion: KindCompletion, on day: Day
    ) -> LifeEnd {
        guard let over = end.over, over.sure < .beyond else { return end }
        switch completion {
        case .matures:
            return LifeEnd(
                event: end.event, over: DayWindow(first: over.first, sure: .beyond),
                reasons: end.reasons, before: end.before,
                open: [.matured(PossibleDay(lastDayBefore: over))] + end.open, causes: end.causes)
        case .closes(let field): return closed(end, of: field, over, by: day)
        }
    }

    /// A right that was not used by its last day is over. Where it was used in part, or something was agreed of it since,
    /// that is open.
    private func closed(
        _ end: LifeEnd, of field: FieldName, _ over: DayWindow, by day: Day
    ) -> LifeEnd {
        let word = word(of: field, speakingOf: over, by: day)
        let isOpen = over.isApproximate || word != nil
        let reason = Reason.closed(PossibleDay(lastDayBefore: over), word?.reference)
        return LifeEnd(
            event: end.event,
            over: isOpen ? DayWindow(first: over.first, sure: .beyond) : over,
            reasons: [reason] + end.reasons, before: end.before, open: [reason] + end.open,
            causes: end.causes + [word].compactMap(\.self))
    }

    /// As it is from the first where the last day on which a right may be used is withheld.
    private func withheld(_ assertion: Assertion, _ completion: KindCompletion) -> LifeEnd? {
        switch completion {
        case .matures: nil
        case .closes:
            bounds.start(assertion.begins).map { begun in
                LifeEnd(
                    by: assertion.event, over: DayWindow(first: begun.first.next, sure: .beyond),
                    reasons: [.closingWithheld], causes: [assertion.event])
            }
        }
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
        let later = laterWord(than: field, over, by: day)
        return (uses + [later].compactMap(\.self)).max { key($0) < key($1) }
    }

    /// Every day on which the life may end so.
    func completionDays(along path: ReferralPath?) -> Set<Day> {
        guard let completion = record.kind.definition.completion,
            let cell = cells[completion.field]
        else { return [] }
        var days = Set(cell.changeDays)
        for assertion in cell.flatMap(\.value).compactMap(\.self) {
            for end in ends(assertion, by: completion, on: .last, along: path) {
                days.formUnion(end?.over?.days ?? [])
            }
            if let over = assertion.value?.bound.flatMap({ bounds.end($0) }) {
                days.formUnion(over.days)
            }
        }
        guard case .closes = completion else { return days }
        for event in record.remarks.map(\.event) {
            days.formUnion(bounds.start(of: event)?.days ?? [])
        }
        return days.union(wordDays)
    }
}
