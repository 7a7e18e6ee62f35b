public import Notation
public import Terms

/// One amount of a base over one period, as a figures file states it: of money, or a quantity of units.
public struct Figure: Hashable, Sendable {
    public var period: DateRange
    public var days: ClosedRange<Day>
    /// What the amount is an amount of, spelled as the term's rate spells it; of a quantity its unit, as the term's
    /// unit price spells it.
    public var base: String
    /// nil for a quantity.
    public var currency: Currency?
    /// In the currency's minor units; of a quantity, in millionths.
    public var units: Int128
    public var line: Int

    public init(
        period: DateRange, days: ClosedRange<Day>, base: String, currency: Currency?,
        units: Int128, line: Int
    ) {
        self.period = period
        self.days = days
        self.base = base
        self.currency = currency
        self.units = units
        self.line = line
    }
}

/// Reads figures from CSV (RFC 4180) with the header `period,base,amount`.
public enum FiguresFile {
    public static let header = ["period", "base", "amount"]

    /// The figures in the order of their periods; every base covers its time without gap or overlap.
    public static func read(_ text: String) throws(Problem) -> [Figure] {
        var figures: [Figure] = []
        for record in try FigureRows.read(text, under: header) {
            figures.append(try figure(record))
        }
        guard !figures.isEmpty else {
            throw Problem(
                "there are no figures",
                hint: "add a line such as: 2026-01,total revenue,USD 1000000.00",
                mark: Mark(line: 1, column: 1))
        }
        // Amounts are all in one currency, and a base has amounts or quantities.
        if let (first, other) = mixed(figures) {
            func says(_ figure: Figure) -> String { figure.currency?.code ?? "a quantity" }
            throw Problem(
                "the currency is \(says(other)), on line \(first.line) \(says(first))",
                hint: "give all figures in one currency; Deedbook converts none",
                mark: Mark(line: other.line, column: 1))
        }
        return try ordered(figures)
    }

    private static func figure(_ record: [CSVReader.Cell]) throws(Problem) -> Figure {
        let line = record.first?.mark.line ?? 1
        let (period, base, amount) = (record[0], record[1], record[2])
        guard let range = DateRange(period.text), let first = range.earliest,
            let last = range.latest, let days = ClosedRange(from: first, to: last)
        else {
            throw Problem(
                "'\(period.text)' is not a period",
                hint: "write a year, a month or a range: 2026, 2026-04 or 2026-01/2026-03",
                mark: period.mark)
        }
        guard !base.text.isEmpty else {
            throw Problem(
                "the base is empty",
                hint: "name what the amount is of, as the term's rate does: total revenue",
                mark: base.mark)
        }
        if let doubt = WrittenAmount.doubt(amount.text) {
            throw Problem(doubt.message, hint: doubt.hint, mark: amount.mark)
        }
        let money = Money(amount.text)
        let quantity = ExactDecimal(amount.text)
        guard
            let units = money.map({ MinorUnits.of($0) })
                ?? quantity.flatMap({ MinorUnits.quantity($0) }),
            units >= 0
        else {
            throw Problem(
                "'\(amount.text)' is not an amount from zero up, in whole minor units",
                hint: WrittenAmount.hint(for: amount.text)
                    ?? "write a currency and at most 18 digits, such as USD 1000000.00; a quantity "
                    + "without a currency, such as 1250",
                mark: amount.mark)
        }
        return Figure(
            period: range, days: days, base: base.text, currency: money?.currency, units: units,
            line: line)
    }

    /// The first figure that does not go with one before it.
    private static func mixed(_ figures: [Figure]) -> (Figure, Figure)? {
        var money: Figure?
        var first: [String: Figure] = [:]
        for figure in figures {
            if let before = first[figure.base] ?? (figure.currency == nil ? nil : money),
                before.currency != figure.currency
            {
                return (before, figure)
            }
            if figure.currency != nil { money = money ?? figure }
            first[figure.base] = first[figure.base] ?? figure
        }
        return nil
    }

    private static func ordered(_ figures: [Figure]) throws(Problem) -> [Figure] {
        let sorted = figures.sorted {
            ($0.days.lowerBound, $0.base, $0.line) < ($1.days.lowerBound, $1.base, $1.line)
        }
        var previous: [String: Figure] = [:]
        for figure in sorted {
            defer { previous[figure.base] = figure }
            guard let before = previous[figure.base] else { continue }
            let next = before.days.upperBound.adding(days: 1)
            guard figure.days.lowerBound != next else { continue }
            let overlaps = figure.days.lowerBound < next
            throw Problem(
                overlaps
                    ? "\(figure.period) overlaps \(before.period) on line \(before.line)"
                    : "nothing is given between \(before.period) (line \(before.line)) and "
                        + "\(figure.period)",
                hint: overlaps
                    ? "give each day of '\(figure.base)' once"
                    : "add a line that begins on \(next); write 0 where there was none",
                mark: Mark(line: figure.line, column: 1))
        }
        return sorted
    }
}
