extension TermKindDefinition {
    /// A right to talk first: for a time the grantor negotiates with the holder alone, without any
    /// price set.
    static let firstNegotiation = TermKindDefinition(
        .firstNegotiation, "one party may negotiate before others do",
        category: .rights,
        fields: [
            .required(.holder, .party, "who has the right"),
            .required(.grantor, .party, "who is bound"),
            .required(.subject, .text, "on what"),
            .subjects,
            .optional(.response, .lapse, "the time the holder has"),
        ],
        sentence: """
            {holder} has a right of first negotiation from {grantor} on {subject}[ ({subjects})]\
            [; time to respond: {response}]
            """,
        brief: "{holder} may negotiate first on {subject}[; within {response}]")
}
