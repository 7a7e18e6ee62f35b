/// A rate, or a price of each unit, that changes with how much is counted or with time:
/// 5% up to USD 10 million and 7% above; 7% for two years and 5% after.
///
/// Steps by amount have rates of one base, steps by quantity have prices of one unit, or rates where they say what is
/// counted (`by`: 5% of net sales for the first 1,000 copies), steps by time have either. The last step has no upper end.
public struct Tiers: Hashable, Sendable {
    /// What the steps go by.
    public let measure: Measure
    /// At least two, from the lowest up.
    public let steps: [Step]
    /// What quantities are of, where rates go by them; nil where what is paid for is counted.
    public let by: String?

    /// What the steps go by.
    public enum Measure: Hashable, Sendable {
        /// How much there is of the base, or of the units; each nil where it is not stated.
        case figures(counted: Counted?, applies: Application?)
        /// How long the term has run.
        case time
    }

    /// Over what it is counted how much there is.
    public enum Counted: String, CaseIterable, Hashable, Sendable {
        case perPeriod = "per-period"
        /// From the first day of the term on.
        case aggregate
    }

    /// What the rate of a step applies to.
    public enum Application: String, CaseIterable, Hashable, Sendable {
        /// To what lies in the step.
        case marginal
        /// To all, as soon as the step is reached: what was counted at another rate is counted anew.
        case whole
    }

    /// One rate, and up to where it goes.
    public struct Step: Hashable, Sendable {
        /// What just reaches it is in the step; nil for the last one.
        public let upTo: Threshold?
        public let price: Price

        public init(upTo: Threshold?, _ price: Price) {
            self.upTo = upTo
            self.price = price
        }
    }

    /// The upper end of a step.
    public enum Threshold: Hashable, Sendable {
        case money(Money)
        case quantity(ExactDecimal)
        case time(CalendarDuration)
    }

    /// What is paid in a step.
    public enum Price: Hashable, Sendable {
        case rate(Rate)
        case unitPrice(UnitPrice)
    }

    /// - Throws: what is wrong with the steps together.
    public init(
        _ steps: [Step], counted: Counted? = nil, applies: Application? = nil, by: String? = nil
    ) throws(Fault) {
        guard steps.count > 1 else { throw Fault("there are not two steps", "give two or more") }
        guard steps.dropLast().allSatisfy({ $0.upTo != nil }), steps.last?.upTo == nil else {
            throw Fault(
                "a step has no upper end, or the last one has",
                "give 'up-to' in every step but the last")
        }
        guard Set(steps.map(\.price.base)).count == 1, Set(steps.map(\.price.unit)).count == 1
        else {
            throw Fault(
                "the steps are of more than one base, unit or currency",
                "give rates of one base, or prices of one unit in one currency")
        }
        let ends = steps.compactMap(\.upTo)
        guard zip(ends, ends.dropFirst()).allSatisfy({ $0.isBelow($1) }) else {
            throw Fault(
                "the upper ends do not go up, or are not all of one sort",
                "give amounts of one currency, quantities or lengths of time in one unit, each above the last"
            )
        }
        switch ends[0] {
        case .time:
            guard counted == nil, applies == nil, by == nil else {
                throw Fault(
                    "steps by time are not counted", "remove 'counted', 'applies' and 'by'")
            }
            measure = .time
        case .money, .quantity:
            let isByCount = ends[0].isQuantity && !steps[0].price.isOfUnits
            guard isByCount == (by != nil),
                isByCount || ends[0].isQuantity == steps[0].price.isOfUnits
            else {
                throw Fault(
                    "the upper ends and the prices do not go together",
                    "amounts go with rates, quantities with prices of each unit, or with rates and what is counted "
                        + "(`by: copies`)")
            }
            guard by.map(Rate.isBase) ?? true, by != steps[0].price.base else {
                throw Fault(
                    "what is counted has no name of its own", "such as `by: copies`")
            }
            measure = .figures(counted: counted, applies: applies)
        }
        self.steps = steps
        self.by = by
    }

    /// What is wrong with steps, and what would be right.
    public struct Fault: Error, Hashable, Sendable {
        public let message: String
        public let hint: String

        init(_ message: String, _ hint: String) {
            self.message = message
            self.hint = hint
        }
    }

    /// What figures that the steps count are of: the base of the rates, or the unit of the prices.
    public var base: String { steps[0].price.base }

    /// All that figures are needed of.
    public var bases: [String] { [base] + [by].compactMap(\.self) }

    /// What amounts in it are counted in; nil for tiers of rates by time.
    public var currency: Currency? {
        if case .money(let money)? = steps[0].upTo { return money.currency }
        return steps[0].price.unit
    }

    /// As people read it: `5% up to USD 10,000,000, 7% above, of net sales, marginal, per-period`.
    public var displayText: String {
        let parts = steps.map { step in
            step.upTo.map { end in
                "\(step.price.text) up to \(end.displayText)\(by.map { " \($0)" } ?? "")"
            }
                ?? "\(step.price.text) \(measure == .time ? "after" : "above")"
        }
        let words: [String] =
            switch measure {
            case .time: []
            case .figures(let counted, let applies):
                [applies?.rawValue, counted?.rawValue].compactMap(\.self)
            }
        return (parts + ["\(steps[0].price.isOfUnits ? "per" : "of") \(base)"] + words)
            .joined(separator: ", ")
    }
}

extension Tiers.Threshold {
    fileprivate var isQuantity: Bool {
        switch self {
        case .quantity: true
        case .money, .time: false
        }
    }

    /// False where both are not of one sort.
    fileprivate func isBelow(_ other: Self) -> Bool {
        switch (self, other) {
        case (.money(let mine), .money(let its)):
            mine.currency == its.currency && mine.amount < its.amount
        case (.quantity(let mine), .quantity(let its)): mine < its
        case (.time(let mine), .time(let its)): Value.duration(its).exceeds(.duration(mine))
        case (.money, _), (.quantity, _), (.time, _): false
        }
    }

    fileprivate var displayText: String {
        switch self {
        case .money(let money): money.displayText
        case .quantity(let number): number.displayText
        case .time(let length): length.displayText
        }
    }
}

extension Tiers.Price {
    var isOfUnits: Bool {
        switch self {
        case .rate: false
        case .unitPrice: true
        }
    }

    fileprivate var base: String {
        switch self {
        case .rate(let rate): rate.base
        case .unitPrice(let price): price.unit
        }
    }

    /// Apart from every other sort of price: rates, and prices of each currency.
    fileprivate var unit: Currency? {
        switch self {
        case .rate: nil
        case .unitPrice(let price): price.price.currency
        }
    }

    fileprivate var text: String {
        switch self {
        case .rate(let rate): rate.shareText
        case .unitPrice(let price): price.price.displayText
        }
    }
}
