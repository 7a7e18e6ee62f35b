extension TermKindDefinition {
    /// A right to subscribe for shares of the issuer at a price, which the holder may leave unused.
    ///
    /// Granted is not vested: shares that vest in parts are one term for each tranche, and each says in `vests` upon
    /// which condition or day. What Open Cap Format calls exercise price, vesting and expiration.
    static let warrant = TermKindDefinition(
        .warrant, "one party may subscribe for shares of another",
        category: .money,
        fields: [
            .required(.holder, .party, "who may subscribe"),
            .required(.issuer, .party, "for whose shares"),
            .optional(.subject, .text, "for what class of shares"),
            .optional(.quantity, .count, "for how many shares"),
            .optional(.percentage, FieldSchema.share, "for how large a stake, and of what"),
            .optional(.exercisePrice, .money, "the price of one share"),
            .optional(.tranche, .text, "which part of the whole"),
            .optional(
                .vests, .bound, "when the right to these shares vests"
            ).such(as: FieldSchema.firstDay),
            .optional(
                .opens, .bound, "when it may first be exercised"
            ).such(as: FieldSchema.firstDay),
            .optional(.closes, .bound, "when it may last be exercised"),
            FieldSchema.each,
            FieldSchema.blackout,
            .optional(
                .settlement, .choice(["cash", "cashless", "either"]),
                "whether the price is paid, or netted against shares"),
        ],
        completion: .closes(.closes),
        sentence: """
            {holder} holds a warrant for shares of {issuer}[: {quantity}[ {subject}]]\
            [; stake: {percentage}][; exercise price: {exercise-price}][; tranche: {tranche}]\
            [; vests: {vests}][; opens: {opens}][; closes: {closes}][; each year: {each}][; not: {blackout}][; settlement: {settlement}]
            """,
        brief: """
            [{quantity}[ {subject}]; ][at {exercise-price}; ][vests: {vests}; ]\
            [closes: {closes}; ][each {each}; ]{holder}, shares of {issuer}
            """)
}
