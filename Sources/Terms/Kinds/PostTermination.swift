extension TermKindDefinition {
    /// A duty that begins when the agreement ends, such as a sell-off period or a handover.
    static let postTermination = TermKindDefinition(
        .postTermination, "one party owes something after the end",
        category: .life,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .required(.duty, .text, "what is owed"),
            .optional(.period, .duration, "for how long after the end"),
        ],
        survival: .always(lasting: .period),
        sentence: "After the end, {obligor} owes: {duty}[; for: {period}]",
        brief: "after the end, {obligor}: {duty}[; for {period}]")
}
