extension TermKindDefinition {
    /// The least amount of another term, kept apart where it has a life of its own.
    static let floor = TermKindDefinition(
        .floor, "another term is at least an amount",
        category: .money,
        fields: [
            .required(.on, .term, "the term that is bounded"),
            .optional(.amount, .money, "the least amount"),
            .optional(.period, FieldSchema.capPeriodWords, "what the amount is counted over"),
        ],
        mayBeBounded: true,
        sentence: "Floor under {on}[: {amount}][ ({period})]",
        brief: "[{amount}; ]floor under {on}[ ({period})]")
}
