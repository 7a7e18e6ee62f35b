import Amendments
import Ledger
import Terms

// Clocks that a notice, or the agreement's end, starts.
extension TermScan {
    /// Notices under the term that take effect, and answers that are due to them.
    var rights: [Deadline] {
        record.remarks.flatMap { remark -> [Deadline] in
            guard case .noticeGiven(let party, let other, let bound) = remark.content else {
                return []
            }
            switch record.kind {
            case .terminationRight: return effect(of: remark.event, by: party, bound)
            case .firstRefusal, .firstOffer, .firstNegotiation:
                return bound.map { effect(of: remark.event, by: party, $0) }
                    ?? response(to: remark.event, by: party, of: other)
            case _:
                // A notice that is not given yet takes effect no sooner.
                let waits = window(of: remark.event) == nil ? remark.event.effective : nil
                return (bound ?? waits).map { effect(of: remark.event, by: party, $0) } ?? []
            }
        }
    }

    /// When an answer to a notice is due.
    private func response(
        to event: RecordedEvent, by party: PartyID, of other: PartyID?
    ) -> [Deadline] {
        guard let given = window(of: event), isLive(on: given.sure),
            let (lapse, source) = self.lapse(.response, on: given.sure)
        else { return [] }
        let gaps = bounds.gaps(lapse, after: given.sure)
        return [
            deadline(
                .response, .init(start: bounds.window(lapse, after: given)),
                actor: other ?? self.party(.holder, on: given.sure),
                basis: [basis(of: event), .after(lapse, PossibleDay(given))]
                    + gaps.map { .businessDaysUnknown($0) },
                causes: [event, source], isTentative: !gaps.isEmpty)
        ]
    }

    /// When a notice takes effect, on its own day or after the period of notice.
    private func effect(
        of event: RecordedEvent, by party: PartyID, _ bound: DateBound?
    ) -> [Deadline] {
        guard record.kind.endsAgreements else {
            return bound.map { stated($0, by: party, event) } ?? []
        }
        if let bound = bound ?? (window(of: event) == nil ? event.effective : nil),
            bounds.trigger(bound) == nil
        {
            return stated(bound, by: party, event)
        }
        // The one life says whether it ends the agreement, or the term that it is on, and when.
        guard let (end, isSure) = reading.comingEnds.first(where: { $0.end.event == event })
        else { return [] }
        if let bound {
            return stated(bound, by: party, event).map { deadline in
                var deadline = deadline
                deadline.isTentative = deadline.isTentative || !isSure
                return deadline
            }
        }
        let given = window(of: event) ?? end.window
        let period = lapse(.notice, on: given.sure)
        let gaps = period.map { bounds.gaps($0.0, after: given.sure) } ?? []
        let isWithheld = period == nil && end.window.sure == .beyond
        return [
            deadline(
                .noticeTakesEffect, isWithheld ? .withheld(.notice) : .init(start: end.window),
                actor: party,
                basis: [basis(of: event)]
                    + [period.map { .after($0.0, PossibleDay(given)) }].compactMap(\.self)
                    + gaps.map { .businessDaysUnknown($0) },
                causes: [event] + [period?.1].compactMap(\.self), isTentative: !isSure)
        ]
    }

    private func stated(
        _ bound: DateBound, by party: PartyID, _ event: RecordedEvent
    ) -> [Deadline] {
        guard let window = bounds.trigger(bound) else {
            let pending = pendingStart(in: bound)
            guard !pending.isEmpty, isAhead else { return [] }
            return [
                deadline(
                    .noticeTakesEffect, .upon(pending), actor: party, basis: [.effective(bound)],
                    causes: [event])
            ]
        }
        let said = remarks(on: bound)
        return [
            deadline(
                .noticeTakesEffect, .init(start: window), actor: party,
                basis: [.effective(bound)] + said.basis, causes: [event] + said.causes,
                isTentative: said.isDoubtful)
        ]
    }

    /// Duties that last for a time after the agreement's end, one for each end after which the term is over.
    var duties: [Deadline] {
        let fields = [record.kind.definition.survival.field, .runOff].compactMap(\.self)
        let stated = fields.first { !governed($0).isEmpty }
        return term.lives.flatMap { life in
            life.agreementEnds.compactMap { duty(of: life, after: $0) }
        } + (stated.map { dutiesWithoutDay(by: $0) } ?? [])
    }

    /// A term that begins to matter after the end is a duty; of another one it is the last day.
    private func end(by field: FieldName?) -> Deadline.What {
        field != nil && field == record.kind.definition.survival.field ? .dutyEnds : .ends
    }

    private func duty(
        of life: TermLife, after end: AgreementLife.End
    ) -> Deadline? {
        let last = end.window.first.adding(days: -1)
        guard let over = life.over(after: end),
            let (length, field, event) = life.lastingAfter(end),
            isLive(on: over.first.adding(days: -1)), term.status(on: over.sure).status != .inForce
        else { return nil }
        let known = basis(of: end)
        return deadline(
            self.end(by: field), .init(lastDayBefore: over), actor: party(.obligor, on: last),
            basis: known.basis
                + [field.map { .field($0, .stated(.duration(length))) }].compactMap(\.self)
                + [.after(.length(length), PossibleDay(end.window.adding(days: -1)))],
            causes: [event] + end.causes.filter { $0 != event }, isTentative: known.isTentative)
    }

    /// Duties after an end of which no day is known.
    private func dutiesWithoutDay(by field: FieldName) -> [Deadline] {
        guard isAhead, isLive(on: .last) else { return [] }
        return governed(field).compactMap { governed in
            guard governed.covers(first: ahead, last: span.upperBound),
                case .stated(.duration(let length)) = governed.value
            else { return nil }
            return deadline(
                end(by: field), .afterEnd(length), actor: party(.obligor, on: governed.days.from),
                basis: [.field(field, governed.value)], causes: [governed.assertion.event])
        }
    }

    /// How the day of an end of the agreement is known.
    private func basis(of end: AgreementLife.End) -> (basis: [Basis], isTentative: Bool) {
        guard let id = end.duration, let other = reading.term(id) else {
            return ([basis(of: end.event)], !end.window.isExact)
        }
        let scan = scan(of: other)
        let last = Deadline.When(lastDayBefore: end.window)
        guard let stated = scan.renewals.first(where: { $0.what == .ends && $0.when == last })
        else { return ([.agreementEnd(id), basis(of: end.event)], !end.window.isExact) }
        return (
            [.agreementEnd(id)] + stated.basis,
            stated.isTentative || stated.basis.contains(where: \.leavesRenewalOpen)
        )
    }

    private func basis(of event: RecordedEvent) -> Basis {
        basis(ofNotice: event) ?? .effective(event.effective)
    }
}

extension Basis {
    /// Whether the parties may have gone on.
    fileprivate var leavesRenewalOpen: Bool {
        switch self {
        case .unlessAgreed, .renewalNotKnown: true
        case .field, .effective, .lasts, .convention, .imprecise, .businessDaysUnknown, .outcome,
            .unlessBefore, .before,
            .after, .agreementEnd, .renewals, .unlessNoticed, .earlierRenewals, .periodNotKnown,
            .noticeGiven, .period, .regularPeriod, .payDayNotStated, .once, .expectation, .notRead:
            false
        }
    }
}
