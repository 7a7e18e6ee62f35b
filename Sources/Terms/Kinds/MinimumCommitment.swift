extension TermKindDefinition {
    /// Money a customer spends or pays for in any case ("take or pay").
    static let minimumCommitment = TermKindDefinition(
        .minimumCommitment, "one party spends at least an amount with another",
        category: .money,
        fields: [
            .required(.obligor, .party, "who commits itself"),
            .required(.beneficiary, .party, "to whom"),
            .optional(.subject, .text, "what is bought"),
            .subjects,
            .optional(.amount, .money, "the least to be spent"),
            .optional(.per, .duration, "for each period of that length"),
            FieldSchema.periodsFrom,
            .optional(
                .over, .duration,
                "the time the amount is spread over, or how long its periods go on"),
            FieldSchema.index,
        ],
        scope: FieldSchema.scope,
        mayBeBounded: true,
        sentence: """
            {obligor} owes {beneficiary} a minimum commitment[: {amount}][; for: {subject}[ ({subjects})]]\
            [; period: {per}[, one from {periods-from}]][; over: {over}][; adjusted: {index}]
            """,
        brief: """
            [{amount}; ][each {per}; ][over {over}; ]{obligor} owes {beneficiary} at least that\
            [; for {subject}]
            """)
}
