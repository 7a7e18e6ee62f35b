extension TermKindDefinition {
    /// Something to be reached, by a day or for a payment. That it was reached is said by its condition.
    static let milestone = TermKindDefinition(
        .milestone, "something is to be reached, by a day or for a payment",
        category: .money,
        fields: [
            .required(.subject, .text, "what is to be reached"),
            .optional(.obligor, .party, "who has to reach it; left out, no one in particular"),
            .optional(.beneficiary, .party, "to whom that is owed"),
            .optional(.due, .bound, "by when"),
            .optional(.condition, .condition, "the condition that is satisfied when it is reached"),
            .optional(.payer, .party, "who pays when it is reached"),
            .optional(.payee, .party, "who is paid"),
            .optional(.amount, .money, "how much is paid"),
        ],
        mayBeBounded: true,
        sentence: """
            Milestone: {subject}[; of: {obligor}[ to {beneficiary}]][; due: {due}]\
            [; upon: {condition}][; {payer} pays {payee}][; amount: {amount}]
            """,
        brief: "[{amount}; ][due: {due}; ][upon {condition}; ]{subject}")
}
