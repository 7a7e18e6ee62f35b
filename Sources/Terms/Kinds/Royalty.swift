extension TermKindDefinition {
    /// A payment for the use of licensed property, measured by that use, often with a guaranteed
    /// minimum. The rate may be above 100%, as in cost-plus (`110% of cost`).
    static let royalty = TermKindDefinition(
        .royalty, "one party pays another for the use of what it owns",
        category: .money,
        fields: [
            .required(.payer, .party, "who pays"),
            .required(.payee, .party, "who is paid"),
            .optional(.rate, FieldSchema.rate, "the rate, and of what"),
            .optional(.unitPrice, .unitPrice, "what is paid for each unit"),
            FieldSchema.tiers,
            FieldSchema.formula,
            .optional(.minimum, .money, "what is guaranteed, for each period of per"),
            .optional(.cap, .money, "the most to be paid"),
            .optional(
                .per, .duration,
                "the period that rate, minimum and cap are counted over; left out, each line of figures is one, of the minimum perhaps"
            ),
            FieldSchema.periodsFrom,
            FieldSchema.proration,
        ],
        scope: FieldSchema.scope,
        alternatives: [[.rate, .unitPrice, .tiers, .formula]],
        mayBeBounded: true,
        sentence: """
            {payer} pays {payee} a royalty[: {rate}][: {unit-price}][: {tiers}][: {formula}][; minimum: {minimum}][; cap: {cap}]\
            [; period: {per}[, one from {periods-from}]]
            """,
        brief: """
            [{rate}; ][{unit-price}; ][{tiers}; ][{formula}; ][minimum: {minimum}; ]\
            [cap: {cap}; ]{payer} pays {payee}
            """)
}
