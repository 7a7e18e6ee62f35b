extension TermKindDefinition {
    /// What happens when the control of a party passes to someone else.
    static let changeOfControl = TermKindDefinition(
        .changeOfControl, "a change in the control of a party has consequences",
        category: .conduct,
        fields: [
            .required(.party, .party, "whose control changes"),
            .optional(.effect, .text, "what follows"),
            .consent,
        ],
        sentence: "Change of control of {party}[: {effect}][; prior consent needed: {consent}]",
        brief: "change of control of {party}[: {effect}][; consent: {consent}]")
}
