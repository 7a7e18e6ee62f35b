extension TermKindDefinition {
    /// Money that lenders stand ready to lend.
    ///
    /// The lender may be a group, such as a syndicate with its agent. What the money costs is a `margin`, and what the
    /// borrower has to keep to a `covenant`: each is changed by amendments of its own, and a grid has many levels.
    /// What may be drawn is the least of its limits that are known.
    /// After its maturity nothing is lent any more; whether all of it was repaid, and so whether it is over, is open
    /// until the record says so.
    static let creditFacility = TermKindDefinition(
        .creditFacility, "one party stands ready to lend to another",
        category: .money,
        fields: [
            .required(.borrower, .party, "who may borrow"),
            .required(.lender, .party, "who lends: a party, or a group of them"),
            .optional(
                .facility,
                .choice([
                    "revolving", "term", "delayed-draw-term", "bridge", "swingline",
                    "letter-of-credit",
                ]), "what sort of facility"),
            .optional(
                .within, .term, "the facility of which it is a part: a sublimit, and no more money"),
            .optional(.commitment, .money, "the most that may be drawn"),
            .optional(
                .electedCommitment, .money,
                "the part of the commitment that the lenders have elected to lend"),
            .optional(.accordion, .money, "by how much the commitment may be increased"),
            .optional(.borrowingBase, .money, "the most that the collateral allows"),
            .optional(
                .redetermined, .yearly, "on which days of each year the borrowing base is set anew"
            ).such(as: "[1 april, 1 october]"),
            .balance(.drawn, .money, "what is drawn, on the day as of which it is stated"),
            .balance(.undrawn, .money, "what may still be drawn, on that day"),
            .optional(.available, .bound, "until when it may be drawn"),
            .optional(
                .maturity, .bound, "when all of it is to be repaid"
            ).such(as: FieldSchema.firstDay),
            .optional(.purpose, .text, "what the money is for"),
            .optional(.security, .text, "on what it is secured"),
        ],
        completion: .matures(.maturity), limits: [.commitment, .electedCommitment, .borrowingBase],
        sentence: """
            {borrower} may borrow from {lender}[ under a(n) {facility} facility][ within {within}]\
            [: {commitment}][; elected commitment: {elected-commitment}][; accordion: {accordion}][; borrowing base: {borrowing-base}[, set anew each {redetermined}]][; drawn: {drawn}]\
            [; undrawn: {undrawn}][; available: {available}][; maturity: {maturity}]\
            [; purpose: {purpose}][; secured on: {security}]
            """,
        brief: "[{commitment}; ][maturity: {maturity}; ]{borrower} may borrow from {lender}")
}
