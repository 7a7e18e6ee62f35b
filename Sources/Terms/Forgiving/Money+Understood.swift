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
        guard let first = amounts.first else { return shortened(number, unit) }
        guard amounts.count > 1 else { return .one(Money(first.unmistakable) ?? first) }
        return .several(amounts.map { (canonical: $0.unmistakable, words: $0.description) })
    }

    /// What a canonical amount may mean to who wrote it without quotes: a lone stop before three digits stands between
    /// thousands in German and in many other languages, so that `EUR 250.000` is two hundred and fifty or a thousand times
    /// that. Of a currency with three decimals, it is what it says.
    static func doubted(_ text: String) -> Understanding<Money>? {
        guard let money = Money(text), money.mayBeThousands,
            let whole = ExactDecimal(coefficient: money.amount.coefficient, scale: 0)
        else { return nil }
        let thousands = Money(whole, money.currency)
        return .several(
            [thousands, money].map { (canonical: $0.unmistakable, words: $0.description) })
    }

    /// The canonical form that can only be taken for this amount: with a zero more, where three decimals may be thousands.
    package var unmistakable: String { mayBeThousands ? "\(self)0" : description }

    private var mayBeThousands: Bool {
        amount.scale == 3 && currency.minorUnits != 3
            && (1_000..<1_000_000).contains(amount.coefficient.magnitude)
    }

    /// Whether the text says of which currency it is, or of which it may be.
    package static func namesCurrency(_ text: String) -> Bool { parts(of: text) != nil }

    /// The text with the currency of its row, where it names none, or has a sign of several of which that is one.
    package static func completed(_ text: String, in code: String) -> String {
        guard let (unit, number) = parts(of: text) else {
            return text.first?.isNumber ?? false ? "\(code) \(text)" : text
        }
        guard unit.currencies.count > 1, unit.currencies.contains(where: { $0.code == code }) else {
            return text
        }
        return "\(code) \(number)"
    }

    /// A power of ten that is shortened, of which languages and trades differ: `8m`, `8 Mio.`, `8bn`.
    private static func shortened(_ number: String, _ unit: WrittenCurrency)
        -> Understanding<Money>?
    {
        let figures = number.prefix { $0.isASCII && ($0.isNumber || ".,'".contains($0)) }
        let word = number.dropFirst(figures.count).trimmed.lowercased()
        let power = word.hasSuffix(".") ? String(word.dropLast()) : word
        guard !figures.isEmpty, let meant = shortenings[power], let code = unit.currencies.first
        else { return nil }
        return .nothing(
            "is not an amount of money: '\(word)' is shortened",
            hint: "write it in full, such as \(code) \(figures) \(meant)")
    }

    private static let shortenings = [
        "k": "thousand", "tsd": "thousand", "m": "million", "mn": "million", "mm": "million",
        "mio": "million", "mill": "million", "bn": "billion", "b": "billion", "mrd": "billion",
        "md": "billion", "tn": "trillion",
    ]

    /// The unit, which stands before the number or behind it, and the number.
    private static func parts(of text: String) -> (WrittenCurrency, String)? {
        let before = text.prefix { !$0.isASCII || !($0.isNumber || $0 == "-") }
        if !before.isEmpty {
            let unit = WrittenCurrency(before.trimmed)
            return unit.map { ($0, text.dropFirst(before.count).trimmed) }
        }
        let last = text.split(separator: " ").last ?? ""
        let behind = String(last.reversed().prefix { !($0.isASCII && $0.isNumber) }.reversed())
        for unit in [behind, String(text.suffix(1))] {
            if let currency = WrittenCurrency(unit) {
                return (currency, text.dropLast(unit.count).trimmed)
            }
        }
        return nil
    }
}

extension Currency {
    /// Those that a code or a sign may be: one of `EUR` and `€`, several of `$`, none of any other word.
    package static func written(_ text: String) -> [Currency] {
        WrittenCurrency(text)?.currencies ?? []
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
