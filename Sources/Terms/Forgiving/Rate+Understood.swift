import Notation

extension Rate {
    /// A share as people write it: `5 % of net sales`, `6,5% of net sales`, `5 percent of net sales`, `50 bps of cost`.
    ///
    /// A share without its base stays refused: no one else can say of what it is.
    static func understood(_ text: String) -> Understanding<Rate>? {
        let number = text.prefix { $0.isASCII && $0.isNumber || ".,".contains($0) }
        let rest = text.dropFirst(number.count).trimmed
        guard let unit = units.first(where: { rest.lowercased().hasPrefix($0.word) }) else {
            return fraction(text)
        }
        let base = rest.dropFirst(unit.word.count).trimmed
        guard base.lowercased().hasPrefix("of ") else {
            guard base.isEmpty, !number.isEmpty else { return nil }
            return .nothing(
                "is not a rate: it does not say of what",
                hint: "say what it is a share of, such as \(text.trimmed) of net sales")
        }
        let rates = WrittenNumber.readings(String(number)).compactMap { number in
            rate(number, unit.parts, of: base.dropFirst(3).trimmed)
        }
        guard let first = rates.first else { return nil }
        guard rates.count > 1 else { return .one(first) }
        return .several(rates.map { (canonical: $0.description, words: $0.shareText) })
    }

    /// A bare fraction of one, as a spreadsheet saves a percentage.
    private static func fraction(_ text: String) -> Understanding<Rate>? {
        guard let number = WrittenNumber.readings(text).last, number > ExactDecimal(0),
            number < ExactDecimal(1), let share = rate(number, 1_000_000, of: "net sales")
        else { return nil }
        return .nothing(
            "is not a rate: it has no percent sign and does not say of what",
            hint: "write a percentage and what it is of, such as \(share)")
    }

    /// Each with its parts per million.
    private static let units: [(word: String, parts: Int)] = [
        ("%", partsPerPercent), ("percent", partsPerPercent), ("per cent", partsPerPercent),
        ("bps", partsPerPercent / 100), ("basis points", partsPerPercent / 100),
    ]

    /// A number of units, each of so many parts per million; nil where the share is finer than a part per million.
    static func rate(_ number: ExactDecimal, _ parts: Int, of base: String) -> Rate? {
        guard number.coefficient.magnitude <= 10_000_000_000 else { return nil }
        let whole = number * ExactDecimal(parts)
        let scale = (0..<whole.scale).reduce(Int128(1)) { power, _ in power * 10 }
        guard whole.coefficient % scale == 0, let parts = Int(exactly: whole.coefficient / scale)
        else { return nil }
        return Rate(partsPerMillion: parts, base: base)
    }
}
