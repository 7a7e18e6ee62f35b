extension TermKindDefinition {
    /// The provider named first among several. A rank, which by itself shuts no one out.
    static let primaryProvider = TermKindDefinition(
        .primaryProvider, "one provider ranks before the others",
        category: .rights,
        fields: [
            .required(.customer, .party, "who is supplied"),
            .required(.provider, .party, "who ranks first"),
            .products,
        ],
        scope: FieldSchema.scopeBesideProducts,
        sentence: "{provider} is the primary provider of {customer}[; products: {products}]",
        brief: "{provider} comes first for {customer}[; {products}]")
}
