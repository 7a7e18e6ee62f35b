extension TermKindDefinition {
    /// A right to bid first: the grantor asks the holder before it turns to others, and need not
    /// accept.
    static let firstOffer = TermKindDefinition(
        .firstOffer, "one party may bid before others are asked",
        category: .rights,
        fields: [
            .required(.holder, .party, "who has the right"),
            .required(.grantor, .party, "who is bound"),
            .required(.subject, .text, "on what"),
            .subjects,
            .optional(.response, .lapse, "the time the holder has"),
        ],
        sentence: """
            {holder} has a right of first offer from {grantor} on {subject}[ ({subjects})]\
            [; time to respond: {response}]
            """,
        brief: "{holder} has the first offer of {subject}[; within {response}]")
}
