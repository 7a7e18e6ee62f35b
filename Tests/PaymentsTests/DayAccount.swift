import Effort
import Payments
import Terms

/// What a term says on one day, as a spreadsheet would have it in a row.
struct DayTerms {
    /// Parts of a figure, or of a cent for a millionth of a unit; nil where a sum accrues.
    var rate: Int128?
    /// What one whole is divided into.
    var parts: Int128 = 1_000_000
    /// Steps by how much was counted, in place of the rate.
    var tiers: DayTiers?
    /// Steps by time since the term began, before the rate that holds after the last of them.
    var early: [(upTo: CalendarDuration, rate: Int128)] = []
    /// What is worked out, in place of a rate or a sum.
    var formula: DayFormula?
    /// What the term that a formula may name says, in cents.
    var otherAmount: Int128 = 0
    /// The units that a buyer takes in a whole period, or pays for: `floor` is what they cost.
    var leastQuantity: Int128?
    /// Sums that fall due whole, in place of everything else.
    var dues: [DayDue] = []
    /// Minor units over a whole period.
    var sum: Int128 = 0
    var cap: Int128?
    var floor: Int128?
    var aggregateCap: Int128?
    var aggregateFloor: Int128?
}

/// A sum that falls due once, on a day that a recording may state in several ways.
struct DayDue {
    var day: Day
    var cents: Int128
    /// The bound's part of the day.
    var bound: String
}

extension DayTerms {
    /// The amount of the formula over the whole time of a line, or else the sum; nothing is below nothing.
    func worked(out slice: CountedPeriod.Slice) -> PlainFraction {
        guard let formula else { return PlainFraction(sum) }
        func units(_ base: String) -> Int128 { slice.others.first { $0.base == base }?.units ?? 0 }
        let value = formula.value(
            .init(
                revenue: slice.figure?.units ?? 0, returns: units("returns"),
                wafers: units("wafer"), otherAmount: otherAmount))
        return value < PlainFraction(0) ? PlainFraction(0) : value
    }
}

/// Steps by amount or quantity, in the parts of their day's terms.
struct DayTiers {
    /// In the units of figures.
    var ends: [Int128]
    var rates: [Int128]
    var isWhole: Bool
    var isAggregate: Bool
    /// Whether the ends are of wafers, and the rates of money: all of it is at the rate that they reach.
    var isByCount = false

    /// The rate of all money once so many wafers were counted, in so many parts of one.
    func rate(reaching wafers: Int128, in scale: Int128) -> Int128 {
        for (end, rate) in zip(ends, rates) where wafers <= end * scale { return rate }
        return rates.last ?? 0
    }

    /// The amount of all up to a count, both in so many parts of a unit.
    func total(_ count: Int128, in scale: Int128) -> Int128 {
        if isWhole {
            for (end, rate) in zip(ends, rates) where count <= end * scale { return count * rate }
            return count * (rates.last ?? 0)
        }
        var (sum, rest): (Int128, Int128) = (0, count)
        var below: Int128 = 0
        for (index, rate) in rates.enumerated() {
            let width = index < ends.count ? (ends[index] - below) * scale : rest
            sum += min(width, rest) * rate
            rest -= min(width, rest)
            below = index < ends.count ? ends[index] : below
        }
        return sum
    }
}

/// A day-by-day account in plain integers, written without a look at the module's own arithmetic.
struct DayAccount {
    var paid: Int128 = 0
    /// The last day of the term's life, on which what is least in all is settled; nil where it goes on.
    var lifeEnd: Day?
    /// The units of figures so far, in parts of a unit.
    private var counted = (inPeriod: Int128(0), inAll: Int128(0), scale: Int128(1))
    /// The same of wafers that are sold for the figures.
    private var wafers = (inPeriod: Int128(0), inAll: Int128(0))
    /// nil: the term pays nothing on that day.
    var terms: (Day) -> DayTerms?

    init(paid: Int128 = 0, lifeEnd: Day? = nil, terms: @escaping (Day) -> DayTerms?) {
        self.paid = paid
        self.lifeEnd = lifeEnd
        self.terms = terms
    }

