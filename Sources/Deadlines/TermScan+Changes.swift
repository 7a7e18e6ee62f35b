import Amendments
import Ledger
import Terms

// Changes that take effect, go back, or wait.
extension TermScan {
    /// What amendments change, one entry for each event, and when temporary ones are over.
    var changes: [Deadline] {
        let additions = Set(record.additions.map(\.reference))
        var byEvent: [RecordedEvent: [FieldName: Assertion]] = [:]
        for (field, assertions) in record.assertions {
            for assertion in assertions where !additions.contains(assertion.event.reference) {
                byEvent[assertion.event, default: [:]][field] = assertion
            }
        }
        return byEvent.flatMap { event, fields in
            taking(effect: fields, by: event) + reverting(fields, by: event)
        }
    }

    private func taking(
        effect fields: [FieldName: Assertion], by event: RecordedEvent
    ) -> [Deadline] {
        let what = Self.what(of: event)
        let begins = fields.values.first?.begins ?? event.effective
        guard let window = bounds.start(begins) else { return [] }
        let governing = fields.filter { field, assertion in
            // Under a value for a time, it is read only once that is over: see `reverting`.
            term.cells[field]?.slice(of: DayRange(window.first...window.sure))
                .contains { $0.value.contains(assertion) } ?? false
        }
        guard !governing.isEmpty, isLive(on: window.sure) else { return [] }
        let said = remarks(on: begins)
        return [
            deadline(
                what, .init(start: window), values: values(governing),
                basis: [.effective(begins)] + said.basis, causes: [event] + said.causes,
                isTentative: said.isDoubtful || begins.isAnnounced)
        ]
    }

    private func reverting(
        _ fields: [FieldName: Assertion], by event: RecordedEvent
    ) -> [Deadline] {
        guard let lasts = fields.values.lazy.compactMap(\.lasts).first else { return [] }
        let window = bounds.end(lasts)
        let temporary = fields.filter { field, assertion in
            assertion.lasts != nil && (window.map { isLast($0, of: assertion, field) } ?? true)
        }
        guard !temporary.isEmpty else { return [] }
        let names = temporary.keys.sorted().map { Deadline.FieldValue(name: $0, value: nil) }
        return over(lasts, at: window, .reverts, values: names, basis: .lasts(lasts), by: event)
    }

    /// Whether a temporary value governs until then, and nothing that begins then takes its place.
    private func isLast(_ window: DayWindow, of assertion: Assertion, _ field: FieldName) -> Bool {
        guard let cell = term.cells[field] else { return false }
        return cell.at(window.first.adding(days: -1)).contains(assertion)
            && !cell.at(window.sure).contains { next in
                next == assertion
                    || next.map { bounds.start($0.begins)?.first == window.sure } ?? false
            }
    }

    private func values(_ fields: [FieldName: Assertion]) -> [Deadline.FieldValue] {
        fields.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value.value) }
    }

    /// Suspensions as they begin and end, and waivers that end by themselves.
    var pauses: [Deadline] {
        let suspensions = record.pauses.flatMap { pause in
            let event = pause.event
            if !pause.suspends { return resumption(by: event) }
            let end =
                pause.lasts.map {
                    over($0, at: bounds.end($0), .suspensionEnds, basis: .lasts($0), by: event)
                } ?? []
            return suspension(by: event) + end.filter { isLastSuspended($0.when) }
        }
        let waivers = record.remarks.flatMap { remark -> [Deadline] in
            guard case .waived(let party, _, let lasts?) = remark.content,
                !isOfReplacedText(remark, until: lasts)
            else { return [] }
            return over(
                lasts, at: bounds.end(lasts), .waiverEnds, actor: party, basis: .lasts(lasts),
                by: remark.event)
        }
        return suspensions + waivers
    }

    /// Whether another text stands by the last day of a waiver: nothing is left that it is a waiver of.
    private func isOfReplacedText(_ waiver: Remark, until lasts: DateBound) -> Bool {
        guard let end = bounds.end(lasts) else { return false }
        return !term.waivers(reaching: end.first.adding(days: -1)).contains {
            $0.event == waiver.event
        }
    }

    /// The first day of a suspension; none of a term that was suspended the day before.
    private func suspension(by event: RecordedEvent) -> [Deadline] {
        let bound = event.effective
        guard let window = window(of: event), window.first > .first, isLive(on: window.sure),
            isSuspended(on: window.sure),
            !isSuspended(on: window.first.adding(days: -1))
        else { return [] }
        let said = remarks(on: bound)
        return [
            deadline(
                .suspensionBegins, .init(start: window), basis: [.effective(bound)] + said.basis,
                causes: [event] + said.causes, isTentative: said.isDoubtful || bound.isAnnounced)
        ]
    }

    /// The last day of the suspension that an event ends.
    private func resumption(by event: RecordedEvent) -> [Deadline] {
        let bound = event.effective
        return over(
            bound, at: bounds.start(bound), .suspensionEnds, basis: .effective(bound), by: event
        ).filter { isLastSuspended($0.when) }
    }

    /// Whether a term is suspended up to a day, and not on the next; true where that has no one answer.
    private func isLastSuspended(_ when: Deadline.When) -> Bool {
        guard case .on(let day) = when else { return true }
        return isSuspended(on: day) && !isSuspended(on: day.adding(days: 1))
    }

    private func isSuspended(on day: Day) -> Bool { term.status(on: day).status == .suspended }

    /// The last day of what an event said for a time only.
    private func over(
        _ bound: DateBound, at window: DayWindow?, _ what: Deadline.What,
        values: [Deadline.FieldValue] = [], actor: PartyID? = nil, basis: Basis,
        by event: RecordedEvent
    ) -> [Deadline] {
        guard let window else {
            let pending = pending(in: bound)
            guard !pending.isEmpty, isAhead else { return [] }
            return [
                deadline(
                    what, .upon(pending), values: values, actor: actor, basis: [basis],
                    causes: [event])
            ]
        }
        guard isLive(on: window.first.adding(days: -1)) else { return [] }
        let said = remarks(on: bound)
        return [
            deadline(
                what, .init(lastDayBefore: window), values: values, actor: actor,
                basis: [basis] + said.basis, causes: [event] + said.causes,
                isTentative: said.isDoubtful)
        ]
    }

    /// What a condition brings about: what falls away upon it, what is due upon it.
    var conditions: [Deadline] {
        let found: Deadline.What? =
            switch record.kind {
            case .sunset: .ends
            case .investment: .payment
            case .milestone: dueWhenReached
            case .sale: dueWhenFree
            case _: nil
            }
        guard let what = found else { return [] }
        return governed(.condition).flatMap { governed -> [Deadline] in
            guard case .stated(.condition(let id)) = governed.value else { return [] }
            return upon(id, what, governed)
        }
    }

    private func upon(
        _ id: ConditionID, _ what: Deadline.What, _ governed: Governed
    ) -> [Deadline] {
        let basis = [Basis.field(.condition, governed.value)]
        let event = governed.assertion.event
        guard let outcome = bounds.outcome(of: id) else {
            guard isAhead, governed.covers(first: ahead, last: span.upperBound) else { return [] }
            return [deadline(what, .upon([id]), basis: basis, causes: [event])]
        }
        guard outcome.manner == .satisfied,
            governed.covers(first: outcome.window.first, last: outcome.window.sure)
        else { return [] }
        return [
            deadline(
                what, .init(start: outcome.window), basis: basis + [.outcome(id, .satisfied)],
                causes: [event, outcome.event])
        ]
    }
}
