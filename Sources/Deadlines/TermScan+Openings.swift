import Amendments
import Ledger
import Terms

// What comes again each year: when a right may be used, and when what collateral allows is set anew.
extension TermScan {
    /// The first and the last day of each stretch of days on which a right may be used, where its fields limit it to some
    /// of each year.
    var openStretches: [Deadline] {
        runs(of: [.each, .blackout]).flatMap { run, values in
            let stretches = term.stretchesOpen(by: run.lowerBound, touching: run) ?? []
            return stretches.flatMap { openings(of: $0, in: run, values) }
        }
    }

    /// The days on which a borrowing base is set anew.
    var redeterminations: [Deadline] {
        runs(of: [.redetermined]).flatMap { run, values -> [Deadline] in
            guard case .stated(.yearly(let days))? = values.first?.value else { return [] }
            return days.stretches(touching: run).compactMap { stretch in
                guard run.contains(stretch.lowerBound), asks(on: stretch.lowerBound) else {
                    return nil
                }
                return deadline(
                    .adjusts, .init(first: stretch.lowerBound, last: stretch.upperBound),
                    basis: values.map(\.basis), causes: values.map(\.event),
                    isTentative: isDoubtful(on: stretch.lowerBound), number: number(of: stretch))
            }
        }
    }

    /// What governs a field on a run of days.
    private struct Governing {
        let basis: Basis
        let value: ValueState
        let event: RecordedEvent
    }

    /// The runs of days of the span on which the same is stated of some fields; none on which nothing is.
    private func runs(of fields: [FieldName]) -> [(ClosedRange<Day>, [Governing])] {
        let changes = fields.flatMap { term.cells[$0]?.changeDays.map { $0 } ?? [] }
        guard !changes.isEmpty else { return [] }
        let starts = Set([span.lowerBound] + changes.filter(span.contains)).sorted()
        let ends = starts.dropFirst().map { $0.adding(days: -1) } + [span.upperBound]
        return zip(starts, ends).compactMap { first, last in
            let values = fields.compactMap { name in
                value(name, on: first).map {
                    Governing(basis: .field(name, $0.value), value: $0.value, event: $0.event)
                }
            }
            return values.isEmpty ? nil : (first...last, values)
        }
    }

    /// The same whatever days are asked about.
    private func number(of stretch: ClosedRange<Day>) -> Int {
        let day = stretch.lowerBound
        let first = Day(year: day.year, month: 1, day: 1) ?? day
        return day.year * 1000 + first.days(until: day) + 1
    }

    private func openings(
        of stretch: ClosedRange<Day>, in run: ClosedRange<Day>, _ values: [Governing]
    ) -> [Deadline] {
        func entry(_ what: Deadline.What, _ day: Day) -> Deadline? {
            guard run.contains(day), isLive(on: day), !isUsed(by: day) else { return nil }
            let (through, isKnown): (Day?, Bool) =
                switch term.opening(on: day) {
                case .open(let last)?: (last, true)
                case .notKnown?: (stretch.upperBound, false)
                case .closed?, nil: (nil, true)
                }
            guard let through, what == .opens || through == day else { return nil }
            return deadline(
                what, .on(day), through: what == .opens ? through : nil,
                actor: party(.holder, on: day), basis: values.map(\.basis),
                causes: values.map(\.event), isTentative: !isKnown || isDoubtful(on: day),
                number: number(of: stretch))
        }
        // When it closes for good, a deadline of its own says.
        let isLast = endings(by: .closes).contains {
            $0.window.first.adding(days: -1) == stretch.upperBound
        }
        return [
            entry(.opens, stretch.lowerBound), isLast ? nil : entry(.closes, stretch.upperBound),
        ].compactMap(\.self)
    }
}
