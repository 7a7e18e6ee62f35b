extension TermKindDefinition {
    /// A right to buy (call) or to sell (put), which the holder may leave unused. Outside its
    /// window it cannot be exercised.
    static let option = TermKindDefinition(
        .option, "one party may buy from, or sell to, another",
        fields: [
            .required(.holder, .party, "who may exercise it"),
            .required(.grantor, .party, "who is bound by it"),
            .required(.direction, .choice(["put", "call"]), "to sell (put) or to buy (call)"),
            .required(.subject, .text, "on what"),
            .subjects,
            .optional(.opens, .bound, "when it may first be exercised"),
            .optional(.closes, .bound, "when it may last be exercised"),
            .optional(.priceFloor, .money, "the least the price comes to"),
        ],
        sentence: """
            {holder} holds a {direction} option against {grantor} on {subject}[ ({subjects})]\
            [; opens: {opens}][; closes: {closes}][; price floor: {price-floor}]
            """)
}
