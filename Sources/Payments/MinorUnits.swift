public import Terms

/// Amounts as whole numbers of a currency's minor unit (ISO 4217), so that nothing is ever rounded
/// but where a rule says so.
///
/// A currency to which ISO 4217 gives no minor unit, such as XDR or gold, is counted in millionths.
public enum MinorUnits {
    /// No amount that is counted has more than 18 digits.
    static let most: Int128 = 999_999_999_999_999_999

    /// How many decimals are counted; none for XXX, which is no currency.
    public static func decimals(of currency: Currency) -> Int {
        currency.minorUnits ?? (currency.code == "XXX" ? 0 : 6)
    }

    /// Returns nil for more decimals than are counted, or more than 18 digits, of which 128 bits hold any
    /// sum.
    public static func of(_ money: Money) -> Int128? {
        let ends = around(money)
        return ends.flatMap { $0.isExact ? $0.low : nil }
    }

    /// The units next to an amount, below and above: equal where it is a whole number of them.
    ///
    /// Returns nil for more than 18 digits.
    static func around(_ money: Money) -> Amount? {
        around(money.amount, decimals: decimals(of: money.currency))
    }

    /// A quantity of units in millionths; nil for more decimals than that, or more than 18 digits.
    static func quantity(_ amount: ExactDecimal) -> Int128? {
        let ends = around(amount, decimals: quantityDecimals)
        return ends.flatMap { $0.isExact ? $0.low : nil }
    }

    /// A quantity as it is written, without decimals that are nothing.
    public static func quantity(_ units: Int128) -> ExactDecimal? {
        money(units, .absent, decimals: quantityDecimals, isCut: true)?.amount
    }

    /// The price of a millionth of one unit, in minor units; nil for more digits than are counted.
    static func share(_ price: UnitPrice) -> Fraction? {
        guard around(price.price) != nil else { return nil }
        let unit = Fraction(
            power(decimals(of: price.price.currency)), over: power(quantityDecimals))
        return price.price.amount.fraction * unit
    }

    /// How many minor units one whole unit has.
    static func units(of currency: Currency) -> Fraction {
        Fraction(power(decimals(of: currency)))
    }

    /// One minor unit as a part of a whole one.
    static func unit(of currency: Currency) -> Fraction { units(of: currency).inverse }

    private static let quantityDecimals = 6

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private static func around(_ amount: ExactDecimal, decimals: Int) -> Amount? {
        let text = amount.description
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : ""
        let kept = fraction.prefix(decimals)
        let digits = parts[0] + kept + String(repeating: "0", count: decimals - kept.count)
        guard digits.utf8.count <= 18, let units = Int128(String(digits)) else { return nil }
        let isWhole = fraction.dropFirst(decimals).allSatisfy { $0 == "0" }
        let above = isWhole ? units : units + 1
        return isNegative ? Amount(-above, -units) : Amount(units, above)
    }

    /// An amount with its decimals; those that are nothing are left out where there is no minor unit.
    public static func money(_ units: Int128, _ currency: Currency) -> Money? {
        money(
            units, currency, decimals: decimals(of: currency), isCut: currency.minorUnits == nil)
    }

    private static func money(
        _ units: Int128, _ currency: Currency, decimals: Int, isCut: Bool
    ) -> Money? {
        var digits = String(units.magnitude)
        while digits.utf8.count <= decimals { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -decimals)
        var text = String(digits[..<point])
        var fraction = digits[point...]
        if isCut { while fraction.last == "0" { fraction.removeLast() } }
        if !fraction.isEmpty { text += "." + fraction }
        return ExactDecimal((units < 0 ? "-" : "") + text).map { Money($0, currency) }
    }
}
