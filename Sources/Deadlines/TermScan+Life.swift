import Amendments
import Ledger
import Terms

// When a term begins and ends, and what limits a part of it.
extension TermScan {
    /// When it begins, by its own `starts`.
    var beginnings: [Deadline] {
        (record.assertions[.starts] ?? []).flatMap { assertion -> [Deadline] in
            guard case .stated(.bound(let bound))? = assertion.value else {
                return assertion.value.map {
                    withheld(.begins, .starts, $0, assertion.event)
                } ?? []
            }
            // Of a term that holds already, what waits to replace its text is a change of it.
            var found =
                isLive(on: span.upperBound) ? [] : awaited(.begins, .starts, bound, assertion.event)
            if let window = bounds.start(bound), window.first > .first,
                isLive(on: window.sure), !isSurelyLive(on: window.first.adding(days: -1))
            {
                let said = remarks(on: bound)
                found.append(
                    deadline(
                        .begins, .init(start: window),
                        basis: [.field(.starts, .stated(.bound(bound)))] + said.basis,
                        causes: [assertion.event] + said.causes,
                        isTentative: said.isDoubtful || bound.isAnnounced))
            }
            return found
        }
    }

    private func isSurelyLive(on day: Day) -> Bool { term.status(on: day).status == .inForce }

    /// When it ends, by its own `ends`.
    var ends: [Deadline] {
        endings(by: .ends).map { ending in
            deadline(
                .ends, ending.when, basis: ending.basis, causes: ending.causes,
                isTentative: ending.isTentative)
        } + endsWithoutDay
    }

    /// Ends without a day: upon a condition, expected, or withheld.
    var endsWithoutDay: [Deadline] {
        governed(.ends).flatMap { governed -> [Deadline] in
            guard isAhead, governed.covers(first: ahead, last: span.upperBound) else { return [] }
            let value = settled(governed.value)
            guard case .stated(.bound(let bound)) = value else {
                return withheld(.ends, .ends, value, governed.assertion.event)
            }
            return awaited(.ends, .ends, bound, governed.assertion.event)
        }
    }

    /// One last day, stated by a field that governs on it.
    struct Ending {
        /// The event that states it.
        var stated: RecordedEvent
        var window: DayWindow
        var basis: [Basis]
        var causes: [RecordedEvent]
        var isTentative: Bool
        /// True where it was renewed or extended: another end governs after it.
        var goesOn: Bool

        var when: Deadline.When { .init(lastDayBefore: window) }
    }

    /// The last days that a field states, where the term lives up to them and nothing extends it by then.
    func endings(
        by field: FieldName, evenIfExtended: Bool = false, following steps: Int = 4
    ) -> [Ending] {
        governed(field).flatMap { governed -> [Ending] in
            if case .sameAs(let id, let other) = governed.value {
                return followed(governed, to: id, other, steps)
                    .filter { evenIfExtended || !$0.goesOn }
            }
            return [ending(by: field, governed, evenIfExtended: evenIfExtended)]
                .compactMap(\.self)
        }
    }

    /// The last days by the end of another term, or the field of one, that this one refers to, while it does; how they were
    /// worked out where that field states them.
    private func followed(
        _ governed: Governed, to id: TermID, _ field: FieldName, _ steps: Int
    ) -> [Ending] {
        guard steps > 0 else { return [] }
        let stated =
            reading.term(id).map { scan(of: $0).endings(by: field, following: steps - 1) } ?? []
        return term.referredWindows(governed.assertion, of: governed.field).compactMap { end in
            let window = end.window
            let last = window.first.adding(days: -1)
            guard governed.covers(first: last, last: last), isLive(on: last) else { return nil }
            let known = stated.first {
                $0.window.first == window.first && $0.window.sure == window.sure
            }
            return Ending(
                stated: governed.assertion.event, window: window,
                basis: [.field(governed.field, governed.value)] + (known?.basis ?? []),
                causes: [governed.assertion.event] + (known?.causes ?? end.causes),
                isTentative: known?.isTentative ?? false || !governed.isSure,
                goesOn: governed.field == .ends && goesOn(after: governed, window))
        }
    }

