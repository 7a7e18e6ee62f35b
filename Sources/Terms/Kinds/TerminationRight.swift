extension TermKindDefinition {
    /// A right to end the agreement before its time, on a named ground: see `TerminationGround` for what each
    /// ground means.
    static let terminationRight = TermKindDefinition(
        .terminationRight, "one party may end the agreement early",
        fields: [
            .required(.holder, .party, "who may end it"),
            .required(.ground, .choice(TerminationGround.ofRights), "on what ground"),
            .optional(.notice, .lapse, "with how long a notice"),
            .optional(.cure, .lapse, "how long the other side has to put things right first"),
            .optional(.longStop, .bound, "by when what is awaited has to happen"),
            .optional(.threshold, .text, "the measure that has to be reached, and over what time"),
            .optional(.condition, .condition, "what has to come about before it may be used"),
        ],
        sentence: """
            {holder} may terminate for {ground}[; notice: {notice}][; time to cure: {cure}]\
            [; long stop: {long-stop}][; threshold: {threshold}][; condition: {condition}]
            """)
}
