import BigInt

/// An exact fraction of whole numbers of any size, in lowest terms: what shares and sums are counted in until a
/// rule says that they are rounded.
public struct Fraction: Hashable, Sendable {
    let numerator: BigInt
    /// At least one.
    let denominator: BigInt

    /// - Precondition: `denominator` is not zero.
    init(_ numerator: BigInt, over denominator: BigInt) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// - Precondition: `denominator` is not zero.
    public init(_ number: Int128, over denominator: Int128 = 1) {
        self.init(BigInt(number), over: BigInt(denominator))
    }

    /// The nearest whole number, a half to the even one: IEEE 754 `roundTiesToEven`, which favours
    /// neither payer nor payee over many lines.
    public var rounded: Int128 {
        var (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        if rest < 0 {
            quotient -= 1
            rest += denominator
        }
        let twice = rest * 2
        if twice > denominator || (twice == denominator && quotient % 2 != 0) { quotient += 1 }
        return Int128(quotient)
    }

    /// The greatest whole number that is not above it.
    public var roundedDown: Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Int128(rest < 0 ? quotient - 1 : quotient)
    }

    /// The least whole number that is not below it.
    public var roundedUp: Int128 { -(Fraction.zero - self).roundedDown }

    /// One divided by it.
    ///
    /// - Precondition: it is not zero.
    public var inverse: Fraction { Fraction(denominator, over: numerator) }

    public static func * (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(lhs.numerator * rhs.numerator, over: lhs.denominator * rhs.denominator)
    }
}

extension Fraction: Comparable {
    public static func < (lhs: Fraction, rhs: Fraction) -> Bool {
        lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
    }
}

extension Fraction: AdditiveArithmetic {
    public static var zero: Fraction { Fraction(0) }
    /// One: the whole of what shares are of.
    public static var one: Fraction { Fraction(1) }

    public static func + (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(
            lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
            over: lhs.denominator * rhs.denominator)
    }

    public static func - (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(
            lhs.numerator * rhs.denominator - rhs.numerator * lhs.denominator,
            over: lhs.denominator * rhs.denominator)
    }
}

extension ExactDecimal {
    /// The same number as a fraction.
    public var fraction: Fraction {
        Fraction(BigInt(coefficient), over: BigInt(10).power(scale))
    }

    /// The decimals next to a fraction, below and above, to that many places; nil for more than 38 digits.
    package static func around(_ fraction: Fraction, places: Int) -> (
        low: ExactDecimal, high: ExactDecimal
    )? {
        let scaled = fraction * Fraction(BigInt(10).power(places), over: 1)
        guard let low = ExactDecimal(coefficient: scaled.roundedDown, scale: places),
            let high = ExactDecimal(coefficient: scaled.roundedUp, scale: places)
        else { return nil }
        return (low, high)
    }
}
