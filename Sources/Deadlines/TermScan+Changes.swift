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
        let what: Deadline.What =
            event.event.kind == .agreementRenewed ? .renews : .takesEffect
        let begins = fields.values.first?.begins ?? event.effective
        guard let window = bounds.start(begins) else {
            let pending = pending(in: begins)
            guard !pending.isEmpty, isAhead else { return [] }
            return [
                deadline(
                    what, .upon(pending), values: values(fields), basis: [.effective(begins)],
                    causes: [event])
            ]
        }
        let governing = fields.filter { field, assertion in
            term.cells[field]?.pieces.contains { $0.candidates.contains(assertion) } ?? false
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
        let temporary = fields.filter { $0.value.lasts != nil }
        guard let lasts = temporary.values.first?.lasts else { return [] }
        let names = temporary.keys.sorted().map { Deadline.FieldValue(name: $0, value: nil) }
        return over(lasts, .reverts, values: names, by: event)
    }

    private func values(_ fields: [FieldName: Assertion]) -> [Deadline.FieldValue] {
        fields.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value.value) }
    }

    /// Suspensions and waivers that end by themselves.
    var pauses: [Deadline] {
        let suspensions = record.pauses.flatMap { pause in
            pause.lasts.map { over($0, .suspensionEnds, by: pause.event) } ?? []
        }
        let waivers = record.remarks.flatMap { remark -> [Deadline] in
            guard case .waived(let party, _, let lasts?) = remark.content else { return [] }
            return over(lasts, .waiverEnds, actor: party, by: remark.event)
        }
        return suspensions + waivers
    }

    /// The last day of what an event said for a time only.
    private func over(
        _ bound: DateBound, _ what: Deadline.What, values: [Deadline.FieldValue] = [],
        actor: PartyID? = nil, by event: RecordedEvent
    ) -> [Deadline] {
        guard let window = bounds.end(bound) else {
            let pending = pending(in: bound)
            guard !pending.isEmpty, isAhead else { return [] }
            return [
                deadline(
                    what, .upon(pending), values: values, actor: actor, basis: [.lasts(bound)],
                    causes: [event])
            ]
        }
        guard isLive(on: window.first.adding(days: -1)) else { return [] }
        let said = remarks(on: bound)
        return [
            deadline(
                what, .init(lastDayBefore: window), values: values, actor: actor,
                basis: [.lasts(bound)] + said.basis, causes: [event] + said.causes,
                isTentative: said.isDoubtful)
        ]
    }

    /// What a condition brings about: what falls away upon it, what is due upon it.
    var conditions: [Deadline] {
        let what: Deadline.What
        switch record.kind {
        case .sunset: what = .ends
        case .investment: what = .payment
        case _: return []
        }
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
            guard isAhead, governed.covers(first: span.from, last: span.to) else { return [] }
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
