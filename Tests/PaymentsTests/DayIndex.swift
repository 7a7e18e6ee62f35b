import Effort
import Terms

/// An index that an amount follows, with all of its figures, month by month from the base on.
struct DayIndex {
    /// December 2023.
    static let base = 2023 * 12 + 11

    /// The months from one adjustment to the next.
    var months: Int
    /// Hundredths of the figure before.
    var floor: Int128?
    var ceiling: Int128?
    /// The first is that of the base.
    var figures: [Int128]

    /// Random figures for four years.
    init(_ random: inout Seeded) {
        months = [5, 6, 12, 18].randomElement(using: &random) ?? 12
        if random.chance(2) { floor = random.below(2) }
        if random.chance(2) { ceiling = (floor ?? 0) + random.below(6) }
        figures = (0..<48).map { _ in 80 + random.below(40) }
    }

    /// What an amount in cents has become on a day of a term that began on another, to the cent.
    func amount(_ cents: Int128, on day: Day, since start: Day) -> Int128 {
        var factor = PlainFraction(1)
        var number = 1
        while let length = CalendarDuration(count: months * number, unit: .month),
            length.added(to: start) <= day
        {
            var change = PlainFraction(
                figures[months * number], figures[months * (number - 1)])
            if let ceiling {
                let most = PlainFraction(100 + ceiling, 100)
                if most < change { change = most }
            }
            if let floor {
                let least = PlainFraction(100 + floor, 100)
                if change < least { change = least }
            }
            factor = factor * change
            number += 1
        }
        return (PlainFraction(cents) * factor).evenly
    }

    /// As the term's field has it.
    var field: String {
        let bounds =
            (floor.map { ", floor: \($0)%" } ?? "") + (ceiling.map { ", ceiling: \($0)%" } ?? "")
        let each =
            months == 12 ? "P1Y" : months == 18 ? "P1Y6M" : "P\(months)M"
        return "index: { name: CPI-U, base: 2023-12, each: \(each)\(bounds) }"
    }

    /// As a file of figures has it, without its header.
    var lines: String {
        figures.enumerated().map { number, figure in
            let month = Self.base + number
            let name = month % 12 < 9 ? "0\(month % 12 + 1)" : "\(month % 12 + 1)"
            return "\(month / 12)-\(name),CPI-U,\(figure)\n"
        }.joined()
    }
}
