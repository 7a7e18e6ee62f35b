extension TermKindDefinition {
    /// Terms as good as the best anybody else is given ("most favoured customer", MFN).
    static let mostFavoured = TermKindDefinition(
        .mostFavoured, "one party is treated no worse than anybody else",
        category: .rights,
        fields: [
            .required(.beneficiary, .party, "who is treated so"),
            .required(.obligor, .party, "who is bound"),
            .optional(.compared, .text, "what is compared, and with whom"),
        ],
        scope: FieldSchema.scope,
        sentence: """
            {obligor} treats {beneficiary} no worse than anybody else[; compared: {compared}]
            """,
        brief: "{obligor} treats {beneficiary} no worse than others")
}
