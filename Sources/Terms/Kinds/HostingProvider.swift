extension TermKindDefinition {
    /// Whose machines run a customer's workloads. One workload may have several providers;
    /// exclusivity says whether it may.
    static let hostingProvider = TermKindDefinition(
        .hostingProvider, "one party runs the workloads of another on its machines",
        category: .rights,
        fields: [
            .required(.customer, .party, "whose workloads they are"),
            .required(.provider, .party, "on whose machines they run"),
            .optional(.workloads, .tags, "which workloads").such(as: "{ only: [training] }"),
            .exclusivity,
            .exclusiveUntil,
            .runOffExclusivity,
            .optional(.capacity, .text, "how much, or where"),
            .exception,
        ],
        scope: FieldSchema.scopeBesideProducts,
        sentence: """
            {customer} is hosted by {provider}[ ({exclusivity})][, unless {exception}]\
            [; workloads: {workloads}][; capacity: {capacity}]\
            [; end of exclusivity: {exclusive-until}]\
            [; after the agreement ends: {run-off-exclusivity}]
            """,
        brief:
            "[{exclusivity}, ][until {exclusive-until}; ]{provider} hosts {customer}[; {workloads}]"
    )
}
