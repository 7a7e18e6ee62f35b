extension TermKindDefinition {
    /// The greatest amount of another term, kept apart where it has a life of its own.
    static let cap = TermKindDefinition(
        .cap, "another term is limited to an amount",
        category: .money,
        fields: [
            .required(.on, .term, "the term that is bounded"),
            .optional(.amount, .money, "the greatest amount"),
            .optional(.period, FieldSchema.capPeriodWords, "what the amount is counted over"),
        ],
        mayBeBounded: true,
        sentence: "Cap on {on}[: {amount}][ ({period})]",
        brief: "[{amount}; ]cap on {on}[ ({period})]")
}
