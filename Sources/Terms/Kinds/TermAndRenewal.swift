extension TermKindDefinition {
    /// How long the agreement itself runs, and whether it goes on by itself. `renewal: none`
    /// states that it is not renewed.
    static let termAndRenewal = TermKindDefinition(
        .termAndRenewal, "the agreement runs for a time and may be renewed",
        category: .life,
        fields: [
            .optional(
                .renewal, .choice(["automatic", "by-agreement", "none"]),
                "whether it goes on after its end"),
            .optional(.renewalPeriod, .duration, "by how long"),
            .optional(
                .notice, .lapse,
                "how long before the end notice is given, or by agreement the renewal is agreed"),
        ],
        sentence: """
            The agreement runs for a term[; starts: {starts}][; ends: {ends}]\
            [; renewal: {renewal}][; renewal period: {renewal-period}][; notice: {notice}]
            """,
        brief: """
            the agreement runs[; starts: {starts}][; ends: {ends}][; renewal: {renewal}]\
            [; notice: {notice}]
            """)
}
