extension TermKindDefinition {
    /// A clause no other kind fits: kept word for word, compared word by word, never interpreted.
    static let other = TermKindDefinition(
        .other, "something no other kind fits",
        category: .conduct,
        fields: [
            .optional(.subject, .text, "what it is about"),
            .required(.text, .text, "the clause, word for word"),
        ],
        mayBeBounded: true,
        sentence: "[{subject}: ]{text}",
        brief: "[{subject}: ]{text}")
}
