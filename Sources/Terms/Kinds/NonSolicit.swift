extension TermKindDefinition {
    /// A promise not to lure away another's people or customers.
    static let nonSolicit = TermKindDefinition(
        .nonSolicit, "one party does not lure away another's people or customers",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .required(.beneficiary, .party, "whom it protects"),
            .optional(.of, .text, "who is not to be lured away"),
        ],
        sentence: "{obligor} does not solicit from {beneficiary}[: {of}]",
        brief: "{obligor} does not solicit[: {of}]")
}
