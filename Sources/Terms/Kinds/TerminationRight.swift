extension TermKindDefinition {
    /// A right to end the agreement before its time, on a named ground.
    static let terminationRight = TermKindDefinition(
        .terminationRight, "one party may end the agreement early",
        fields: [
            .required(.holder, .party, "who may end it"),
            .required(
                .ground, .choice(["convenience", "cause", "change-of-control", "insolvency"]),
                "on what ground"),
            .optional(.notice, .duration, "with how long a notice"),
        ],
        sentence: "{holder} may terminate for {ground}[; notice: {notice}]")
}
