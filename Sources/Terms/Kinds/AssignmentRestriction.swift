extension TermKindDefinition {
    /// A bar on handing the agreement, or rights under it, to someone else.
    static let assignmentRestriction = TermKindDefinition(
        .assignmentRestriction, "one party may not hand on the agreement freely",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .consent,
        ],
        sentence:
            "{obligor} may not assign the agreement freely[; prior consent needed: {consent}]",
        brief: "{obligor} may not assign freely[; consent: {consent}]")
}