    /// One amount a slice. All that is counted is over one common denominator.
    mutating func pay(
        _ period: ClosedRange<Day>, length: Int, _ slices: [CountedPeriod.Slice]
    ) -> [Int128] {
        let scale = slices.reduce(counted.scale) { lcm($0, Int128($1.figure?.days.count ?? 1)) }
        wafers = (0, wafers.inAll * (scale / counted.scale))
        counted = (0, counted.inAll * (scale / counted.scale), scale)
        let unit =
            lcm(Int128(length), scale)
            * days(period).compactMap(terms).reduce(1_000_000) { unit, terms in
                slices.reduce(lcm(unit, terms.parts)) { lcm($0, terms.worked(out: $1).under) }
            }
        var (most, least): (Int128, Int128) = (0, 0)
        var (hasCap, hasFloor) = (false, false)
        for terms in days(period).compactMap(terms) {
            most += (terms.cap ?? 0) * (unit / Int128(length))
            least += (terms.floor ?? 0) * (unit / Int128(length))
            hasCap = hasCap || terms.cap != nil
            hasFloor = hasFloor || terms.floor != nil
        }
        var (sum, shown): (Int128, Int128) = (0, 0)
        // A shortfall is made up once no later day of the period pays.
        let lastPaying = days(period).last { terms($0) != nil } ?? period.upperBound
        let settling = slices.first { $0.days.upperBound >= lastPaying }
        var amounts: [Int128] = []
        for slice in slices {
            for day in days(slice.days) {
                guard let terms = terms(day) else { continue }
                let own = accrued(terms, slice, unit, length)
                sum += own
                if terms.cap == nil {
                    most += max(own, (terms.floor ?? 0) * (unit / Int128(length)))
                }
            }
            if hasFloor, slice == settling { sum = max(sum, least) }
            if hasCap { sum = min(sum, most) }
            let now = evenly(sum, unit)
            amounts.append(bounded(now - shown, slice))
            shown = now
        }
        return amounts
    }

    private mutating func accrued(
        _ terms: DayTerms, _ slice: CountedPeriod.Slice, _ unit: Int128, _ length: Int
    ) -> Int128 {
        let all = terms.worked(out: slice)
        guard let figure = slice.figure else {
            return terms.formula == nil && terms.rate != nil
                ? 0 : all.over * (unit / all.under / Int128(length))
        }
        let more = figure.units * (counted.scale / Int128(figure.days.count))
        let sold =
            (slice.others.first { $0.base == "wafer" }?.units ?? 0)
            * (counted.scale / Int128(figure.days.count))
        defer {
            counted.inPeriod += more
            counted.inAll += more
            wafers.inPeriod += sold
            wafers.inAll += sold
        }
        if terms.formula != nil {
            return all.over * (unit / all.under / Int128(figure.days.count))
        }
        guard let rate = terms.rate else { return terms.sum * (unit / Int128(length)) }
        if let tiers = terms.tiers {
            let before = tiers.isAggregate ? counted.inAll : counted.inPeriod
            if tiers.isByCount {
                let count = tiers.isAggregate ? wafers.inAll : wafers.inPeriod
                let grown =
                    (before + more) * tiers.rate(reaching: count + sold, in: counted.scale)
                    - before * tiers.rate(reaching: count, in: counted.scale)
                return grown * (unit / terms.parts / counted.scale)
            }
            let grown =
                tiers.total(before + more, in: counted.scale)
                - tiers.total(before, in: counted.scale)
            return grown * (unit / terms.parts / counted.scale)
        }
        return figure.units * rate * (unit / terms.parts / Int128(figure.days.count))
    }

    private mutating func bounded(
        _ amount: Int128, _ slice: CountedPeriod.Slice
    ) -> Int128 {
        let last = days(slice.days).compactMap(terms).last
        var amount = amount
        let endsLife = lifeEnd.map(slice.days.contains) ?? false
        if endsLife, let floor = last?.aggregateFloor { amount = max(amount, floor - paid) }
        if let cap = last?.aggregateCap { amount = min(amount, max(0, cap - paid)) }
        paid += amount
        return amount
    }

    private func days(_ days: ClosedRange<Day>) -> [Day] {
        (0..<days.count).map { days.lowerBound.adding(days: $0) }
    }

    /// A half goes to the even neighbour.
    private func evenly(_ sum: Int128, _ unit: Int128) -> Int128 {
        let (cents, rest) = (sum / unit, sum % unit)
        let isUp = rest * 2 > unit || (rest * 2 == unit && cents % 2 == 1)
        return isUp ? cents + 1 : cents
    }

    private func lcm(_ one: Int128, _ other: Int128) -> Int128 {
        var (a, b) = (one, other)
        while b != 0 { (a, b) = (b, a % b) }
        return one / a * other
    }
}

/// A figure whose period is written as its days.
func figure(
    from first: Day, days: Int, _ units: Int128, line: Int = 2, isQuantity: Bool = false
) throws -> Figure {
    let last = first.adding(days: days - 1)
    guard let period = DateRange("\(first)/\(last)"), let currency = Currency("USD") else {
        throw WrongFigure(text: "\(first) to \(last)")
    }
    return Figure(
        period: period, days: first...last, base: isQuantity ? "wafer" : "revenue",
        currency: isQuantity ? nil : currency, units: units, line: line)
}

struct WrongFigure: Error { var text: String }

extension Seeded {
    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }

    mutating func below(_ most: Int128) -> Int128 { Int128.random(in: 0...most, using: &self) }
}
