extension FieldType {
    /// A value of the type, as it is written in a recording.
    public var example: String {
        switch self {
        case .text: "the words of the document"
        case .choice(let words): words.first ?? ""
        case .flag: "yes"
        case .count: "500"
        case .money: "USD 500000"
        case .rate(allowsOver100: true): "5% of net sales"
        case .rate(allowsOver100: false): "25% of the shares"
        case .unitPrice: "USD 2.50 per wafer"
        case .tiers:
            "{ counted: per-period, applies: marginal, steps: [{ up-to: USD 1000000, rate: 5% of net sales }, "
                + "{ rate: 7% of net sales }] }"
        case .schedule: "[{ due: { on: 2027-01-15 }, amount: USD 500000 }]"
        case .formula: "max(5% of [net sales], USD 100000)"
        case .indexation: "{ name: CPI-U, base: 2025-12, each: P1Y }"
        case .date: "2026-04-27"
        case .bound: "{ through: 2030-12-31 }"
        case .duration: "P1Y"
        case .lapse: "P30D"
        case .yearly: "[may, november]"
        case .party: "acme"
        case .parties: "[acme, lumen]"
        case .tags: "{ only: [eu, us] }"
        case .term: "license.first"
        case .condition: "first-sale"
        }
    }
}

extension FieldSchema {
    /// The field with an example of its own.
    func such(as example: String) -> FieldSchema {
        var field = self
        field.ownExample = example
        return field
    }

    /// The field in one line, such as `rate: 5% of net sales`.
    public var example: String { "\(name): \(exampleValue)" }

    /// A value of the field, such as `5% of net sales`.
    public var exampleValue: String {
        if let ownExample { return ownExample }
        return switch type {
        // Who gives is not who gets.
        case .party where Self.receivers.contains(name): "lumen"
        case .text, .choice, .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
            .indexation, .date, .bound, .duration, .lapse, .yearly, .party, .parties, .tags, .term,
            .condition:
            type.example
        }
    }

    private static let receivers: Set<FieldName> = [
        .payee, .grantee, .beneficiary, .holder, .distributor, .customer, .investor, .buyer,
        .lender,
    ]
}
