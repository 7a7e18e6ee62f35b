public import Notation

/// A share of a named base, exact to one part per million: `20% of total revenue`.
///
/// Read as a percentage of at most four decimals or as `150 ppm of net sales`, and written as a
/// percentage. A rate always names its base.
public struct Rate: Hashable, Sendable {
    /// The share; 1,000,000 is the whole of the base.
    public let partsPerMillion: Int
    /// What it is a share of, as written.
    public let base: String

    /// The whole of the base.
    public static let whole = 1_000_000

    /// Returns nil where the share is negative or above a billion parts, or the base is empty, has
    /// space around it or a line break in it.
    public init?(partsPerMillion: Int, base: String) {
        guard (0...Self.limit).contains(partsPerMillion), Self.isBase(base) else { return nil }
        self.partsPerMillion = partsPerMillion
        self.base = base
    }

    /// Returns nil unless `text` is `<percentage>% of <base>` or `<parts> ppm of <base>`.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard let whole = reader.wholeNumber(atMost: 10) else { return nil }
        var parts = whole
        if reader.consume(" ppm of ") {
            self.init(partsPerMillion: parts, base: reader.remainder)
            return
        }
        parts *= Self.partsPerPercent
        if reader.consume("." as Unicode.Scalar) {
            var unit = Self.partsPerPercent
            while let digit = reader.digit() {
                guard unit > 1 else { return nil }
                unit /= 10
                parts += digit * unit
            }
            guard unit < Self.partsPerPercent else { return nil }
        }
        guard reader.consume("% of ") else { return nil }
        self.init(partsPerMillion: parts, base: reader.remainder)
    }

    /// Whether the share is more than the whole of its base.
    public var isOver100Percent: Bool { partsPerMillion > Self.whole }

    /// The share alone, such as `6.5%`.
    public var percentage: String {
        let whole = partsPerMillion / Self.partsPerPercent
        var decimals = zeroPadded(partsPerMillion % Self.partsPerPercent, 4)
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%"
    }

    /// One text, such as `20% of total revenue`.
    public static let codec = Codec<Rate>.scalar(
        "a rate of a named base such as 20% of total revenue",
        schema: .pattern("^([0-9]{1,10}([.][0-9]{1,4})?%|[0-9]{1,10} ppm) of .*[^ ]$"),
        parse: { Rate($0) }, write: \.description
    ).forgiving(text: understood)

    static let partsPerPercent = 10_000
    private static let limit = 1_000_000_000

    private static func isBase(_ base: String) -> Bool {
        guard let first = base.utf8.first, let last = base.utf8.last else { return false }
        let space = UInt8(ascii: " ")
        return first != space && last != space && base.utf8.allSatisfy { $0 >= space && $0 != 0x7F }
    }
}

extension Rate: CustomStringConvertible {
    public var description: String { "\(percentage) of \(base)" }
}
