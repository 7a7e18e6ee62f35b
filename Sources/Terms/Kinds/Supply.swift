extension TermKindDefinition {
    /// Goods or capacity that one party makes or sells and another takes.
    ///
    /// Either may undertake to deal with the other alone: a supplier that supplies no one else (`exclusivity`), a
    /// buyer that buys from no one else (`purchase-exclusivity`). A quantity that differs from year to year is one
    /// term with scheduled amendments, one for each year: what is owed on a day is then read as of any other field.
    static let supply = TermKindDefinition(
        .supply, "one party supplies what another buys",
        category: .rights,
        fields: [
            .required(.supplier, .party, "who supplies"),
            .required(.buyer, .party, "who buys"),
            .optional(.subject, .text, "what is supplied"),
            .subjects,
            .optional(
                .requirements, FieldSchema.share,
                "the share of its requirements that the buyer takes from the supplier, and of what"),
            .optional(.minimumQuantity, .count, "the least the buyer takes"),
            .optional(.maximumQuantity, .count, "the most the supplier has to supply"),
            .optional(.unit, .text, "in what unit"),
            .optional(.per, .duration, "for each period of that length"),
            FieldSchema.periodsFrom,
            .optional(.takeOrPay, .flag, "whether a shortfall is paid for"),
            .optional(.unitPrice, .unitPrice, "the price of one unit"),
            FieldSchema.tiers,
            .optional(.forecast, .duration, "how far ahead the buyer forecasts"),
            .optional(.bindingForecast, .duration, "how much of a forecast binds the buyer"),
            .exclusivity,
            .exclusiveUntil,
            .purchaseExclusivity,
            .optional(
                .purchaseExclusiveUntil, .bound, "until when the buyer buys from no one else"),
            .runOffExclusivity,
            .exception,
        ],
        scope: FieldSchema.scope,
        alternatives: [[.unitPrice, .tiers]],
        sentence: """
            {supplier} supplies {buyer}[ with {subject}[ ({subjects})]][, unless {exception}]\
            [; share of requirements: {requirements}][; at least: {minimum-quantity}[ {unit}]]\
            [; at most: {maximum-quantity}[ {unit}]][; period: {per}[, one from {periods-from}]][; take or pay: {take-or-pay}]\
            [; unit price: {unit-price}][; price: {tiers}][; forecast: {forecast}[, of which binding: {binding-forecast}]]\
            [; supply is {exclusivity}[ (end: {exclusive-until})]]\
            [; purchase is {purchase-exclusivity}[ (end: {purchase-exclusive-until})]]\
            [; after the agreement ends: {run-off-exclusivity}]
            """,
        brief: """
            {supplier} supplies {buyer}[: {subject}][; share: {requirements}]\
            [; at least {minimum-quantity}[ {unit}]][; {exclusivity}][; take or pay: {take-or-pay}]
            """)
}
