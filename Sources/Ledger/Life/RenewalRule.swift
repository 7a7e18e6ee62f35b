package import Amendments
package import Terms

/// How a `term-and-renewal` reads on the last day of a period, which decides whether another one follows.
package struct RenewalRule: Sendable {
    /// What a field says, and the event that says so; an unknown value where more than one thing may govern.
    package typealias Said = (value: ValueState, event: RecordedEvent)

    package let mode: Said?
    package let period: Said?

    /// Whether another period follows by itself.
    package enum Mode: Sendable {
        case automatic, never, byAgreement, notStated, notKnown
    }

    package var kind: Mode {
        switch mode?.value {
        case .stated(.choice("automatic"))?: .automatic
        case .stated(.choice("by-agreement"))?: .byAgreement
        case .stated?, ValueState.none?: .never
        case .silent?, nil: .notStated
        case .undisclosed?, .unknown?, .redacted?, .sameAs?, .between?, .about?: .notKnown
        }
    }

    /// For how long it is renewed; nil where that is not stated, or not known.
    package var length: CalendarDuration? { period?.value.positiveLength }

    /// What the rule is read from.
    package var events: [RecordedEvent] { [mode, period].compactMap { $0?.event } }
}

extension TermLife {
    package func renewalRule(on day: Day) -> RenewalRule {
        RenewalRule(mode: said(.renewal, on: day), period: said(.renewalPeriod, on: day))
    }

    /// From when on the rule of renewal is the same for ever.
    var renewalRuleSettles: Day {
        [FieldName.renewal, .renewalPeriod].flatMap { cells[$0]?.changeDays ?? [] }.max() ?? .first
    }

    private func said(_ field: FieldName, on day: Day) -> RenewalRule.Said? {
        let candidates = cells[field]?.at(day) ?? []
        guard candidates.count > 1 else { return value(field, on: day) }
        return candidates.compactMap(\.self).last.map { (.unknown, $0.event) }
    }
}

// By when notice is to be given, as the period of notice reads on the day it is given.
extension TermLife {
    /// Whether a notice given on a day prevents the renewal after a last day; nil where the period of notice
    /// is not known.
    func isInTime(_ given: Day, before last: Day) -> Truth {
        guard given <= last else { return .no }
        switch said(.notice, on: max(given, begins?.sure ?? given))?.value {
        case .stated(.duration(let length))?:
            return Truth(given <= length.subtracted(from: last))
        case .silent?, ValueState.none?, nil: return .yes
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .sameAs?:
            return .unknown
        }
    }

    /// The last day on which a notice prevents the renewal after a last day, with the period of notice that then
    /// holds; nil where none is stated.
    package func noticeDay(
        before last: Day
    ) -> (day: Day, length: CalendarDuration, event: RecordedEvent)? {
        let known = cells[.notice]?.prefix { $0.from <= last }.reversed() ?? []
        var earliest: (day: Day, length: CalendarDuration, event: RecordedEvent)?
        for piece in known {
            guard piece.value.count == 1, let assertion = piece.value[0],
                let length = assertion.value?.positiveLength
            else { break }
            let day = min(length.subtracted(from: last), piece.days.through ?? last)
            earliest = (day, length, assertion.event)
            if day >= piece.from { break }
        }
        return earliest
    }
}

extension ValueState {
    /// A stated length that is more than no time at all.
    fileprivate var positiveLength: CalendarDuration? {
        guard case .stated(.duration(let length)) = self, !length.isEmpty else { return nil }
        return length
    }
}
