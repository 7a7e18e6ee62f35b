extension TermKindDefinition {
    /// What a party has to keep to while it owes: a figure, a report, or a thing not done.
    ///
    /// The words are those under which credit agreements list them. A ratio is a rate of what it is measured against:
    /// 3.50 to 1.00 of EBITDA is `350% of EBITDA`. What is permitted all the same stands in `limits`, in words.
    static let covenant = TermKindDefinition(
        .covenant, "one party keeps to a figure, or leaves something undone",
        category: .conduct,
        fields: [
            .required(.obligor, .party, "who is bound"),
            .required(.beneficiary, .party, "whom it protects"),
            .required(
                .covenant,
                .choice([
                    "financial", "information", "negative-pledge", "indebtedness", "disposals",
                    "distributions", "investments", "merger", "affiliate-transactions", "conduct",
                ]), "what it is about"),
            .optional(.act, .text, "what is to be done, or left undone"),
            .acts,
        ] + FieldSchema.threshold + [
            .optional(.minimum, .money, "the least the figure may be"),
            .optional(.maximum, .money, "the most the figure may be"),
            .optional(.per, .duration, "how often it is tested"),
            FieldSchema.periodsFrom,
            .exception,
            .optional(.limits, .text, "what is permitted all the same"),
        ],
        sentence: """
            {obligor} owes {beneficiary} a covenant ({covenant})[: {act}][; acts: {acts}]\
            [, unless {exception}][; measure: {measure}][; more than: {more-than}][; at least: {at-least}]\
            [; at most: {at-most}][; less than: {less-than}][; minimum: {minimum}][; maximum: {maximum}]\
            [; tested each: {per}[, one from {periods-from}]][; limits: {limits}]
            """,
        brief: """
            {obligor}: [{act}; ][{measure}; ][more than {more-than}; ][at least {at-least}; ]\
            [at most {at-most}; ][less than {less-than}; ]{covenant} covenant
            """)
}
