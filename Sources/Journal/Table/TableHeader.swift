import Terms

/// A header of someone else's table: what it names, and the unit of its values, `Amount (USD)`, `Fee in EUR`, `Cap, £m`.
struct TableHeader {
    /// Without the unit, in small letters, its words joined by hyphens; `#` and `Number` are `no`.
    let name: String
    /// The currency of its amounts; nil where it names none, or has a sign of several.
    let currency: Currency?
    /// Whether its amounts are in thousands or millions.
    let isShortened: Bool

    init(_ header: String) {
        // Product(s)
        let header = header.replacing("(s)", with: "s")
        let divided = Self.divisions(of: header).lazy.compactMap { division in
            Self.unit(division.unit).map { (division.name, $0) }
        }.first
        name = Self.words(of: divided?.0 ?? header).joined(separator: "-")
        currency = divided?.1.currency
        isShortened = divided?.1.isShortened ?? false
    }

    /// The words that say what it names.
    var words: [String] {
        name.split(separator: "-").map(String.init).filter { !Self.idleWords.contains($0) }
    }

    private static let idleWords: Set = [
        "a", "an", "and", "as", "by", "for", "in", "n", "of", "or", "the", "to", "y",
    ]

    private static func words(of text: String) -> [String] {
        text.replacing("#", with: " no ").lowercased()
            .split { !($0.isLetter || $0.isNumber || $0 == "%") }
            .map { ["number", "num", "nr"].contains($0) ? "no" : String($0) }
    }

    /// The places where a unit may begin: in brackets, behind *in* or a comma, as the last word, or at once.
    private static func divisions(of header: String) -> [(name: String, unit: String)] {
        var found: [(String, String)] = []
        func divide(at place: Range<String.Index>?) {
            guard let place else { return }
            found.append(
                (String(header[..<place.lowerBound]), String(header[place.upperBound...])))
        }
        if let last = header.last, ")]".contains(last),
            let bracket = header.lastIndex(where: "([".contains)
        {
            divide(at: bracket..<header.index(after: bracket))
            found = found.map { ($0.0, String($0.1.dropLast())) }
        }
        divide(at: header.ranges(of: " in ").last)
        divide(at: header.ranges(of: ",").last)
        // Of a header in capitals the last word may be any word: ALL is a currency.
        if header.contains(where: \.isLowercase) { divide(at: header.ranges(of: " ").last) }
        return found + [("", header)]
    }

    /// `EUR`, `€m`, `USD '000`, `millions`; nil for what is no unit of amounts.
    private static func unit(_ text: String) -> (currency: Currency?, isShortened: Bool)? {
        let words = text.split(separator: " ").map { $0.filter { !"'’`".contains($0) } }
        var currencies: [[Currency]] = []
        for word in words where !powers.contains(word.lowercased()) {
            guard let found = currency(of: word) else { return nil }
            currencies.append(found)
        }
        let isShortened = words.contains { powers.contains($0.lowercased()) || currency($0) == nil }
        // One letter alone is no unit: Exhibit M.
        guard !currencies.isEmpty || words.contains(where: { $0.count > 2 }) else { return nil }
        let isOne = currencies.count == 1 && currencies[0].count == 1
        return (isOne ? currencies[0][0] : nil, isShortened)
    }

    /// Of a word with a power of ten too: `€m`, `kEUR`.
    private static func currency(of word: String) -> [Currency]? {
        currency(word)
            ?? powers.lazy.filter { word.lowercased().hasSuffix($0) }
            .compactMap { currency(word.dropLast($0.count)) }.first
            ?? (["k", "t"].contains(word.prefix(1).lowercased()) ? currency(word.dropFirst()) : nil)
    }

    /// A code in capitals or a sign.
    private static func currency(_ text: some StringProtocol) -> [Currency]? {
        let found = text == text.uppercased() ? Currency.written(String(text)) : []
        return found.isEmpty ? nil : found
    }

    private static let powers: Set = [
        "000", "000s", "thousand", "thousands", "million", "millions", "billion", "billions", "mio",
        "k", "m", "mn", "mm", "bn",
    ]
}
