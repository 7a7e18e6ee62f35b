extension TermKindDefinition {
    /// A fixed amount, once or for each period, or a fixed price of each unit.
    static let fee = TermKindDefinition(
        .fee, "one party pays another a fixed amount",
        category: .money,
        fields: [
            .required(.payer, .party, "who pays"),
            .required(.payee, .party, "who is paid"),
            .optional(.amount, .money, "how much"),
            .optional(.unitPrice, .unitPrice, "what is paid for each unit"),
            FieldSchema.tiers,
            FieldSchema.formula,
            .optional(.schedule, .schedule, "the instalments it is paid in"),
            .optional(.per, .duration, "for each period of that length; left out, once"),
            FieldSchema.periodsFrom,
            .optional(.over, .duration, "the time it is paid in: how long its periods go on"),
            FieldSchema.index,
            FieldSchema.proration,
        ],
        alternatives: [[.amount, .unitPrice, .tiers, .formula, .schedule]],
        mayBeBounded: true,
        sentence:
            "{payer} pays {payee} a fee[: {amount}][: {unit-price}][: {tiers}][: {formula}][: {schedule}][; period: {per}[, one from {periods-from}]][; over: {over}][; adjusted: {index}]",
        brief: """
            [{amount}; ][{unit-price}; ][{tiers}; ][{formula}; ][{schedule}; ][each {per}; ]\
            [over {over}; ]{payer} pays {payee}
            """)
}
