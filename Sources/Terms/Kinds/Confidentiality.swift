extension TermKindDefinition {
    /// A duty to keep secret what one learns from another. It commonly outlives the agreement.
    static let confidentiality = TermKindDefinition(
        .confidentiality, "one party keeps secret what it learns",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who keeps the secret"),
            .optional(.beneficiary, .party, "whose secret it is"),
            .optional(.survives, .duration, "how long the duty outlives the agreement"),
        ],
        survival: .stated(in: .survives),
        sentence: """
            {obligor} keeps secret what it learns[ from {beneficiary}]\
            [; continues {survives} after termination]
            """,
        brief: "{obligor} keeps secret what it learns[ from {beneficiary}]")
}
