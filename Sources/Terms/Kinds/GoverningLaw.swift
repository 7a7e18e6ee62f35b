extension TermKindDefinition {
    /// Which law the agreement is read under. Where disputes are heard is another matter.
    static let governingLaw = TermKindDefinition(
        .governingLaw, "the agreement is read under a law",
        category: .form,
        fields: [
            .required(.law, .text, "which law")
        ],
        sentence: "The agreement is governed by {law}",
        brief: "governed by {law}")
}
