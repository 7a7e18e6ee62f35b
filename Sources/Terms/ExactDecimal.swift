public import Notation

/// A decimal number of at most 38 digits, exact in every operation.
///
/// Equal by value, while each keeps the scale it was written with: `10.50` equals `10.5` and stays
/// `10.50`. Text has no exponent, no separators, no plus sign and no needless zeros in front. It is a
/// 128-bit count of units of ten to the minus `scale`: unlike Foundation's `Decimal` it never rounds.
public struct ExactDecimal: Sendable {
    /// The number times ten to the power of `scale`.
    let coefficient: Int128
    /// How many digits stand after the decimal point.
    public let scale: Int

    /// The most digits a number has, before and after the point together.
    public static let maximumDigits = 38

    /// Returns nil where the coefficient or the scale has no place in 38 digits.
    init?(coefficient: Int128, scale: Int) {
        let limit = Self.power(of: Self.maximumDigits)
        guard coefficient < limit, coefficient > -limit, scale >= 0, scale <= Self.maximumDigits
        else { return nil }
        self.coefficient = coefficient
        self.scale = scale
    }

    /// A whole number, of scale 0.
    public init(_ number: Int) {
        coefficient = Int128(number)
        scale = 0
    }

    /// Returns nil unless `text` is a plain decimal number such as `10.50`.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        let isNegative = reader.consume("-" as Unicode.Scalar)
        guard let first = reader.digit() else { return nil }
        var magnitude = Int128(first)
        var digits = first == 0 ? 0 : 1
        var scale = 0
        func append(_ digit: Int) -> Bool {
            if magnitude != 0 || digit != 0 { digits += 1 }
            guard digits <= Self.maximumDigits else { return false }
            magnitude = magnitude * 10 + Int128(digit)
            return true
        }
        while let digit = reader.digit() {
            guard first != 0, append(digit) else { return nil }
        }
        if reader.consume("." as Unicode.Scalar) {
            while let digit = reader.digit() {
                scale += 1
                guard append(digit) else { return nil }
            }
            guard scale > 0 else { return nil }
        }
        guard reader.isAtEnd, !(isNegative && magnitude == 0) else { return nil }
        self.init(coefficient: isNegative ? -magnitude : magnitude, scale: scale)
    }

    /// One text, such as `10.50`; never a JSON number, which readers round.
    public static let codec = Codec<ExactDecimal>.scalar(
        "a decimal number of at most 38 digits such as 10.50, without separators or exponent",
        schema: .pattern("^-?(0|[1-9][0-9]*)([.][0-9]+)?$"),
        parse: { ExactDecimal($0) }, write: \.description)
}

extension ExactDecimal: Hashable {
    public static func == (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool {
        if lhs.scale == rhs.scale { return lhs.coefficient == rhs.coefficient }
        let (left, right) = (lhs.reduced, rhs.reduced)
        return left.coefficient == right.coefficient && left.scale == right.scale
    }

    public func hash(into hasher: inout Hasher) {
        let reduced = reduced
        hasher.combine(reduced.coefficient)
        hasher.combine(reduced.scale)
    }
}

extension ExactDecimal: Comparable {
    public static func < (lhs: ExactDecimal, rhs: ExactDecimal) -> Bool {
        let left = lhs.coefficient.quotientAndRemainder(dividingBy: power(of: lhs.scale))
        let right = rhs.coefficient.quotientAndRemainder(dividingBy: power(of: rhs.scale))
        guard left.quotient == right.quotient else { return left.quotient < right.quotient }
        // A remainder is below ten to its scale, so lifting it to the larger scale cannot overflow.
        let scale = max(lhs.scale, rhs.scale)
        return left.remainder * power(of: scale - lhs.scale)
            < right.remainder * power(of: scale - rhs.scale)
    }
}

extension ExactDecimal: CustomStringConvertible {
    public var description: String { text(groupedBy: "") }

    /// The number as people read it, with a comma between thousands.
    public var displayText: String { text(groupedBy: ",") }

    private func text(groupedBy separator: String) -> String {
        let digits = Array(String(coefficient.magnitude))
        let padding = [Character](repeating: "0", count: max(0, scale + 1 - digits.count))
        let all = padding + digits
        let (whole, fraction) = (all.dropLast(scale), all.suffix(scale))
        var text = coefficient < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return fraction.isEmpty ? text : text + "." + String(fraction)
    }
}

extension ExactDecimal {
    /// - Precondition: the sum has at most 38 digits.
    public static func + (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal {
        guard let sum = lhs.adding(rhs) else { preconditionFailure("sum of more than 38 digits") }
        return sum
    }

    /// - Precondition: the difference has at most 38 digits.
    public static func - (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal { lhs + -rhs }

    /// - Precondition: the product has at most 38 digits.
    public static func * (lhs: ExactDecimal, rhs: ExactDecimal) -> ExactDecimal {
        guard
            let product = product(lhs, rhs) ?? product(lhs.reduced, rhs.reduced)
        else { preconditionFailure("product of more than 38 digits") }
        return product
    }

    public static prefix func - (number: ExactDecimal) -> ExactDecimal {
        ExactDecimal(unchecked: -number.coefficient, scale: number.scale)
    }

    /// The sum, with the larger of both scales where it fits; nil where it has more than 38 digits.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        Self.sum(self, other) ?? Self.sum(reduced, other.reduced)
    }
}

extension ExactDecimal {
    private init(unchecked coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    /// The same number at the smallest scale that holds it.
    package var reduced: ExactDecimal {
        var (coefficient, scale) = (coefficient, scale)
        while scale > 0 {
            let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            (coefficient, scale) = (quotient, scale - 1)
        }
        return ExactDecimal(unchecked: coefficient, scale: scale)
    }

    private static func sum(_ lhs: ExactDecimal, _ rhs: ExactDecimal) -> ExactDecimal? {
        let scale = max(lhs.scale, rhs.scale)
        let left = lhs.coefficient.multipliedReportingOverflow(by: power(of: scale - lhs.scale))
        let right = rhs.coefficient.multipliedReportingOverflow(by: power(of: scale - rhs.scale))
        let sum = left.partialValue.addingReportingOverflow(right.partialValue)
        guard !left.overflow, !right.overflow, !sum.overflow else { return nil }
        return ExactDecimal(coefficient: sum.partialValue, scale: scale)
    }

    private static func product(_ lhs: ExactDecimal, _ rhs: ExactDecimal) -> ExactDecimal? {
        let product = lhs.coefficient.multipliedReportingOverflow(by: rhs.coefficient)
        guard !product.overflow else { return nil }
        return ExactDecimal(coefficient: product.partialValue, scale: lhs.scale + rhs.scale)
    }

    private static func power(of exponent: Int) -> Int128 { powers[exponent] }

    private static let powers: [Int128] = (0..<maximumDigits).reduce(into: [1]) { powers, index in
        powers.append(powers[index] * 10)
    }
}
