import Ledger
import Terms

/// By how much an index has changed an amount, exact; what its figures do not say lies between its bounds.
struct IndexFactor {
    let index: Indexation
    let figures: [IndexFigure]

    /// How many adjustments have been made by a day; several where it is not known when the term began.
    func adjustments(by day: Day, since beginning: DayWindow) -> ClosedRange<Int> {
        let least = adjustments(by: day, from: beginning.sure)
        return least...max(least, adjustments(by: day, from: beginning.first))
    }

    private func adjustments(by day: Day, from start: Day) -> Int {
        var number = 0
        while number < Self.most, let next = self.day(number + 1, from: start), next <= day {
            number += 1
        }
        return number
    }

    /// The day of an adjustment; nil beyond the calendar.
    func day(_ number: Int, from start: Day) -> Day? {
        let day = index.each.times(number).map { $0.reached(from: start) }
        return day.flatMap { $0 < .beyond ? $0 : nil }
    }

    /// No term is adjusted more often than this.
    static let most = 2_400

    /// How many adjustments have figures, so that each of their days may bring another factor.
    var known: Int {
        (1...Self.most).first { value($0) == nil } ?? Self.most
    }

    /// What the amount is multiplied with after so many adjustments.
    func factor(after number: Int) -> Extent<Fraction> {
        (0..<number).reduce(Extent(.one)) { factor, step in
            let change = change(step)
            return Extent(
                factor.low * change.low,
                factor.high.flatMap { high in change.high.map { high * $0 } })
        }
    }

    /// From one adjustment to the next, within the bounds.
    private func change(_ step: Int) -> Extent<Fraction> {
        let least = index.floor.map { Fraction.one + $0.share } ?? .zero
        let most = index.ceiling.map { Fraction.one + $0.share }
        guard let before = value(step), let after = value(step + 1) else {
            return Extent(least, most)
        }
        let ratio = after * before.inverse
        return Extent(max(least, most.map { min($0, ratio) } ?? ratio))
    }

    private func value(_ number: Int) -> Fraction? {
        guard let period = index.reference(number) else { return nil }
        return figures.first { $0.name == index.name && $0.period == period }?.value.fraction
    }
}
