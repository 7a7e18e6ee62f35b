import Algorithms
import Amendments
import Ledger
import Terms

// Periods counted from the first day of a term: payments, commitments, audits.
extension TermScan {
    var periods: [Deadline] {
        switch record.kind {
        case .fee:
            repeated(.per, .payment, amount: .amount) + whole(.over, .payment) + once
                + instalments + adjustments
        case .royalty: repeated(.per, .payment, amount: .rate)
        case .minimumCommitment:
            repeated(.per, .period, amount: .amount) + whole(.over, .period) + adjustments
        case .volumeCommitment: repeated(.per, .period, amount: .quantity)
        case .supply: repeated(.per, .period, amount: .minimumQuantity)
        case .covenant, .serviceLevel: repeated(.per, .period, amount: nil)
        case .auditRight: repeated(.frequency, .opens, amount: nil)
        case _: []
        }
    }

    /// The days from which an amount is another, as its index has changed.
    private var adjustments: [Deadline] { repeated(.index, .adjusts, amount: nil) }

    /// The last day of each period, or the first where a right, or another amount, comes with it.
    private func repeated(
        _ field: FieldName, _ what: Deadline.What, amount: FieldName?
    ) -> [Deadline] {
        term.beginnings.flatMap { repeated(field, what, amount: amount, from: $0) }
    }

    private func repeated(
        _ field: FieldName, _ what: Deadline.What, amount: FieldName?, from anchor: Anchor
    ) -> [Deadline] {
        governed(field).flatMap { governed -> [Deadline] in
            guard let length = governed.value.step, !length.isEmpty else { return [] }
            let grid = field == .per ? grid(of: length, on: anchor.window.sure) : nil
            func over(_ number: Int, from start: Day) -> Day {
                if let grid { return grid.grid.boundary(number, after: start) }
                return length.times(number)?.added(to: start) ?? .last
            }
            let first = Self.numbers.partitioningIndex {
                over($0, from: anchor.window.sure) >= span.lowerBound
            }
            return Self.numbers[first...].lazy
                .prefix { number in
                    let day = over(number, from: anchor.window.first)
                    // What would be over after the last day of the calendar is over on none.
                    return day <= span.end(what) && day < .last
                }.prefix { number in
                    // What comes with a period comes only where that one begins.
                    goesOn(
                        from: over(
                            what == .adjusts ? number : number - 1, from: anchor.window.first),
                        since: anchor.window.first)
                }
                .compactMap { number in
                    let window = DayWindow(
                        first: over(number, from: anchor.window.first),
                        sure: over(number, from: anchor.window.sure))
                    let last = over(number - 1, from: anchor.window.first)
                    return entry(
                        what, governed, anchor, grid, (number, length, last, window),
                        amount: amount)
                }
        }
    }

    /// As many periods as the calendar has days.
    private static var numbers: ClosedRange<Int> { 1...(Day.last.number - Day.first.number) }

    /// Whether a period that begins on a day begins within the time that the periods go on for, where one is stated.
    private func goesOn(from day: Day, since start: Day) -> Bool {
        guard let (over, _) = duration(.over, on: start), !over.isEmpty else { return true }
        return day < over.added(to: start)
    }

    /// The periods of a length as the term states a day of them, and what states it; nil where it states none.
    private func grid(
        of length: CalendarDuration, on day: Day
    ) -> (grid: PeriodGrid, value: ValueState, event: RecordedEvent)? {
        guard let (value, event) = value(.periodsFrom, on: day),
            case .stated(.date(let date)) = value, date.isExact, date.qualifier == .none
        else { return nil }
        return PeriodGrid(of: length, from: date.earliest).map { ($0, value, event) }
    }

    /// When a life begins, and the first day of the next.
    private typealias Anchor = (window: DayWindow, event: RecordedEvent, next: Day?)

    /// Whether something falls due on a day in the life that begins so.
    private func isDue(on day: Day, in life: Anchor) -> Bool {
        (life.next.map { day < $0 } ?? true) && asks(on: day)
    }

    /// Whether something that falls due on a day is owed: a term that is suspended asks nothing.
    func asks(on day: Day) -> Bool {
        switch term.status(on: day).status {
        case .inForce, .indeterminate: true
        case .suspended, .notYet, .ended: false
        }
    }

    /// Whether it is open that the term asks it on that day.
    func isDoubtful(on day: Day) -> Bool {
        term.status(on: day).status == .indeterminate || term.mayBeReleased(on: day)
    }

    /// The last day of the time that the periods go on for, where one is stated.
    private func lastDay(from start: DayWindow) -> DayWindow? {
        guard let (over, _) = duration(.over, on: start.first), !over.isEmpty else { return nil }
        return start.adding(over).adding(days: -1)
    }

    /// One period: its number, its length, its first day and when it is over.
    private typealias Period = (number: Int, length: CalendarDuration, first: Day, over: DayWindow)

