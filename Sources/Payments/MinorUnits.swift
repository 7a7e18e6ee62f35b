public import Terms

/// Amounts as whole numbers of a currency's minor unit (ISO 4217), so that nothing is ever rounded
/// but where a rule says so.
public enum MinorUnits {
    /// Returns nil for more decimals than the currency has, a currency without a minor unit, or more
    /// than 18 digits, of which 128 bits hold any sum.
    public static func of(_ money: Money) -> Int128? {
        guard let decimals = money.currency.minorUnits else { return nil }
        let parts = money.amount.description.split(
            separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : ""
        let extra = fraction.dropFirst(decimals)
        guard extra.allSatisfy({ $0 == "0" }) else { return nil }
        let kept = fraction.prefix(decimals)
        let digits = parts[0] + kept + String(repeating: "0", count: decimals - kept.count)
        guard digits.utf8.count <= 18 else { return nil }
        return Int128(String(digits))
    }

    public static func money(_ units: Int128, _ currency: Currency) -> Money? {
        let decimals = currency.minorUnits ?? 0
        var digits = String(units.magnitude)
        while digits.utf8.count <= decimals { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -decimals)
        let text = digits[..<point] + (decimals > 0 ? "." + digits[point...] : "")
        return ExactDecimal((units < 0 ? "-" : "") + text).map { Money($0, currency) }
    }
}
