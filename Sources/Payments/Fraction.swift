import BigInt

/// An exact fraction of whole numbers of any size, in lowest terms.
struct Fraction: Hashable, Sendable {
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

    init(_ number: Int128, over denominator: Int128 = 1) {
        self.init(BigInt(number), over: BigInt(denominator))
    }

    /// The nearest whole number, a half to the even one: IEEE 754 `roundTiesToEven`, which favours
    /// neither payer nor payee over many lines.
    var rounded: Int128 {
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
    var roundedDown: Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Int128(rest < 0 ? quotient - 1 : quotient)
    }

    var roundedUp: Int128 { -(Fraction.zero - self).roundedDown }

    static func * (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(lhs.numerator * rhs.numerator, over: lhs.denominator * rhs.denominator)
    }
}

extension Fraction: Comparable {
    static func < (lhs: Fraction, rhs: Fraction) -> Bool {
        lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
    }
}

extension Fraction: AdditiveArithmetic {
    static var zero: Fraction { Fraction(0) }

    static func + (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(
            lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
            over: lhs.denominator * rhs.denominator)
    }

    static func - (lhs: Fraction, rhs: Fraction) -> Fraction {
        Fraction(
            lhs.numerator * rhs.denominator - rhs.numerator * lhs.denominator,
            over: lhs.denominator * rhs.denominator)
    }
}
