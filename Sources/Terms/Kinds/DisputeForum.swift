extension TermKindDefinition {
    /// Which court or tribunal hears disputes; the seat is where an arbitration is at home in law.
    static let disputeForum = TermKindDefinition(
        .disputeForum, "disputes are heard by a court or tribunal",
        category: .form,
        fields: [
            .required(.forum, .text, "which court or tribunal"),
            .optional(.seat, .text, "the seat of an arbitration"),
        ],
        sentence: "Disputes go to {forum}[; seat: {seat}]",
        brief: "disputes go to {forum}[, {seat}]")
}
