extension TermKindDefinition {
    /// Money promised for shares or other rights. Committed is not funded: a tranche may wait for
    /// a condition.
    static let investment = TermKindDefinition(
        .investment, "one party puts money into another",
        category: .money,
        fields: [
            .required(.investor, .party, "who invests"),
            .required(.issuer, .party, "in whom"),
            .optional(.amount, .money, "what is committed"),
            .recited(.funded, .money, "what was paid in so far"),
            .optional(.valuation, .money, "what the issuer is valued at"),
            .optional(.tranche, .text, "which part of the whole"),
            .optional(.condition, .condition, "what has to be satisfied first"),
            .optional(.instrument, .text, "in what form"),
        ],
        mayBeBounded: true,
        sentence: """
            {investor} invests in {issuer}[: {amount}][; funded: {funded}]\
            [; valuation: {valuation}][; tranche: {tranche}][; condition: {condition}]\
            [; instrument: {instrument}]
            """,
        brief:
            "[{amount}; ][funded: {funded}; ][valuation: {valuation}; ]{investor} invests in {issuer}"
    )
}
