import Amendments
package import Terms

/// How far a term outlives its agreement, and what says so.
struct Survival {
    let event: RecordedEvent
    /// The field that states for how long; nil where an event does, or that is not limited.
    var field: FieldName?
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
    /// What says that the term outlives the agreement; nil where nothing does. A length that it states itself
    /// goes before what only says that it survives.
    ///
    /// - Parameter ending: the event that ends the agreement, where that names the term as surviving.
    func survival(on day: Day, namedBy ending: RecordedEvent?) -> Survival? {
        let kind = record.kind.definition.survival
        for field in [kind.field, .runOff].compactMap(\.self) {
            if let own = survival(by: field, on: day) { return own }
        }
        let flag = value(.survival, on: day).flatMap {
            $0.value == .stated(.flag(true)) ? $0.event : nil
        }
        let event = flag ?? (kind.isAlways ? addition : nil) ?? ending
        return event.map { Survival(event: $0, length: .endless) }
    }

    private func survival(by field: FieldName, on day: Day) -> Survival? {
        guard let found = value(field, on: day) else { return nil }
        switch found.value {
        case .stated(.duration(let length)):
            return Survival(event: found.event, field: field, length: .lasting(length))
        case .none, .silent: return nil
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .sameAs:
            return Survival(event: found.event, field: field, length: .unknown)
        }
    }
}

extension TermTimeline {
    /// Whether what is said of the term in the life of a day lets it outlive the agreement.
    package func outlivesAgreement(on day: Day) -> Bool {
        lives(on: day).first?.survival(on: day, namedBy: nil) != nil
    }
}

extension KindSurvival {
    /// The field that states for how long.
    package var field: FieldName? {
        switch self {
        case .none: nil
        case .always(let field), .stated(let field): field
        }
    }

    fileprivate var isAlways: Bool {
        switch self {
        case .always: true
        case .none, .stated: false
        }
    }
}
