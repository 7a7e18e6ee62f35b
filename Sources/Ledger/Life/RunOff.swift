package import Amendments
package import Terms

/// The time in which a life outlives its agreement, and what is read differently then.
struct RunOff {
    /// The end of the agreement that it follows.
    let event: RecordedEvent
    /// From when the agreement is over.
    let window: DayWindow
}

extension TermLife {
    /// The first end of the agreement that may have come by a day and that the life outlives; nil where there is
    /// none.
    func runOff(on day: Day) -> RunOff? {
        let ends = agreement.ends(for: self, on: day).filter { survival(of: $0) != nil }
        return ends.min { $0.window.first < $1.window.first }.map {
            RunOff(event: $0.event, window: $0.window)
        }
    }

    /// How far the life outlives an end of the agreement; nil where it ends with it.
    func survival(of end: AgreementLife.End) -> Survival? {
        guard end.only == nil else { return nil }
        let last = end.window.first.adding(days: -1)
        for (term, length) in end.runOff where ids.contains(term) {
            return Survival(event: end.event, length: .lasting(length))
        }
        return survival(on: last, namedBy: isNamed(by: end) ? end.event : nil)
    }
}

extension TermLife {
    /// For how long the life goes on after an end of the agreement, by which field and which event; nil where it
    /// ends with it, or no time is stated.
    package func lastingAfter(
        _ end: AgreementLife.End
    ) -> (length: CalendarDuration, field: FieldName?, event: RecordedEvent)? {
        guard let survival = survival(of: end), case .lasting(let length) = survival.length else {
            return nil
        }
        return (length, survival.field, survival.event)
    }
}
