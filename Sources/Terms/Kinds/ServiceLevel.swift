extension TermKindDefinition {
    /// How well a service has to be performed, and what is credited where it was not. A level that is no share of
    /// anything, such as hours to respond, stands in `level`, in words.
    static let serviceLevel = TermKindDefinition(
        .serviceLevel, "a service keeps to a level, or is credited",
        category: .rights,
        fields: [
            .required(.provider, .party, "who performs"),
            .required(.customer, .party, "for whom"),
            .required(.measure, .text, "what is measured"),
            .optional(.moreThan, FieldSchema.rate, "more than that").such(as: "99.9% of the hours"),
            .optional(.atLeast, FieldSchema.rate, "that or more").such(as: "99.9% of the hours"),
            .optional(.atMost, FieldSchema.rate, "that or less").such(as: "99.9% of the hours"),
            .optional(.lessThan, FieldSchema.rate, "less than that").such(as: "99.9% of the hours"),
            .optional(.level, .text, "the level in words"),
            .optional(.per, .duration, "the period it is measured over"),
            FieldSchema.periodsFrom,
            .optional(
                .credit, FieldSchema.rate, "what is credited for a period below it, and of what"),
            .optional(.creditCap, FieldSchema.rate, "the most that is credited, and of what"),
        ],
        sentence: """
            {provider} keeps a service level for {customer}: {measure}[; more than: {more-than}]\
            [; at least: {at-least}][; at most: {at-most}][; less than: {less-than}][; level: {level}]\
            [; period: {per}[, one from {periods-from}]][; credit: {credit}][; at most credited: {credit-cap}]
            """,
        brief: """
            {provider}: {measure}[; more than {more-than}][; at least {at-least}]\
            [; at most {at-most}][; less than {less-than}][; credit: {credit}]
            """)
}
