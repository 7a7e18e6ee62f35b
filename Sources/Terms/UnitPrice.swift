public import Notation

/// What one of something costs: `USD 2.50 per wafer`, `USD 0.006 per kilowatt-hour`.
///
/// The price is exact and may have more decimals than the currency's smallest unit. The unit is in the words of its
/// contract, and figures that count it are of that unit in the same words.
public struct UnitPrice: Hashable, Sendable {
    /// The price of one unit, never below zero.
    public let price: Money
    /// What is counted, in the singular.
    public let unit: String

    /// Returns nil for a price below zero, or a unit that is empty, has space around it or a line break in it.
    public init?(_ price: Money, per unit: String) {
        guard !price.isNegative, Rate.isBase(unit) else { return nil }
        self.price = price
        self.unit = unit
    }

    /// Returns nil unless `text` is `<amount of money> per <unit>`.
    public init?(_ text: String) {
        guard let word = text.firstRange(of: Self.word),
            let price = Money(String(text[..<word.lowerBound]))
        else { return nil }
        self.init(price, per: String(text[word.upperBound...]))
    }

    private static let word = " per "

    /// The price as people read it, with a comma between thousands.
    public var displayText: String { price.displayText + Self.word + unit }

    /// Whether both are written alike, to the byte.
    func isWritten(as other: UnitPrice) -> Bool {
        self == other && description == other.description
    }

    /// One text, such as `USD 2.50 per wafer`.
    public static let codec = Codec<UnitPrice>.scalar(
        "a price of a named unit such as USD 2.50 per wafer",
        schema: .pattern("^[A-Z]{3} (0|[1-9][0-9]*)([.][0-9]+)? per .*[^ ]$"),
        parse: { UnitPrice($0) }, write: \.description
    ).forgiving(doubting: doubted, text: { _ in nil })

    /// What the price of a canonical text may mean to who wrote it: see `Money`.
    static func doubted(_ text: String) -> Understanding<UnitPrice>? {
        guard let word = text.firstRange(of: Self.word) else { return nil }
        let rest = text[word.lowerBound...]
        switch Money.doubted(String(text[..<word.lowerBound])) {
        case .several(let readings)?:
            return .several(
                readings.map { (canonical: $0.canonical + rest, words: $0.words + rest) })
        case .one?, .nothing?, nil: return nil
        }
    }
}

extension UnitPrice: CustomStringConvertible {
    public var description: String { price.description + Self.word + unit }
}
