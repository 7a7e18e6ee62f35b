public import Notation

extension Tiers {
    /// A map of `steps`, and of `counted` and `applies` where they are stated.
    public static let codec = Codec<Tiers>(schema: Written.codec.schema) { node, problems in
        guard let written = Written.codec.decode(node, &problems) else { return nil }
        do throws(Fault) {
            return try Tiers(
                written.steps, counted: written.counted, applies: written.applies, by: written.by)
        } catch {
            problems.report(error.message, hint: error.hint, at: node.mark)
            return nil
        }
    } encode: {
        Written.codec.encode(Written($0))
    }

    /// The members of the map.
    private struct Written: Sendable {
        let counted: Counted?
        let applies: Application?
        let by: String?
        let steps: [Step]

        init(counted: Counted?, applies: Application?, by: String?, steps: [Step]) {
            self.counted = counted
            self.applies = applies
            self.by = by
            self.steps = steps
        }

        init(_ tiers: Tiers) {
            switch tiers.measure {
            case .time: self.init(counted: nil, applies: nil, by: nil, steps: tiers.steps)
            case .figures(let counted, let applies):
                self.init(counted: counted, applies: applies, by: tiers.by, steps: tiers.steps)
            }
        }

        static let codec = Codec<Written>.object(
            { Written(counted: $0, applies: $1, by: $2, steps: $3) },
            .optional("counted", \.counted, .choice("what the steps are counted over")),
            .optional("applies", \.applies, .choice("what a step's rate applies to")),
            .optional("by", \.by, .text),
            .required("steps", \.steps, .list(of: Step.codec, atLeast: 2)))
    }
}

extension Tiers.Step {
    fileprivate static let codec = Codec<Tiers.Step>(schema: Written.codec.schema) {
        node, problems in
        guard let written = Written.codec.decode(node, &problems) else { return nil }
        switch (written.rate, written.price) {
        case (let rate?, nil): return Tiers.Step(upTo: written.upTo, .rate(rate))
        case (nil, let price?): return Tiers.Step(upTo: written.upTo, .unitPrice(price))
        case (nil, nil), (.some, .some):
            problems.report(
                "a step has one rate or one price", hint: "give 'rate' or 'unit-price'",
                at: node.mark)
            return nil
        }
    } encode: {
        Written.codec.encode(Written($0))
    }

    /// The members of the map.
    private struct Written: Sendable {
        let upTo: Tiers.Threshold?
        let rate: Rate?
        let price: UnitPrice?

        init(upTo: Tiers.Threshold?, rate: Rate?, price: UnitPrice?) {
            self.upTo = upTo
            self.rate = rate
            self.price = price
        }

        init(_ step: Tiers.Step) {
            switch step.price {
            case .rate(let rate): self.init(upTo: step.upTo, rate: rate, price: nil)
            case .unitPrice(let price): self.init(upTo: step.upTo, rate: nil, price: price)
            }
        }

        static let codec = Codec<Written>.object(
            { Written(upTo: $0, rate: $1, price: $2) },
            .optional("up-to", \.upTo, Tiers.Threshold.codec),
            .optional("rate", \.rate, Rate.codec),
            .optional("unit-price", \.price, UnitPrice.codec))
    }
}

extension Tiers.Threshold: CustomStringConvertible {
    /// As a recording has it.
    public var description: String {
        switch self {
        case .money(let money): money.description
        case .quantity(let number): number.description
        case .time(let length): length.description
        }
    }

    /// Returns nil for what is no amount above zero, no quantity above zero and no length of time.
    init?(_ text: String) {
        if let money = Money(text), money.amount > ExactDecimal(0) {
            self = .money(money)
        } else if let number = ExactDecimal(text), number > ExactDecimal(0) {
            self = .quantity(number)
        } else if let length = CalendarDuration(text), !length.isEmpty {
            self = .time(length)
        } else {
            return nil
        }
    }

    fileprivate static let codec = Codec<Tiers.Threshold>.scalar(
        "an amount, a quantity or a length of time above zero, such as USD 10000000, 5000 or P2Y",
        schema: .pattern("^([A-Z]{3} )?(0|[1-9][0-9]*)([.][0-9]+)?$|^P[0-9]+[DWMQY]"),
        parse: { Tiers.Threshold($0) }, write: \.description)
}
