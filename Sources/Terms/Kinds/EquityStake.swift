extension TermKindDefinition {
    /// Shares one party holds in another: a fact that other terms rest on, such as seats on a
    /// board. A stake is at most 100%. How large it is, and what it is worth, is known on the day as of which it is stated; on
    /// later days it is read with that day.
    static let equityStake = TermKindDefinition(
        .equityStake, "one party holds shares in another",
        category: .money,
        fields: [
            .required(.holder, .party, "who holds the shares"),
            .required(.issuer, .party, "in whom"),
            .recited(.percentage, FieldSchema.share, "how large the stake is, and of what"),
            .recited(.valuation, .money, "what the stake is worth"),
            .optional(.basis, .text, "how it is counted"),
        ],
        sentence: """
            {holder} holds a stake in {issuer}[: {percentage}][; valuation: {valuation}]\
            [; basis: {basis}]
            """,
        brief: "[{percentage}; ][valuation: {valuation}; ]held by {holder} in {issuer}")
}
