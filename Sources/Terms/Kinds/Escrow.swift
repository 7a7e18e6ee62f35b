extension TermKindDefinition {
    /// Something left with a third party, who releases it upon an event.
    static let escrow = TermKindDefinition(
        .escrow, "something is held by a third party until it is released",
        category: .money,
        fields: [
            .required(.depositor, .party, "who deposits it"),
            .required(.beneficiary, .party, "to whom it may be released"),
            .required(
                .subject, .text, "what is deposited, such as source code or a part of a price"),
            .optional(.agent, .party, "who holds it"),
            .optional(.amount, .money, "how much, where it is money"),
            .optional(
                .release, .bound, "when it is released"
            ).such(as: FieldSchema.firstDay),
            .optional(.limits, .text, "what the beneficiary may do with it, or may not"),
        ],
        sentence: """
            {depositor} deposits for {beneficiary}: {subject}[; with: {agent}][; amount: {amount}]\
            [; release: {release}][; limits: {limits}]
            """,
        brief: "[{amount}; ][release: {release}; ]{depositor} deposits {subject}")
}
