extension TermKindDefinition {
    /// A promise to stay out of a business.
    static let nonCompete = TermKindDefinition(
        .nonCompete, "one party stays out of another's business",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .required(.beneficiary, .party, "whom it protects"),
            .required(.act, .text, "what is not to be done"),
            .acts,
        ],
        scope: FieldSchema.scope,
        sentence: "{obligor} does not compete with {beneficiary}: {act}[; acts: {acts}]",
        brief: "{obligor} does not compete: {act}")
}