    private func entry(
        _ what: Deadline.What, _ governed: Governed, _ anchor: Anchor,
        _ grid: (grid: PeriodGrid, value: ValueState, event: RecordedEvent)?, _ period: Period,
        amount: FieldName?
    ) -> Deadline? {
        let whole = what.isFirstDay ? period.over : period.over.adding(days: -1)
        let window = lastDay(from: anchor.window).map { DayWindow.earlier(whole, $0) } ?? whole
        guard span.overlaps(first: window.first, last: window.sure),
            governed.covers(first: window.first, last: window.sure),
            isDue(on: window.first, in: anchor)
        else { return nil }
        let sum = amount.flatMap { name in
            value(name, on: window.first).map {
                (Deadline.FieldValue(name: name, value: $0.value), $0.event)
            }
        }
        var basis: [Basis] = [.field(governed.field, governed.value)]
        if let grid {
            basis += [
                .field(.periodsFrom, grid.value),
                .regularPeriod(period.number, period.length, from: period.first),
            ]
        } else {
            basis.append(.period(period.number, period.length, from: anchor.window.first))
        }
        if what == .payment { basis.append(.payDayNotStated) }
        return deadline(
            what, .init(start: window), values: [sum?.0].compactMap(\.self),
            actor: what == .adjusts ? nil : payer(on: window.first),
            basis: basis,
            causes: [governed.assertion.event, anchor.event]
                + [grid?.event, sum?.1].compactMap(\.self),
            // What is waived of some days of a period may be waived of what falls due at its end.
            isTentative: !governed.isSure || what == .payment || isDoubtful(on: window.first)
                || isDoubtful(on: period.first),
            number: period.number)
    }

    func payer(on day: Day) -> PartyID? {
        party(.payer, on: day) ?? party(.obligor, on: day) ?? party(.holder, on: day)
            ?? party(.buyer, on: day)
    }

    /// A fee without a period is owed once; the days on which it begins and is changed are all that is known.
    private var once: [Deadline] {
        guard governed(.per).isEmpty, governed(.over).isEmpty else { return [] }
        return term.beginnings.flatMap(owedOnce)
    }

    private func owedOnce(from anchor: Anchor) -> [Deadline] {
        guard isLive(on: anchor.window.sure) else { return [] }
        let sum = value(.amount, on: anchor.window.sure)
        let first =
            isInInstalments(on: anchor.window.sure)
            ? [] : [owedOnce(anchor.window, sum?.value, causes: [anchor.event], number: 1)]
        let amounts = governed(.amount)
        // A text that states the same amount again owes nothing more.
        let changes = zip(amounts, amounts.dropFirst()).filter { $0.value != $1.value }.map(\.1)
            .filter { change in
                change.days.from > anchor.window.sure && isLive(on: change.days.from)
                    && anchor.next.map { change.days.from < $0 } ?? true
            }
        return first
            + changes.enumerated().map { index, change in
                owedOnce(
                    DayWindow(first: change.days.from, sure: change.days.from), change.value,
                    causes: [change.assertion.event], number: index + 2)
            }
    }

    private func owedOnce(
        _ window: DayWindow, _ amount: ValueState?, causes: [RecordedEvent], number: Int
    ) -> Deadline {
        deadline(
            .payment, .init(start: window),
            values: [amount.map { .init(name: .amount, value: $0) }].compactMap(\.self),
            actor: payer(on: window.sure), basis: [.once, .payDayNotStated], causes: causes,
            isTentative: true, number: number)
    }

    /// The time that a whole amount is spread over.
    private func whole(_ field: FieldName, _ what: Deadline.What) -> [Deadline] {
        guard governed(.per).isEmpty else { return [] }
        return term.beginnings.flatMap { whole(field, what, from: $0) }
    }

    private func whole(
        _ field: FieldName, _ what: Deadline.What, from anchor: Anchor
    ) -> [Deadline] {
        governed(field).compactMap { governed in
            guard case .stated(.duration(let length)) = governed.value else { return nil }
            let window = anchor.window.adding(length).adding(days: -1)
            guard governed.covers(first: window.first, last: window.sure),
                isDue(on: window.first, in: anchor)
            else { return nil }
            let sum = value(.amount, on: window.first)
            return deadline(
                what, .init(start: window),
                values: sum.map { [.init(name: .amount, value: $0.value)] } ?? [],
                actor: payer(on: window.first),
                basis: [
                    .field(field, governed.value),
                    .after(.length(length), PossibleDay(anchor.window)),
                ], causes: [governed.assertion.event, anchor.event],
                isTentative: !governed.isSure || isDoubtful(on: window.first))
        }
    }
}

extension ClosedRange<Day> {
    /// Up to which day periods are counted: a right that comes anew is counted a day later.
    fileprivate func end(_ what: Deadline.What) -> Day {
        upperBound.adding(days: what.isFirstDay ? 0 : 1)
    }
}

extension Deadline.What {
    /// Whether it comes with the first day of a period, rather than with the last of the one before.
    fileprivate var isFirstDay: Bool { self == .opens || self == .adjusts }
}

extension ValueState {
    /// How long each period is that it states.
    fileprivate var step: CalendarDuration? {
        guard case .stated(let value) = self else { return nil }
        switch value {
        case .duration(let length): return length
        case .indexation(let index): return index.each
        case .text, .choice, .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
            .date, .bound, .businessDays, .yearly, .party, .parties, .tags, .term, .condition:
            return nil
        }
    }
}
