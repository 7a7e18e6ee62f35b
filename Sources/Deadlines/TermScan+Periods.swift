import Amendments
import Ledger
import Terms

// Periods counted from the first day of a term: payments, commitments, audits.
extension TermScan {
    var periods: [Deadline] {
        switch record.kind {
        case .fee: repeated(.per, .payment, amount: .amount) + once
        case .royalty: repeated(.per, .payment, amount: .rate)
        case .minimumCommitment:
            repeated(.per, .period, amount: .amount) + whole(.over)
        case .volumeCommitment: repeated(.per, .period, amount: .quantity)
        case .auditRight: repeated(.frequency, .opens, amount: nil)
        case _: []
        }
    }

    /// The last day of each period, or the first where a right comes anew with it.
    private func repeated(
        _ field: FieldName, _ what: Deadline.What, amount: FieldName?
    ) -> [Deadline] {
        guard let anchor = term.beginning else { return [] }
        return governed(field).flatMap { governed -> [Deadline] in
            guard case .stated(.duration(let length)) = governed.value, length.count > 0 else {
                return []
            }
            return (1...Self.most).lazy.map { (number: $0, length: length.times($0)) }
                .prefix { period in
                    period.length.map { $0.added(to: anchor.window.first) <= span.end(what) }
                        ?? false
                }.compactMap { period in
                    period.length.flatMap {
                        entry(what, governed, anchor, length, $0, period.number, amount: amount)
                    }
                }
        }
    }

    private static var most: Int { 200_000 }

    private func entry(
        _ what: Deadline.What, _ governed: Governed,
        _ anchor: (window: DayWindow, event: RecordedEvent), _ length: CalendarDuration,
        _ total: CalendarDuration, _ number: Int, amount: FieldName?
    ) -> Deadline? {
        let over = anchor.window.adding(total)
        let window = what == .opens ? over : over.adding(days: -1)
        guard span.overlaps(first: window.first, last: window.sure),
            governed.covers(first: window.first, last: window.sure), isLive(on: window.first)
        else { return nil }
        let sum = amount.flatMap { name in
            value(name, on: window.first).map {
                (Deadline.FieldValue(name: name, value: $0.value), $0.event)
            }
        }
        var basis: [Basis] = [
            .field(governed.field, governed.value),
            .period(number, length, from: anchor.window.first),
        ]
        if what == .payment { basis.append(.payDayNotStated) }
        return deadline(
            what, .init(start: window), values: [sum?.0].compactMap(\.self),
            actor: payer(on: window.first),
            basis: basis,
            causes: [governed.assertion.event, anchor.event] + [sum?.1].compactMap(\.self),
            isTentative: !governed.isSure || what == .payment, number: number)
    }

    private func payer(on day: Day) -> PartyID? {
        party(.payer, on: day) ?? party(.obligor, on: day) ?? party(.holder, on: day)
    }

    /// A fee without a period is owed once; the day it begins is the only one known.
    private var once: [Deadline] {
        guard governed(.per).isEmpty, let anchor = term.beginning, isLive(on: anchor.window.sure)
        else { return [] }
        let sum = value(.amount, on: anchor.window.sure)
        return [
            deadline(
                .payment, .init(start: anchor.window),
                values: sum.map { [.init(name: .amount, value: $0.value)] } ?? [],
                actor: payer(on: anchor.window.sure), basis: [.once, .payDayNotStated],
                causes: [anchor.event], isTentative: true)
        ]
    }

    /// The time that a whole amount is spread over.
    private func whole(_ field: FieldName) -> [Deadline] {
        guard let anchor = term.beginning else { return [] }
        return governed(field).compactMap { governed in
            guard case .stated(.duration(let length)) = governed.value else { return nil }
            let window = anchor.window.adding(length).adding(days: -1)
            guard governed.covers(first: window.first, last: window.sure), isLive(on: window.first)
            else { return nil }
            let sum = value(.amount, on: window.first)
            return deadline(
                .period, .init(start: window),
                values: sum.map { [.init(name: .amount, value: $0.value)] } ?? [],
                actor: payer(on: window.first),
                basis: [
                    .field(field, governed.value), .after(length, anchor.window.first),
                ], causes: [governed.assertion.event, anchor.event], isTentative: !governed.isSure)
        }
    }
}

extension Span {
    /// Up to which day periods are counted: a right that comes anew is counted a day later.
    fileprivate func end(_ what: Deadline.What) -> Day {
        to.adding(days: what == .opens ? 0 : 1)
    }
}
