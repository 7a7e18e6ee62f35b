extension TermKindDefinition {
    /// A promise to do something with one party only, standing on its own and not as part of a
    /// grant.
    static let exclusivity = TermKindDefinition(
        .exclusivity, "one party does something with another only",
        category: .rights,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .required(.beneficiary, .party, "whom it protects"),
            .required(.act, .text, "what is reserved to the beneficiary"),
            .acts,
            .exclusivity,
            .exclusiveUntil,
            .runOffExclusivity,
            .exception,
        ],
        scope: FieldSchema.scope,
        sentence: """
            {obligor} undertakes to {beneficiary}: {act}[ ({exclusivity})][; acts: {acts}]\
            [, unless {exception}][; end of exclusivity: {exclusive-until}]\
            [; after the agreement ends: {run-off-exclusivity}]
            """,
        brief: "[{exclusivity}, ][until {exclusive-until}; ]{obligor} to {beneficiary}: {act}")
}
