extension TermKindDefinition {
    /// A payment measured by the payer's revenue. A cap bounds it from above, per period or over
    /// the whole life; that a cap exists may be known when its amount is not. The rate may be above 100%,
    /// as in cost-plus (`110% of cost`).
    static let revenueShare = TermKindDefinition(
        .revenueShare, "one party pays another a part of its revenue",
        category: .money,
        fields: [
            .required(.payer, .party, "who pays"),
            .required(.payee, .party, "who is paid"),
            .optional(.rate, FieldSchema.rate, "the rate, and of what"),
            FieldSchema.tiers,
            FieldSchema.formula,
            .optional(.cap, .money, "the most to be paid"),
            .optional(.capPeriod, FieldSchema.capPeriodWords, "what the cap is counted over"),
            .optional(.floor, .money, "the least to be paid"),
            FieldSchema.proration,
            .optional(.payment, .text, "how and when it is paid"),
        ],
        scope: FieldSchema.scope,
        alternatives: [[.rate, .tiers, .formula]],
        mayBeBounded: true,
        sentence: """
            {payer} pays {payee} a share of revenue[: {rate}][: {tiers}][: {formula}][; cap: {cap}[ ({cap-period})]]\
            [; floor: {floor}][; payment: {payment}]
            """,
        brief: """
            [{rate}; ][{tiers}; ][{formula}; ][cap: {cap}[ ({cap-period})]; ]\
            [floor: {floor}; ]{payer} pays {payee}
            """)
}
