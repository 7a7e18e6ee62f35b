/// An amount as people write it, which a recording has without separators.
package enum WrittenAmount {
    /// What to write instead of a text that ends in such an amount; nil where it ends in none.
    package static func hint(for text: String) -> String? {
        plain(text).map { "amounts have no separators: write \($0)" }
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
        // A mark that comes last and is another, or alone and not before three digits, is before the decimals.
        let hasDecimals = mark != last || (marks.count == 1 && digits[1].count != 3)
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
