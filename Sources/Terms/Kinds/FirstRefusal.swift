extension TermKindDefinition {
    /// A right to match: before the grantor closes with a third party, the holder may take the
    /// same deal.
    static let firstRefusal = TermKindDefinition(
        .firstRefusal, "one party may match the offer of a third",
        category: .rights,
        fields: [
            .required(.holder, .party, "who has the right"),
            .required(.grantor, .party, "who is bound"),
            .required(.subject, .text, "on what"),
            .subjects,
            .optional(.response, .lapse, "the time the holder has"),
        ],
        sentence: """
            {holder} has a right of first refusal from {grantor} on {subject}[ ({subjects})]\
            [; time to respond: {response}]
            """,
        brief: "{holder} may match offers for {subject}[; within {response}]")
}
