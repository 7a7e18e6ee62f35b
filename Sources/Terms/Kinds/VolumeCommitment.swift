extension TermKindDefinition {
    /// A quantity taken or supplied in any case; with a price, paid for in any case ("take or pay").
    static let volumeCommitment = TermKindDefinition(
        .volumeCommitment, "one party takes or supplies at least a quantity",
        category: .money,
        fields: [
            .required(.obligor, .party, "who commits itself"),
            .required(.beneficiary, .party, "to whom"),
            .optional(.subject, .text, "of what"),
            .subjects,
            .optional(.quantity, .count, "how many"),
            .optional(.unit, .text, "of what unit"),
            .optional(.unitPrice, .unitPrice, "what each unit costs, whether or not it is taken"),
            .optional(.per, .duration, "for each period of that length"),
            FieldSchema.periodsFrom,
        ],
        scope: FieldSchema.scope,
        sentence: """
            {obligor} owes {beneficiary} a volume commitment[: {quantity}[ {unit}]][; price: {unit-price}]\
            [; for: {subject}[ ({subjects})]][; period: {per}[, one from {periods-from}]]
            """,
        brief: "[{quantity}[ {unit}]; ][each {per}; ]{obligor} owes {beneficiary} that[; {subject}]"
    )
}
