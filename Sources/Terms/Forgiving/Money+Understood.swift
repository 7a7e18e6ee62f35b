import Notation

extension Money {
    /// An amount as people write it: `USD 500,000`, `500 000 usd`, `€10,50`, `EUR 8 million`.
    ///
    /// A sign that several currencies have is refused with all of them. So is a lone mark before three digits, where
    /// it may stand before decimals: always a full stop, and a comma where the currency has that many. Before an English
    /// power of ten, with the code in front, a full stop is what it is in English: `USD 1.075 billion`.
    static func understood(_ text: String) -> Understanding<Money>? {
        let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        guard let (unit, number) = parts(of: text) else { return nil }
        let currencies = unit.currencies
        let decimals = currencies.map { $0.minorUnits ?? ExactDecimal.maximumDigits }.max() ?? 0
        let hasFullStop = number.contains(".")
        let isCodeFirst = Currency(text.prefix(3).uppercased()) != nil
        var numbers = WrittenNumber.readings(number) { figures in
            guard figures.count > 1 else { return figures }
            if hasFullStop { return isCodeFirst ? figures.filter { $0.scale > 0 } : figures }
            return figures.filter { $0.scale <= decimals }
        }
        if !hasFullStop { numbers.removeAll { $0.scale > decimals } }
        let amounts = numbers.flatMap { number in currencies.map { Money(number, $0) } }
        guard let first = amounts.first else { return nil }
        guard amounts.count > 1 else { return .one(first) }
        return .several(amounts.map { (canonical: $0.description, words: $0.description) })
    }

    /// The unit, which stands before the number or behind it, and the number.
    private static func parts(of text: String) -> (WrittenCurrency, String)? {
        let before = text.prefix { !$0.isASCII || !($0.isNumber || $0 == "-") }
        if !before.isEmpty {
            let unit = WrittenCurrency(before.trimmed)
            return unit.map { ($0, text.dropFirst(before.count).trimmed) }
        }
        let last = text.split(separator: " ").last ?? ""
        guard let unit = WrittenCurrency(String(last)) else {
            let sign = String(text.suffix(1))
            return WrittenCurrency(sign).map { ($0, text.dropLast().trimmed) }
        }
        return (unit, text.dropLast(last.count).trimmed)
    }
}

/// A currency as people write it: its code in any case, or a sign.
private struct WrittenCurrency {
    /// Those that it may be.
    let currencies: [Currency]

    init?(_ text: String) {
        if let currency = Currency(text.uppercased()) {
            currencies = [currency]
            return
        }
        guard let codes = Self.signs[text.uppercased()] else { return nil }
        currencies = codes.split(separator: " ").compactMap { Currency(String($0)) }
    }

    /// The signs in use, with the currencies that write them so themselves (Unicode CLDR, narrow symbols); a sign with
    /// the country before it is that country's.
    private static let signs: [String: String] = [
        "$": "USD AUD CAD HKD MXN NZD SGD TWD", "US$": "USD", "A$": "AUD", "AU$": "AUD",
        "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "MX$": "MXN", "NZ$": "NZD", "S$": "SGD",
        "NT$": "TWD", "R$": "BRL",
        "€": "EUR", "£": "GBP EGP GIP LBP", "¥": "JPY CNY", "₹": "INR", "₩": "KRW KPW",
        "₪": "ILS", "₺": "TRY", "₫": "VND", "₴": "UAH", "₦": "NGN",
    ]
}

extension StringProtocol {
    /// Without blanks around it.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
