import Notation
import Terms

extension FuzzTarget {
    /// Decimal numbers and amounts of money: one, or two with `|` between them to calculate with.
    static let numbers = FuzzTarget(
        text: "numbers",
        seeds: [
            "10.50", "-3", "0", "0.00", "10.5|10.50", "USD 38000000000", "EUR 10.50|EUR -0.01",
            "XAU 1",
            "99999999999999999999999999999999999999|0.1",
            "0.00000000000000000000000000000000000001",
            "JPY 1|USD 1", "-99999999999999999999999999999999999999|-1",
        ],
        words: ["USD ", "CLF ", ".", "-", "|", "000000000000000000", "99999999999999999999"]
    ) { text throws(Broken) in
        let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            .map { String($0) }
        var isAny = false
        for part in parts {
            if let number = ExactDecimal(part) {
                isAny = true
                try holdSame(number.description, part, "a number is written as it was")
                try hold(-(-number) == number, "twice turned is as it was: \(part)")
            }
            if let money = Money(part) {
                isAny = true
                try holdSame(money.description, part, "an amount is written as it was")
                try holdRoundTrip(money, Money.codec, "an amount")
            }
        }
        if parts.count == 2 { try checkPair(parts[0], parts[1]) }
        return isAny ? .accepted : .refused
    }

    private static func checkPair(_ left: String, _ right: String) throws(Broken) {
        if let left = Money(left), let right = Money(right) {
            try hold(left.adding(right) == right.adding(left), "sums of money: \(left), \(right)")
        }
        guard let left = ExactDecimal(left), let right = ExactDecimal(right) else { return }
        let order = [left < right, left == right, right < left]
        try hold(order.count { $0 } == 1, "one of less, equal and more: \(left), \(right)")
        try hold(
            left != right || left.hashValue == right.hashValue, "equal hashes: \(left), \(right)")
        let sum = left.adding(right)
        try hold(sum == right.adding(left), "a sum either way: \(left), \(right)")
        guard let sum else { return }
        try hold(sum.adding(-right).map { $0 == left } ?? true, "a sum undone: \(left), \(right)")
        try hold(ExactDecimal(sum.description) == sum, "a sum is read back: \(sum)")
    }

    /// Shares of a named base.
    static let rates = FuzzTarget(
        text: "rates",
        seeds: [
            "20% of total revenue", "6.5% of net sales", "150 ppm of net sales", "0% of a",
            "100000% of a", "0.0001% of \u{e9}",
        ],
        words: ["% of ", " ppm of ", ".", "0", "9999999999"]
    ) { text throws(Broken) in
        guard let rate = Rate(text) else { return .refused }
        try hold(Rate(rate.description) == rate, "a rate is read back: \(text)")
        try holdRoundTrip(rate, Rate.codec, "a rate")
        try hold(text.utf8.reversed().starts(with: rate.base.utf8.reversed()), "a base: \(text)")
        return .accepted
    }
}
