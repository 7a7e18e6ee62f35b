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
            if let bound { return effect(of: bound, by: party, remark.event) }
            guard let given = window(of: remark.event),
                isLive(on: given.sure) || isLive(on: given.first.adding(days: -1))
            else { return [] }
            let (field, what, actor): (FieldName, Deadline.What, PartyID?)
            switch record.kind {
            case .terminationRight where duration(.notice, on: given.sure) == nil:
                return termination(by: party, remark.event)
            case .terminationRight: (field, what, actor) = (.notice, .noticeTakesEffect, party)
            case .firstRefusal, .firstOffer, .firstNegotiation:
                (field, what, actor) = (
                    .response, .response, other ?? self.party(.holder, on: given.sure)
                )
            case _: return []
            }
            guard let (length, event) = duration(field, on: given.sure) else { return [] }
            return [
                deadline(
                    what, .init(start: given.adding(length)), actor: actor,
                    basis: [
                        .noticeGiven(by: party, on: PossibleDay(given)),
                        .after(length, PossibleDay(given)),
                    ], causes: [remark.event, event])
            ]
        }
    }

    /// A notice for which no period is stated, or a withheld one.
    private func termination(by party: PartyID, _ event: RecordedEvent) -> [Deadline] {
        guard let given = window(of: event),
            let window = term.lives(on: given.sure).first?.effect(of: event, on: nil)
        else { return [] }
        return [
            deadline(
                .noticeTakesEffect,
                window.sure == .last
                    ? .withheld(.notice) : .init(start: window), actor: party,
                basis: [.noticeGiven(by: party, on: PossibleDay(given))], causes: [event])
        ]
    }

    private func effect(
        of bound: DateBound, by party: PartyID, _ event: RecordedEvent
    ) -> [Deadline] {
        guard let window = bounds.start(bound) else {
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

    /// Duties that last for a time after the agreement's end.
    var duties: [Deadline] {
        let field: FieldName
        switch record.kind {
        case .postTermination: field = .period
        case .confidentiality: field = .survives
        case _: return []
        }
        let ends = agreementEnds
        return governed(field).flatMap { governed -> [Deadline] in
            guard case .stated(.duration(let length)) = governed.value else { return [] }
            let actor = party(.obligor, on: governed.from)
            if ends.isEmpty {
                guard isAhead, governed.covers(first: ahead, last: span.to) else { return [] }
                return [
                    deadline(
                        .dutyEnds, .afterEnd(length), actor: actor,
                        basis: [.field(field, governed.value)], causes: [governed.assertion.event])
                ]
            }
            return ends.map { end in
                let over = end.window.adding(length)
                return deadline(
                    .dutyEnds, .init(lastDayBefore: over), actor: actor,
                    basis: end.basis + [
                        .field(field, governed.value),
                        .after(length, PossibleDay(end.window.adding(days: -1))),
                    ], causes: [governed.assertion.event] + end.causes, isTentative: end.isTentative
                )
            }
        }
    }

    private typealias End = (
        window: DayWindow, basis: [Basis], causes: [RecordedEvent], isTentative: Bool
    )

    /// When the agreement itself ends, as the fold reads it.
    private var agreementEnds: [End] {
        (term.lives.last?.agreementEnds ?? []).prefix(1).map { end in
            guard case .ranOut(let id, _) = end.reason, let other = reading.term(id) else {
                return (end.window, [basis(of: end.event)], end.causes, false)
            }
            let scan = scan(of: other)
            let last = end.window.first.adding(days: -1)
            let mode = scan.value(.renewal, on: last)?.value
            let stated = scan.endings(by: .ends).first { $0.window == end.window }
            let isOver = mode == .stated(.choice("none")) || mode == ValueState.none
            let isNoticed = end.event.event.kind == .noticeGiven
            return (
                end.window,
                [.agreementEnd(id)] + (stated?.basis ?? [basis(of: end.event)]), end.causes,
                stated?.isTentative ?? false || !(isOver || isNoticed)
            )
        }
    }

    private func basis(of event: RecordedEvent) -> Basis {
        guard let notice = event.event.payload as? NoticeGiven, let given = window(of: event)
        else { return .effective(event.effective) }
        return .noticeGiven(by: notice.by, on: PossibleDay(given))
    }
}
