extension TermKindDefinition {
    /// The promise that products reach the market on one party's channel first; later they may be
    /// on others too, so it is weaker than exclusivity.
    static let firstAvailability = TermKindDefinition(
        .firstAvailability, "products appear on one channel before all others",
        category: .rights,
        fields: [
            .required(.obligor, .party, "whose products they are"),
            .required(.beneficiary, .party, "whose channel comes first"),
            .required(.channel, .text, "the channel"),
            .products,
            .exception,
        ],
        scope: FieldSchema.scopeBesideProducts,
        sentence: """
            {obligor} makes its products available first on {channel}, for {beneficiary}\
            [, unless {exception}][; products: {products}]
            """,
        brief: "first on {channel}, from {obligor} for {beneficiary}[; {products}]")
}
