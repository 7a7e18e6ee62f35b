import Notation

/// An amount as people write it, which a recording has without separators.
package enum WrittenAmount {
    /// What to write instead of a text that ends in such an amount; nil where it ends in none.
    package static func hint(for text: String) -> String? {
        plain(text).map { "amounts have no separators: write \($0)" }
    }

    /// What is wrong with an amount or a number whose lone full stop may stand between thousands, as in German and in many
    /// other languages: `EUR 1.000` and `1.000` are one or a thousand. Nil where it can only mean one thing.
    package static func doubt(_ text: String) -> (message: String, hint: String)? {
        let readings: [(canonical: String, words: String)]
        if case .several(let several)? = Money.doubted(text) {
            readings = several
        } else if Money(text) == nil, let number = ExactDecimal(text), number.scale == 3,
            (1_000..<1_000_000).contains(number.coefficient)
        {
            let thousands = text.replacing(".", with: "")
            readings = [(thousands, thousands), ("\(text)0", text)]
        } else {
            return nil
        }
        func list(_ words: [String]) -> String { words.joined(separator: " or ") }
        return (
            "'\(text)' may be \(list(readings.map(\.words)))",
            "write \(list(readings.map(\.canonical)))"
        )
    }

    /// The text with a full stop before its decimals and nothing else in its digits: `USD 1000.50` of `USD 1,000.50`,
    /// `EUR 1.000,50` and `CHF 1’000.50`; nil where nothing is to be left out, or it is not clear what.
    static func plain(_ text: String) -> String? {
        let tail = text.reversed().prefix { $0.isDigit || separators.contains($0) }
        let number = Array(tail.reversed().drop { !$0.isDigit })
        let digits = number.split(omittingEmptySubsequences: false) { separators.contains($0) }
        let marks = number.filter { separators.contains($0) }
        guard let mark = marks.first, let last = marks.last, digits.allSatisfy({ !$0.isEmpty })
        else { return nil }
        // A mark that comes last and is another, or alone and not before three digits, is before the decimals; so is one
        // behind a zero, which begins no number of thousands.
        let hasDecimals =
            mark != last || (marks.count == 1 && (digits[1].count != 3 || digits[0] == ["0"]))
        guard !hasDecimals || decimalMarks.contains(last) else { return nil }
        let groups = hasDecimals ? digits.dropLast() : digits[...]
        guard marks.dropLast(hasDecimals ? 1 : 0).allSatisfy({ $0 == mark }), areGroups(groups)
        else { return nil }
        let whole = String(text.dropLast(number.count)) + groups.joined()
        return whole + (hasDecimals ? "." + String(digits[digits.count - 1]) : "")
    }

    private static let separators: Set<Character> = [
        ",", ".", "'", "’", " ", "\u{A0}", "\u{2009}", "\u{202F}",
    ]
    private static let decimalMarks: Set<Character> = [",", "."]

    /// One to three digits, then threes; India's twos stand before the last three.
    private static func areGroups(_ groups: ArraySlice<ArraySlice<Character>>) -> Bool {
        guard groups.count > 1 else { return true }
        return (1...3).contains(groups[groups.startIndex].count)
            && groups.last?.count == 3
            && groups.dropFirst().dropLast().allSatisfy { (2...3).contains($0.count) }
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
}
