import Amendments
package import Terms

/// How far a term outlives its agreement, and what says so.
struct Survival {
    let event: RecordedEvent
    let length: Length

    enum Length {
        case lasting(CalendarDuration)
        /// For a time that is not known.
        case unknown
        case endless
    }

    /// From when the term is over, where the agreement is over in that window; nil where it goes on.
    func over(after end: DayWindow) -> DayWindow? {
        switch length {
        case .lasting(let length):
            end.adding(length)
        case .unknown: DayWindow(first: end.first, sure: .beyond)
        case .endless: nil
        }
    }
}

extension TermLife {
    /// What says that the term outlives the agreement; nil where nothing does.
    func survival(on day: Day) -> Survival? {
        if let found = value(.survival, on: day), found.value == .stated(.flag(true)) {
            return Survival(event: found.event, length: .endless)
        }
        switch record.kind.definition.survival {
        case .none: return nil
        case .always(let field):
            return survival(by: field, on: day) ?? Survival(event: addition, length: .endless)
        case .stated(let field): return survival(by: field, on: day)
        }
    }

    private func survival(by field: FieldName, on day: Day) -> Survival? {
        guard let found = value(field, on: day) else { return nil }
        switch found.value {
        case .stated(.duration(let length)):
            return Survival(event: found.event, length: .lasting(length))
        case .none, .silent: return nil
        case .stated, .between, .redacted, .undisclosed, .unknown, .sameAs:
            return Survival(event: found.event, length: .unknown)
        }
    }
}

extension TermTimeline {
    /// Whether what is said of the term in the life of a day lets it outlive the agreement.
    package func outlivesAgreement(on day: Day) -> Bool {
        lives(on: day).first?.survival(on: day) != nil
    }
}
