import Amendments
import Notation
import Terms

/// What must be on a list of names that changes with the years: time zones, currencies.
///
/// Only what is being recorded is held against the lists. What is in the book was held against those of its time; it
/// is read whatever a later list says.
enum ListRules {
    static func violations(
        in reading: AgreementReading, of new: some Sequence<RecordedEvent>
    ) -> [Violation] {
        zones(of: new) + currencies(in: reading, of: new)
    }

    // MARK: Time zones

    private static func zones(of new: some Sequence<RecordedEvent>) -> [Violation] {
        new.compactMap { event in
            guard let recorded = event.spoken as? AgreementRecorded,
                !ZoneNames.contains(recorded.zone)
            else { return nil }
            return Violation(
                message: "'\(recorded.zone)' is no time zone of the IANA tz database "
                    + "(\(ZoneNames.release))",
                hint: hint(for: recorded.zone), ground: .itself, event: event.reference,
                mark: event.event.mark)
        }
    }

    private static func hint(for zone: String) -> String {
        if isOffset(zone) {
            return "a distance from UTC is no zone: name a place that keeps its time, such as "
                + "America/Los_Angeles, or write UTC"
        }
        let places = ZoneNames.places(abbreviated: zone)
        if !places.isEmpty {
            return "\(zone) is an abbreviation, not a zone: write e.g. "
                + places.joined(separator: " or ")
        }
        let nearest = ZoneNames.nearest(to: zone)
        return nearest.isEmpty
            ? "name a place that keeps its time, such as Europe/Berlin, or write UTC"
            : "did you mean \(nearest.joined(separator: " or "))?"
    }

    /// `GMT+8`, `UTC-05`, `+02`.
    private static func isOffset(_ zone: String) -> Bool {
        let name = zone.prefix { $0.isLetter }.uppercased()
        let rest = zone.dropFirst(name.count)
        guard ["", "GMT", "UTC", "UT", "Z"].contains(name), let sign = rest.first else {
            return false
        }
        return "+-".contains(sign)
    }

    // MARK: Currencies

    /// Every amount that a new event states in a currency that was not alive on any day on which it may hold.
    ///
    /// What is only reported, and what `was` repeats, may be in any: they speak of what others wrote.
    private static func currencies(
        in reading: AgreementReading, of new: some Sequence<RecordedEvent>
    ) -> [Violation] {
        var speakers: [EventReference: RecordedEvent] = [:]
        for event in new {
            speakers[event.reference] = event
            if let correction = event.event.payload as? EventCorrected {
                speakers[correction.event] = event
            }
        }
        let terms = reading.terms.flatMap { term in
            assertions(of: term.record, by: speakers, in: reading)
                + accruals(of: term.record, by: speakers)
        }
        return terms
    }

    private static func assertions(
        of record: TermRecord, by speakers: [EventReference: RecordedEvent],
        in reading: AgreementReading
    ) -> [Violation] {
        record.assertions.sorted { $0.key < $1.key }.flatMap { field, assertions in
            assertions.flatMap { assertion -> [Violation] in
                guard let speaker = speakers[assertion.event.reference] else { return [] }
                let days = days(of: assertion, in: reading)
                return currencies(in: assertion.value).compactMap { currency in
                    violation(
                        currency, days, by: speaker, "\(field) of '\(record.identity)'",
                        mark: speaker.mark(of: field))
                }
            }
        }
    }

    private static func accruals(
        of record: TermRecord, by speakers: [EventReference: RecordedEvent]
    ) -> [Violation] {
        record.remarks.compactMap { remark in
            guard case .accrued(let amount, let period) = remark.content,
                let speaker = speakers[remark.event.reference]
            else { return nil }
            return violation(
                amount.currency, (period.earliest, period.latest), by: speaker,
                "what accrued under '\(record.identity)'", mark: speaker.event.mark)
        }
    }

    /// The days on which an amount may begin to hold; nil on a side that is not known.
    private static func days(
        of assertion: Assertion, in reading: AgreementReading
    ) -> (first: Day?, last: Day?) {
        guard let window = reading.bounds.start(assertion.begins), window.first > .first
        else { return (nil, nil) }
        return (window.first, window.sure)
    }

    private static func currencies(in value: ValueState?) -> [Currency] {
        switch value {
        case .stated(.money(let money)): [money.currency]
        case .stated(.unitPrice(let price)): [price.price.currency]
        case .stated(.tiers(let tiers)): [tiers.currency].compactMap(\.self)
        case .stated(.schedule(let schedule)): [schedule.currency]
        case .stated(.formula(let formula)): formula.currencies
        case .between(.money(let low), .money(let high)):
            low.currency == high.currency ? [low.currency] : [low.currency, high.currency]
        case .about(let approximation): currencies(in: .stated(approximation.value))
        case .stated, .between, .redacted, .undisclosed, .unknown, .silent, ValueState.none?,
            .sameAs, nil:
            []
        }
    }

    private static func violation(
        _ currency: Currency, _ days: (first: Day?, last: Day?), by speaker: RecordedEvent,
        _ what: String, mark: Mark?
    ) -> Violation? {
        guard let end = currency.lastDay else { return nil }
        let isOver = days.first.map { $0 > end } ?? false
        let isAhead = days.last.flatMap { last in currency.firstDay.map { last < $0 } } ?? false
        guard isOver || isAhead, let day = isOver ? days.first : days.last else { return nil }
        let life = currency.firstDay.map { "from \($0) to \(end)" } ?? "until \(end)"
        return Violation(
            message: "\(what) is in \(currency) on \(day), when there was no such currency: "
                + "ISO 4217 has it \(life)",
            hint:
                "state the amount in the currency of that day, or correct the day it takes effect",
            ground: .days, event: speaker.reference, mark: mark)
    }
}

extension EventPayload {
    /// What it says: for a correction, what the corrected event says now.
    var spoken: any EventPayload {
        (self as? EventCorrected)?.replacement.event.payload ?? self
    }
}

extension RecordedEvent {
    /// What it says: for a correction, what the corrected event says now.
    var spoken: any EventPayload { event.payload.spoken }

    /// Where it states a field, when it came from a file.
    fileprivate func mark(of field: FieldName) -> Mark? {
        switch spoken {
        case let added as TermAdded: added.set.mark(of: field) ?? event.mark
        case let amended as TermAmended: amended.set.mark(of: field) ?? event.mark
        case _: event.mark
        }
    }
}
