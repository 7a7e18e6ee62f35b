extension TermKindDefinition {
    /// A right to end the agreement before its time, on a named ground: see `TerminationGround` for what each
    /// ground means. Where it is on one term, such as an approval that may be revoked, it ends that term and nothing
    /// else.
    static let terminationRight = TermKindDefinition(
        .terminationRight, "one party may end the agreement early",
        category: .life,
        fields: [
            .required(.holder, .party, "who may end it"),
            .optional(.on, .term, "the one term that it ends; left out, the agreement"),
            .required(.ground, .choice(TerminationGround.ofRights), "on what ground"),
            .optional(.notice, .lapse, "with how long a notice"),
            .optional(.cure, .lapse, "how long the other side has to put things right first"),
            .optional(.longStop, .bound, "by when what is awaited has to happen"),
            .optional(.threshold, .text, "the measure that has to be reached, and over what time"),
            .optional(.condition, .condition, "what has to come about before it may be used"),
        ],
        sentence: """
            {holder} may terminate[ {on}] for {ground}[; notice: {notice}][; time to cure: {cure}]\
            [; long stop: {long-stop}][; threshold: {threshold}][; condition: {condition}]
            """,
        brief: "{holder} may terminate for {ground}[; notice: {notice}][; long stop: {long-stop}]")
}
