extension TermKindDefinition {
    /// A right to end the agreement before its time, on a named ground: see `TerminationGround` for what each
    /// ground means.
    static let terminationRight = TermKindDefinition(
        .terminationRight, "one party may end the agreement early",
        matter: .life,
        fields: [
            .required(.holder, .party, "who may end it"),
            .required(.ground, .choice(TerminationGround.ofRights), "on what ground"),
            .optional(.notice, .duration, "with how long a notice"),
            .optional(.cure, .duration, "how long the other side has to put things right first"),
            .optional(.longStop, .bound, "by when what is awaited has to happen"),
            .optional(.threshold, .text, "the measure that has to be reached, and over what time"),
            .optional(.condition, .condition, "what has to come about before it may be used"),
        ],
        sentence: """
            {holder} may terminate for {ground}[; notice: {notice}][; time to cure: {cure}]\
            [; long stop: {long-stop}][; threshold: {threshold}][; condition: {condition}]
            """,
        brief: "{holder} may terminate for {ground}[; notice: {notice}][; long stop: {long-stop}]")
}
