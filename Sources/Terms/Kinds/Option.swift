extension TermKindDefinition {
    /// A right that the holder may use or leave unused. Outside its window it cannot be exercised: once the day by which
    /// it `closes` has passed it is over, unless the record has it exercised in part, or extended.
    ///
    /// `put` sells and `call` buys; `first-purchase` buys before others may; `extension` lengthens a time and
    /// `renewal` begins another one; `expansion` adds to what is covered; `conversion` turns one thing into another;
    /// `non-exclusivity` lets others in, for a lower price where one is stated. That an option was used changes no
    /// other term: the instrument by which it was used says what became of that.
    static let option = TermKindDefinition(
        .option, "one party may buy, sell, extend or change something, and need not",
        category: .money,
        fields: [
            .required(.holder, .party, "who may exercise it"),
            .required(.grantor, .party, "who is bound by it"),
            .required(
                .direction,
                .choice([
                    "put", "call", "first-purchase", "extension", "renewal", "expansion",
                    "conversion", "non-exclusivity",
                ]), "what the holder may do: sell (put), buy (call), or another of these"),
            .required(.subject, .text, "on what"),
            .subjects,
            .optional(
                .opens, .bound, "when it may first be exercised"
            ).such(as: FieldSchema.firstDay),
            .optional(.closes, .bound, "when it may last be exercised"),
            FieldSchema.each,
            FieldSchema.blackout,
            .optional(.priceFloor, .money, "the least price"),
            .optional(.price, .money, "what is paid for it, or from then on"),
            .optional(.period, .duration, "by how long, of an extension or a renewal"),
            .optional(.alters, .term, "the term that would be longer, wider or another one"),
        ],
        completion: .closes(.closes),
        sentence: """
            {holder} holds a(n) {direction} option against {grantor} on {subject}[ ({subjects})]\
            [; opens: {opens}][; closes: {closes}][; each year: {each}][; not: {blackout}][; price floor: {price-floor}][; price: {price}]\
            [; by: {period}][; alters: {alters}]
            """,
        brief: """
            [price: {price}; ][opens: {opens}; ]\
            [closes: {closes}; ][each {each}; ]{holder} may exercise ({direction}): {subject}
            """)
}