    private func ending(
        by field: FieldName, _ governed: Governed, evenIfExtended: Bool
    ) -> Ending? {
        guard let stated = endWindow(governed.value) else { return nil }
        // A last day that had passed when it began to govern ends the term there and then.
        let isPast = stated.sure <= governed.days.from
        let window = isPast ? DayWindow(governed.days.from) : stated
        let last = (window.first.adding(days: -1), window.sure.adding(days: -1))
        guard isPast || governed.covers(first: last.0, last: last.1), isLive(on: last.0),
            !isPast || !isSurelyLive(on: window.sure)
        else { return nil }
        let goesOn = field == .ends && goesOn(after: governed, window)
        if goesOn, !evenIfExtended { return nil }
        var said: (basis: [Basis], isDoubtful: Bool, causes: [RecordedEvent]) = ([], false, [])
        if case .stated(.bound(let bound)) = governed.value { said = remarks(on: bound) }
        return Ending(
            stated: governed.assertion.event, window: window,
            basis: [.field(field, governed.value)] + said.basis,
            causes: [governed.assertion.event] + said.causes,
            isTentative: said.isDoubtful || !governed.isSure, goesOn: goesOn)
    }

    /// Whether another end governs once that one is reached. A term that renews by itself goes on without
    /// one.
    private func goesOn(after governed: Governed, _ window: DayWindow) -> Bool {
        guard isSurelyLive(on: window.sure) else { return false }
        guard record.kind == .termAndRenewal else { return true }
        return value(.ends, on: window.sure).map { $0.event != governed.assertion.event } ?? false
    }

    func endWindow(_ value: ValueState) -> DayWindow? {
        switch value {
        case .stated(.bound(let bound)): return bounds.end(bound)
        case .between(.bound(let low), .bound(let high)):
            guard let low = bounds.end(low), let high = bounds.end(high) else { return nil }
            return DayWindow(first: low.first, sure: high.sure)
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            return nil
        }
    }

    /// A value, or the one that it refers to, as that reads once what waits may come.
    private func settled(_ value: ValueState, following steps: Int = 4) -> ValueState {
        guard case .sameAs(let id, let field) = value, steps > 0,
            let other = reading.term(id).flatMap({ scan(of: $0).value(field, on: ahead) })
        else { return value }
        return settled(other.value, following: steps - 1)
    }

    /// What waits for conditions, or is expected, by a bound.
    func awaited(
        _ what: Deadline.What, _ field: FieldName, _ bound: DateBound, _ event: RecordedEvent,
        values: [Deadline.FieldValue] = []
    ) -> [Deadline] {
        var found: [Deadline] = []
        let pending = what.isStart ? pendingStart(in: bound) : pending(in: bound)
        let basis = [Basis.field(field, .stated(.bound(bound)))]
        if !pending.isEmpty, isAhead {
            found.append(
                deadline(what, .upon(pending), values: values, basis: basis, causes: [event]))
        }
        for range in bound.expectations where isAhead {
            found.append(
                deadline(
                    what, .within(first: range.earliest, last: range.latest), values: values,
                    basis: basis, causes: [event]))
        }
        return found
    }

    /// A day that exists and is kept back.
    func withheld(
        _ what: Deadline.What, _ field: FieldName, _ value: ValueState, _ event: RecordedEvent
    ) -> [Deadline] {
        switch value {
        case .undisclosed, .redacted:
            isAhead
                ? [deadline(what, .withheld(field), basis: [.field(field, value)], causes: [event])]
                : []
        case .stated, .between, .about, .unknown, .silent, .none, .sameAs: []
        }
    }

