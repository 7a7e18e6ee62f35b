extension TermKindDefinition {
    /// Money that lenders stand ready to lend.
    ///
    /// The lender may be a group, such as a syndicate with its agent. What the money costs is a `margin`, and what the
    /// borrower has to keep to a `covenant`: each is changed by amendments of its own, and a grid has many levels.
    static let creditFacility = TermKindDefinition(
        .creditFacility, "one party stands ready to lend to another",
        fields: [
            .required(.borrower, .party, "who may borrow"),
            .required(.lender, .party, "who lends: a party, or a group of them"),
            .optional(
                .facility,
                .choice([
                    "revolving", "term", "delayed-draw-term", "bridge", "swingline",
                    "letter-of-credit",
                ]), "what sort of facility"),
            .optional(.commitment, .money, "the most that may be drawn"),
            .optional(.accordion, .money, "by how much the commitment may be increased"),
            .optional(.borrowingBase, .money, "the most that the collateral allows"),
            .optional(.drawn, .money, "what is drawn"),
            .optional(.undrawn, .money, "what may still be drawn"),
            .optional(.available, .bound, "until when it may be drawn"),
            .optional(
                .maturity, .bound, "when all of it is to be repaid"
            ).such(as: FieldSchema.firstDay),
            .optional(.purpose, .text, "what the money is for"),
            .optional(.security, .text, "on what it is secured"),
        ],
        sentence: """
            {borrower} may borrow from {lender}[ under a(n) {facility} facility][: {commitment}]\
            [; accordion: {accordion}][; borrowing base: {borrowing-base}][; drawn: {drawn}]\
            [; undrawn: {undrawn}][; available: {available}][; maturity: {maturity}]\
            [; purpose: {purpose}][; secured on: {security}]
            """)
}
