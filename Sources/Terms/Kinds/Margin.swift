extension TermKindDefinition {
    /// What a facility costs: a rate over a named base, or on what is not drawn.
    ///
    /// A pricing grid is one term for each level and charge, with the measure and the bounds of the level. A ratio is
    /// a rate of what it is measured against: 3.50 to 1.00 of EBITDA is `350% of EBITDA`.
    static let margin = TermKindDefinition(
        .margin, "a facility costs a rate, over a base where one is named",
        category: .money,
        fields: [
            .required(.on, .term, "the facility"),
            .optional(
                .charge,
                .choice([
                    "interest", "commitment-fee", "letter-of-credit-fee", "default-interest",
                ]), "what is charged; left out, interest"),
            .optional(
                .base, .text, "the reference rate it is charged over, such as Term SOFR"
            ).such(as: "Term SOFR"),
            .optional(
                .rate, FieldSchema.rate, "the rate over the base, and of what"
            ).such(as: "2.25% of principal"),
            .optional(
                .baseFloor, FieldSchema.rate, "the least the reference rate counts as"
            ).such(as: "1% of principal"),
            .optional(
                .dayCount, .choice(["actual/360", "actual/365", "actual/actual", "30e/360"]),
                "which part of a year each day is"),
            .optional(.level, .text, "which level of the grid"),
        ] + FieldSchema.threshold,
        sentence: """
            Margin on {on}[: {rate}][ over {base}[ (at least {base-floor})]][; charge: {charge}]\
            [; days: {day-count}][; level: {level}][; measure: {measure}][; more than: {more-than}][; at least: {at-least}]\
            [; at most: {at-most}][; less than: {less-than}]
            """,
        brief: "[{rate}[ over {base}]; ][level: {level}; ]margin on {on}")
}
