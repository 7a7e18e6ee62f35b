extension TermKindDefinition {
    /// The most a party answers for, as an amount or as a multiple of what was paid.
    static let liabilityCap = TermKindDefinition(
        .liabilityCap, "what one party answers for is limited",
        category: .money,
        fields: [
            .required(.obligor, .party, "whose liability it is"),
            .optional(.amount, .money, "the most it answers for"),
            .optional(.multiple, .text, "the limit in words, such as fees of twelve months"),
        ],
        sentence: "The liability of {obligor} is capped[: {amount}][; multiple: {multiple}]",
        brief: "[{amount}; ][{multiple}; ]liability of {obligor} capped")
}
