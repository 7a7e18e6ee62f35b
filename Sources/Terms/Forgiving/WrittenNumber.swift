/// A number as people write it: with marks between thousands, with a comma before decimals, in millions.
enum WrittenNumber {
    /// The numbers it may mean, the likelier first; none for what is no number.
    ///
    /// A lone comma or full stop before three digits may stand between thousands or before decimals: `1,234` and `1.234`
    /// are 1234 or 1.234 each.
    ///
    /// - Parameter meant: those of several figures that are meant where they stand before an English power of ten, such
    ///   as a million.
    static func readings(
        _ text: String, meant: ([ExactDecimal]) -> [ExactDecimal] = { $0 }
    ) -> [ExactDecimal] {
        let words = text.split(separator: " ")
        guard let unit = words.last.flatMap({ powers[$0.lowercased()] }) else {
            return figures(text)
        }
        let scale = ExactDecimal("1" + String(repeating: "0", count: unit))
        return meant(figures(words.dropLast().joined(separator: " "))).compactMap { number in
            guard let scale, number.coefficient.magnitude < 1_000_000_000_000_000 else {
                return nil
            }
            return (number * scale).withoutNeedlessDecimals
        }
    }

    /// English powers of ten; a billion is a thousand millions.
    private static let powers = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]

    private static func figures(_ text: String) -> [ExactDecimal] {
        let plain = ExactDecimal(text)
        let grouped = WrittenAmount.plain(text).flatMap { ExactDecimal($0) }
        let isCommaAlone = text.count { $0 == "," } == 1 && !text.contains(".")
        let decimal = isCommaAlone ? ExactDecimal(text.replacing(",", with: ".")) : nil
        var found: [ExactDecimal] = []
        for number in [grouped, plain, decimal].compactMap(\.self) where !found.contains(number) {
            found.append(number)
        }
        return found
    }
}

extension ExactDecimal {
    /// The same number with no zero at the end of its decimals.
    fileprivate var withoutNeedlessDecimals: ExactDecimal {
        var text = description
        guard text.contains(".") else { return self }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return ExactDecimal(text) ?? self
    }
}
