import Effort
import Payments
import Terms

/// A fraction of plain integers, without a look at the module's own.
struct PlainFraction: Equatable {
    let over: Int128
    let under: Int128

    init(_ over: Int128, _ under: Int128 = 1) {
        var (a, b) = (over < 0 ? -over : over, under)
        while b != 0 { (a, b) = (b, a % b) }
        self.over = over / max(a, 1)
        self.under = under / max(a, 1)
    }

    static func + (one: Self, other: Self) -> Self {
        Self(one.over * other.under + other.over * one.under, one.under * other.under)
    }

    static func - (one: Self, other: Self) -> Self {
        one + Self(-other.over, other.under)
    }

    static func * (one: Self, other: Self) -> Self {
        Self(one.over * other.over, one.under * other.under)
    }

    static func < (one: Self, other: Self) -> Bool {
        one.over * other.under < other.over * one.under
    }

    /// The nearest whole number of one from zero up; a half goes to the even neighbour.
    var evenly: Int128 {
        let (whole, rest) = (over / under, over % under)
        return rest * 2 > under || (rest * 2 == under && whole % 2 == 1) ? whole + 1 : whole
    }
}

/// A formula as its author means it: how it is written, and its amount in cents.
indirect enum DayFormula {
    case cents(Int128)
    /// Of the base that figures of money are of.
    case revenue
    /// Of another base.
    case returns
    /// So many cents for each unit.
    case wafers(cents: Int128)
    /// The amount of another term, which changes with time.
    case otherAmount
    case share(Int128, of: Int128, DayFormula)
    case times(Int128, DayFormula)
    case divided(DayFormula, by: Int128)
    case sum(DayFormula, DayFormula)
    case difference(DayFormula, DayFormula)
    case greatest([DayFormula])
    case least([DayFormula])

    /// What is counted on one line, and what the other term says on the day.
    struct Figures {
        var revenue: Int128 = 0
        var returns: Int128 = 0
        /// In millionths.
        var wafers: Int128 = 0
        var otherAmount: Int128 = 0
    }

    /// In cents, below zero too.
    func value(_ figures: Figures) -> PlainFraction {
        switch self {
        case .cents(let cents): return PlainFraction(cents)
        case .revenue: return PlainFraction(figures.revenue)
        case .returns: return PlainFraction(figures.returns)
        case .wafers(let cents): return PlainFraction(figures.wafers * cents, 1_000_000)
        case .otherAmount: return PlainFraction(figures.otherAmount)
        case .share(let over, let under, let part):
            return PlainFraction(over, under) * part.value(figures)
        case .times(let number, let part): return PlainFraction(number) * part.value(figures)
        case .divided(let part, let number):
            return part.value(figures) * PlainFraction(1, number)
        case .sum(let one, let other): return one.value(figures) + other.value(figures)
        case .difference(let one, let other): return one.value(figures) - other.value(figures)
        case .greatest(let all):
            return Self.first(of: all.map { $0.value(figures) }) { $1 < $0 }
        case .least(let all): return Self.first(of: all.map { $0.value(figures) }) { $0 < $1 }
        }
    }

    private static func first(
        of all: [PlainFraction], where isBefore: (PlainFraction, PlainFraction) -> Bool
    ) -> PlainFraction {
        all.dropFirst().reduce(all[0]) { isBefore($1, $0) ? $1 : $0 }
    }

    /// As a recording has it, with every bracket.
    var text: String {
        switch self {
        case .cents(let cents): PaymentText.cents(cents)
        case .revenue: "[revenue]"
        case .returns: "[returns]"
        case .wafers(let cents): "units [wafer] * \(PaymentText.cents(cents)) per [wafer]"
        case .otherAmount: "other.it/amount"
        case .share(let over, 100, let part): "\(over)% of (\(part.text))"
        case .share(let over, let under, let part): "\(over)/\(under) of (\(part.text))"
        case .times(let number, let part): "\(number) * (\(part.text))"
        case .divided(let part, let number): "(\(part.text)) / \(number)"
        case .sum(let one, let other): "(\(one.text)) + (\(other.text))"
        case .difference(let one, let other): "(\(one.text)) net of (\(other.text))"
        case .greatest(let all): "max(\(all.map(\.text).joined(separator: ", ")))"
        case .least(let all): "min(\(all.map(\.text).joined(separator: ", ")))"
        }
    }

    /// A random one, so many parts deep.
    ///
    /// - Parameter needsFigures: whether it may count figures and parts of a cent.
    init(depth: Int, needsFigures: Bool, _ random: inout Seeded) {
        func part(_ random: inout Seeded) -> Self {
            Self(depth: depth - 1, needsFigures: needsFigures, &random)
        }
        guard depth > 0 else {
            self = Self.leaf(needsFigures: needsFigures, &random)
            return
        }
        switch Int.random(in: 0..<(needsFigures ? 7 : 5), using: &random) {
        case 0: self = .sum(part(&random), part(&random))
        case 1: self = .difference(part(&random), part(&random))
        case 2: self = .greatest([part(&random), part(&random), part(&random)])
        case 3: self = .least([part(&random), part(&random)])
        case 4: self = .times(1 + random.below(3), part(&random))
        case 5:
            let unders: [Int128] = [100, 3, 7]
            let under = unders.randomElement(using: &random) ?? 3
            self = .share(random.below(under), of: under, part(&random))
        case _: self = .divided(part(&random), by: 1 + random.below(5))
        }
    }

    private static func leaf(needsFigures: Bool, _ random: inout Seeded) -> Self {
        switch Int.random(in: 0..<(needsFigures ? 5 : 2), using: &random) {
        case 0: .cents(random.below(9_999))
        case 1: .otherAmount
        case 2: .revenue
        case 3: .returns
        case _: .wafers(cents: random.below(999))
        }
    }
}
