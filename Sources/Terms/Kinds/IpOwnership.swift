extension TermKindDefinition {
    /// Whose property a work, an invention or an improvement is, no matter who made it.
    static let ipOwnership = TermKindDefinition(
        .ipOwnership, "property in a work or invention lies with one party",
        category: .rights,
        fields: [
            .required(.owner, .party, "whose it is"),
            .required(.subject, .text, "what is owned"),
        ],
        sentence: "{owner} owns {subject}",
        brief: "{owner} owns {subject}")
}
