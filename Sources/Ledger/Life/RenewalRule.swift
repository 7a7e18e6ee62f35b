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
        case .stated(let value)?:
            guard let lapse = value.lapse else { return .unknown }
            let days = bounds.days(lapse, before: last)
            if given <= days.lowerBound { return .yes }
            return given > days.upperBound ? .no : .unknown
        case .silent?, ValueState.none?, nil: return .yes
        case .between?, .about?, .redacted?, .undisclosed?, .unknown?, .sameAs?:
            return .unknown
        }
    }

    /// The calendars for want of which it is not known until when a notice prevents the renewal after a last day.
    func noticeGaps(before last: Day) -> [Reason] {
        guard case .stated(let value)? = said(.notice, on: last)?.value, let lapse = value.lapse
        else { return [] }
        return bounds.gaps(lapse, before: last).map { .businessDaysUnknown($0) }
    }

    /// The last day on which a notice prevents the renewal after a last day, with the period of notice that then
    /// holds; several where its calendars do not say which. Nil where none is stated.
    package func noticeDay(
        before last: Day
    ) -> (days: ClosedRange<Day>, lapse: Lapse, event: RecordedEvent)? {
        let known = cells[.notice]?.prefix { $0.from <= last }.reversed() ?? []
        var earliest: (days: ClosedRange<Day>, lapse: Lapse, event: RecordedEvent)?
        for piece in known {
            guard piece.value.count == 1, let assertion = piece.value[0],
                case .stated(let value)? = assertion.value, let lapse = value.lapse, !lapse.isEmpty
            else { break }
            let (stated, through) = (bounds.days(lapse, before: last), piece.days.through ?? last)
            let days = min(stated.lowerBound, through)...min(stated.upperBound, through)
            earliest = (days, lapse, assertion.event)
            if days.upperBound >= piece.from { break }
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