    /// Removed by an event of its own.
    var removals: [Deadline] {
        term.lives.flatMap(\.removals).compactMap { event in
            guard let window = window(of: event), window.first > .first,
                isLive(on: window.first.adding(days: -1)), !isSurelyLive(on: window.sure)
            else { return nil }
            let said = remarks(on: event.effective)
            return deadline(
                .ends, .init(lastDayBefore: window),
                basis: [.effective(event.effective)] + said.basis,
                causes: [event] + said.causes,
                isTentative: said.isDoubtful || event.effective.isAnnounced)
        }
    }

    /// Bounds of a part of it: exclusivity, and when an option may be exercised.
    var limits: [Deadline] {
        let exclusivity = endings(by: .exclusiveUntil).map { ending in
            deadline(
                .exclusivityEnds, ending.when, basis: ending.basis, causes: ending.causes,
                isTentative: ending.isTentative)
        }
        let closings = endings(by: .closes).filter { !isUsed(by: $0.window.first) }.map { ending in
            deadline(
                .closes, ending.when,
                actor: party(.holder, on: ending.window.first.adding(days: -1)),
                basis: ending.basis, causes: ending.causes, isTentative: ending.isTentative)
        }
        return exclusivity + closings + openings(by: .opens, .opens) + longStops + awaitedLimits
            + dealLimits + openStretches + redeterminations
    }

    /// From when the agreement may be ended, because what was awaited by a day has not happened.
    private var longStops: [Deadline] {
        endings(by: .longStop).map { ending in
            deadline(
                .opens, .init(start: ending.window),
                actor: party(.holder, on: ending.window.first.adding(days: -1)),
                basis: ending.basis, causes: ending.causes, isTentative: ending.isTentative)
        }
    }

    /// The first days that a field states, of what may be used, or comes about, from then on.
    func openings(by field: FieldName, _ what: Deadline.What) -> [Deadline] {
        governed(field).compactMap { governed in
            guard case .stated(.bound(let bound)) = governed.value,
                let window = bounds.start(bound), isLive(on: window.sure),
                governed.covers(first: window.first, last: window.sure), !isUsed(by: window.first)
            else { return nil }
            let said = remarks(on: bound)
            return deadline(
                what, .init(start: window), actor: party(.holder, on: window.sure),
                basis: [.field(field, governed.value)] + said.basis,
                causes: [governed.assertion.event] + said.causes,
                isTentative: said.isDoubtful || !governed.isSure)
        }
    }

    private var awaitedLimits: [Deadline] {
        let fields: [(FieldName, Deadline.What)] = [
            (.exclusiveUntil, .exclusivityEnds), (.opens, .opens), (.closes, .closes),
            (.longStop, .opens),
        ]
        return fields.flatMap { awaitedLimit($0, $1) }
    }

    /// A limit that waits for conditions, is expected, or is withheld.
    func awaitedLimit(_ field: FieldName, _ what: Deadline.What) -> [Deadline] {
        governed(field).flatMap { governed -> [Deadline] in
            guard governed.covers(first: ahead, last: span.upperBound), !isUsed(by: ahead)
            else { return [] }
            let value = settled(governed.value)
            guard case .stated(.bound(let bound)) = value else {
                return withheld(what, field, value, governed.assertion.event)
            }
            return awaited(what, field, bound, governed.assertion.event)
        }
    }

    /// Whether a right was exercised or declined before a day; what is used in part may be used again.
    func isUsed(by day: Day) -> Bool {
        record.remarks.contains { remark in
            switch remark.content {
            case .optionExercised(_, .whole?), .optionExercised(_, nil), .optionDeclined:
                window(of: remark.event).map { $0.first < day } ?? false
            case .optionExercised(_, .part?), .reaffirmed, .unaddressed, .interpreted, .waived,
                .noticeGiven, .accrued, .consented:
                false
            }
        }
    }
}

extension DateBound {
    /// True where the effective day itself is not stated.
    var isAnnounced: Bool {
        if case .announced = self { true } else { false }
    }
}
