extension TermKindDefinition {
    /// A right to inspect another's books, commonly to check royalties or shares of revenue.
    static let auditRight = TermKindDefinition(
        .auditRight, "one party may inspect another's books",
        category: .conduct,
        fields: [
            .required(.holder, .party, "who may inspect"),
            .optional(.of, .text, "what, and whose"),
            .optional(.frequency, .duration, "how often: once every period of that length"),
        ],
        sentence: "{holder} has a right to audit[: {of}][; once every {frequency}]",
        brief: "{holder} may audit[ {of}][, once every {frequency}]")
}
