extension TermKindDefinition {
    /// A stake or an asset changes hands for a price. Agreed is not closed: the closing has a day, or a condition.
    static let sale = TermKindDefinition(
        .sale, "one party sells a stake or an asset to another",
        category: .money,
        fields: [
            .required(.seller, .party, "who sells"),
            .required(.buyer, .party, "who buys"),
            .required(.subject, .text, "what is sold"),
            .subjects,
            .optional(.percentage, FieldSchema.share, "how large a stake, and of what"),
            .optional(.quantity, .count, "how many, such as shares"),
            .optional(.unit, .text, "of what unit"),
            .optional(.amount, .money, "the price of all of it"),
            .optional(.unitPrice, .unitPrice, "the price of one unit"),
            .optional(
                .holdback, .money, "what of the price is kept back at the closing, as in escrow"),
            .optional(.release, .bound, "when what is kept back is released to the seller"),
            .optional(.consideration, .text, "what is given beside money, or instead"),
            .optional(.condition, .condition, "what has to be satisfied first"),
            .optional(
                .closing, .bound, "when it closes"
            ).such(as: FieldSchema.firstDay),
            .optional(.longStop, .bound, "by when it has to close, or may be given up"),
        ],
        mayBeBounded: true,
        sentence: """
            {seller} sells {buyer} {subject}[ ({subjects})][: {percentage}]\
            [; quantity: {quantity}[ {unit}]][; price: {amount}][; unit price: {unit-price}]\
            [; kept back: {holdback}[, released: {release}]]\
            [; consideration: {consideration}][; condition: {condition}][; closing: {closing}]\
            [; long stop: {long-stop}]
            """,
        brief:
            "[{amount}; ][closing: {closing}; ][long stop: {long-stop}; ]{seller} sells {buyer} {subject}"
    )
}
