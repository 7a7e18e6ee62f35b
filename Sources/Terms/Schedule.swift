public import Notation

/// Instalments, each with the day on which it falls due: USD 1 million on signing, USD 500,000 upon the first sale.
public struct Schedule: Hashable, Sendable {
    /// In the order in which they are written, at least one, all of one currency.
    public let instalments: [Instalment]

    /// One payment, and when it falls due.
    public struct Instalment: Hashable, Sendable {
        public let due: DateBound
        public let amount: Money

        public init(due: DateBound, amount: Money) {
            self.due = due
            self.amount = amount
        }
    }

    /// Returns nil for no instalments, for those of several currencies, and for one that is below zero or never due.
    public init?(_ instalments: [Instalment]) {
        guard let first = instalments.first,
            instalments.allSatisfy({
                $0.amount.currency == first.amount.currency && !$0.amount.isNegative
                    && $0.due != .open
            })
        else { return nil }
        self.instalments = instalments
    }

    /// What all instalments are in.
    public var currency: Currency { instalments[0].amount.currency }

    /// The bounds on which they fall due.
    public var bounds: [DateBound] { instalments.map(\.due) }

    /// As people read it: `USD 1,000 due 2026-01-15, USD 500 due upon first-sale`.
    public var displayText: String {
        instalments.map { "\($0.amount.displayText) due \($0.due)" }.joined(separator: ", ")
    }

    /// A list of maps of `due` and `amount`.
    public static let codec = Codec<Schedule>(schema: list.schema) { node, problems in
        guard let instalments = list.decode(node, &problems) else { return nil }
        if let schedule = Schedule(instalments) { return schedule }
        problems.report(
            "instalments are of several currencies, below zero or without a day",
            hint: "give amounts of one currency, each due on a day or upon a condition, such as "
                + "[{ due: { on: 2026-01-15 }, amount: USD 1000 }]",
            at: node.mark)
        return nil
    } encode: {
        list.encode($0.instalments)
    }

    private static let list = Codec<[Instalment]>.list(
        of: .object(
            { Instalment(due: $0, amount: $1) },
            .required("due", \.due, DateBound.codec),
            .required("amount", \.amount, Money.codec)),
        atLeast: 1)
}
