extension TermKindDefinition {
    /// An order-of-precedence clause between two terms of one agreement. It settles nothing between
    /// agreements: who is no party to a clause is not bound by it.
    static let precedence = TermKindDefinition(
        .precedence, "where two terms conflict, one comes first",
        category: .form,
        fields: [
            .required(.prevails, .term, "the term that is followed"),
            .required(.yields, .term, "the term that gives way"),
        ],
        sentence: "{prevails} prevails over {yields} where they conflict",
        brief: "{prevails} prevails over {yields}")
}
