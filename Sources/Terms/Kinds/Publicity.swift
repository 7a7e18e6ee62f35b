extension TermKindDefinition {
    /// What a party may say in public about the agreement, or of the other by name.
    static let publicity = TermKindDefinition(
        .publicity, "one party is bound in what it says in public",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .consent,
        ],
        sentence: "{obligor} is bound in what it says in public[; prior consent needed: {consent}]",
        brief: "{obligor} is bound in what it says in public")
}
