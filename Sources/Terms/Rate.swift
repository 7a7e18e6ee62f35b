public import Notation

/// A share of a named base, exact: `20% of total revenue`, `1/3 of net sales`.
///
/// Read as a percentage of at most four decimals, as a percentage with a fraction (`33 1/3% of net sales`), as a
/// fraction or as `150 ppm of net sales`. Written as a percentage where four decimals say it, else as a fraction
/// in lowest terms, so that a share has one form. A rate always names its base.
public struct Rate: Hashable, Sendable {
    /// The share as a fraction in lowest terms.
    public let numerator: Int
    /// From 1 to a billion.
    public let denominator: Int
    /// What it is a share of, as written.
    public let base: String

    /// Returns nil where the share is negative, above a thousand times the whole or of a denominator that is
    /// not from 1 to a billion, or the base is empty, has space around it or a line break in it.
    public init?(_ numerator: Int, over denominator: Int, base: String) {
        guard (1...Self.limit).contains(denominator), numerator >= 0,
            numerator <= denominator * Self.mostTimes, Self.isBase(base)
        else { return nil }
        let divisor = greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
        self.base = base
    }

    /// Returns nil for a share that no rate can be, or a base that none can have.
    init?(_ share: Fraction, of base: String) {
        guard let numerator = Int(exactly: share.numerator),
            let denominator = Int(exactly: share.denominator), denominator <= Self.limit
        else { return nil }
        self.init(numerator, over: denominator, base: base)
    }

    /// Returns nil where the share is negative or above a billion parts, or the base is empty, has
    /// space around it or a line break in it.
    public init?(partsPerMillion: Int, base: String) {
        self.init(partsPerMillion, over: Self.million, base: base)
    }

    /// Returns nil unless `text` is `<percentage>% of <base>`, `<fraction> of <base>` or `<parts> ppm of <base>`.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard let share = Self.share(&reader) else { return nil }
        self.init(share.numerator, over: share.denominator, base: reader.remainder)
    }

    /// What stands before the base; nil where it is no share.
    private static func share(_ reader: inout ByteReader) -> (numerator: Int, denominator: Int)? {
        guard let whole = reader.wholeNumber(atMost: 10) else { return nil }
        if reader.consume(" ppm of ") { return (whole, million) }
        if reader.consume("/" as Unicode.Scalar) {
            guard let denominator = denominator(&reader), reader.consume(" of ") else { return nil }
            return (whole, denominator)
        }
        if reader.consume(" " as Unicode.Scalar) {
            guard let part = reader.wholeNumber(atMost: 10),
                reader.consume("/" as Unicode.Scalar), let denominator = denominator(&reader),
                part < denominator, denominator <= limit / 100, reader.consume("% of ")
            else { return nil }
            return (whole * denominator + part, 100 * denominator)
        }
        guard let decimals = decimals(&reader), reader.consume("% of ") else { return nil }
        return (whole * partsPerPercent + decimals, million)
    }

    private static func denominator(_ reader: inout ByteReader) -> Int? {
        reader.wholeNumber(atMost: 10).flatMap { (1...limit).contains($0) ? $0 : nil }
    }

    /// What stands after the point, in parts per million; zero where there is none.
    private static func decimals(_ reader: inout ByteReader) -> Int? {
        guard reader.consume("." as Unicode.Scalar) else { return 0 }
        var (parts, unit) = (0, partsPerPercent)
        while let digit = reader.digit() {
            guard unit > 1 else { return nil }
            unit /= 10
            parts += digit * unit
        }
        return unit < partsPerPercent ? parts : nil
    }

    /// The share as a number: one is the whole of the base.
    public var share: Fraction { Fraction(Int128(numerator), over: Int128(denominator)) }

    /// Whether the share is more than the whole of its base.
    public var isOver100Percent: Bool { numerator > denominator }

    /// The share alone, such as `6.5%` or `1/3`.
    public var shareText: String {
        guard Self.million.isMultiple(of: denominator) else { return "\(numerator)/\(denominator)" }
        let parts = numerator * (Self.million / denominator)
        let whole = parts / Self.partsPerPercent
        var decimals = zeroPadded(parts % Self.partsPerPercent, 4)
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%"
    }

    /// One text, such as `20% of total revenue`.
    public static let codec = Codec<Rate>.scalar(
        "a rate of a named base such as 20% of total revenue or 1/3 of net sales",
        schema: .pattern(
            "^([0-9]{1,10}([.][0-9]{1,4}| [0-9]{1,10}/[0-9]{1,10})?%|[0-9]{1,10} ppm"
                + "|[0-9]{1,10}/[0-9]{1,10}) of .*[^ ]$"),
        parse: { Rate($0) }, write: \.description
    ).forgiving(text: understood).proposing(proposed)

    static let million = 1_000_000
    static let partsPerPercent = 10_000
    private static let limit = 1_000_000_000
    private static let mostTimes = 1_000

    /// Whether it can name what is measured: not empty, without space around it or a line break in it.
    static func isBase(_ base: String) -> Bool {
        guard let first = base.utf8.first, let last = base.utf8.last else { return false }
        let space = UInt8(ascii: " ")
        return first != space && last != space && base.utf8.allSatisfy { $0 >= space && $0 != 0x7F }
    }
}

extension Rate: CustomStringConvertible {
    public var description: String { "\(shareText) of \(base)" }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
}
