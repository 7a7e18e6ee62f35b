extension TermKindDefinition {
    /// Permission to use what stays another's: without it the use would infringe. The grantor
    /// keeps the property; how far it may license others is the exclusivity.
    static let licenseGrant = TermKindDefinition(
        .licenseGrant, "one party permits another to use what it owns",
        category: .rights,
        fields: [
            .required(.grantor, .party, "who grants"),
            .required(.grantee, .party, "who may use"),
            .required(.subject, .text, "what is licensed"),
            .subjects,
            .exclusivity,
            .exclusiveUntil,
            .runOffExclusivity,
            .optional(.purpose, .text, "what it may be used for"),
            .exception,
            .optional(.limits, .text, "what the licence leaves out"),
        ],
        scope: FieldSchema.scope,
        sentence: """
            {grantor} grants {grantee} a(n) [{exclusivity} ]licence of {subject}\
            [ ({subjects})]\
            [ for {purpose}][, unless {exception}][; limits: {limits}]\
            [; end of exclusivity: {exclusive-until}]\
            [; after the agreement ends: {run-off-exclusivity}]
            """,
        brief: "[{exclusivity}, ][until {exclusive-until}; ]{grantee} may use {subject}")
}
