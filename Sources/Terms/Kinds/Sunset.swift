extension TermKindDefinition {
    /// Rights that fall away by themselves once a condition is satisfied.
    static let sunset = TermKindDefinition(
        .sunset, "something ends by itself upon a condition",
        category: .rights,
        fields: [
            .required(.condition, .condition, "upon what"),
            .required(.effect, .text, "what falls away"),
        ],
        sentence: "Upon {condition}: {effect}",
        brief: "upon {condition}: {effect}")
}
