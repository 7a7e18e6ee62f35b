extension TermKindDefinition {
    /// The right to sell or supply another's products to customers, which a licence to use them is
    /// not.
    static let distribution = TermKindDefinition(
        .distribution, "one party may sell or supply another's products",
        category: .rights,
        fields: [
            .required(.grantor, .party, "whose products they are"),
            .required(.distributor, .party, "who may sell or supply them"),
            .optional(.subject, .text, "what is distributed"),
            .subjects,
            .exclusivity,
            .exclusiveUntil,
            .runOffExclusivity,
            .exception,
        ],
        scope: FieldSchema.scope,
        sentence: """
            {grantor} makes {distributor} a(n) [{exclusivity} ]distributor[ of {subject}[ ({subjects})]]\
            [, unless {exception}][; end of exclusivity: {exclusive-until}]\
            [; after the agreement ends: {run-off-exclusivity}]
            """,
        brief: "[{exclusivity}, ][until {exclusive-until}; ]{distributor} may sell[ {subject}]")
}
