// Fields that kinds of deals share, stated once.
extension FieldSchema {
    /// How far the buyer is kept from buying elsewhere; it falls to non-exclusive once its own bound is reached.
    static let purchaseExclusivity = FieldSchema(
        .purchaseExclusivity, exclusivity.type, isRequired: false,
        "how far the buyer is kept from buying elsewhere", limitedBy: .purchaseExclusiveUntil,
        afterwards: .choice("non-exclusive"))

    /// Days of each year, between those of `opens` and `closes`.
    static let each = optional(
        .each, .yearly, "on which days of each year it may be exercised; left out, on all")
    static let blackout = optional(
        .blackout, .yearly, "on which days of each year it may not be exercised"
    ).such(as: "[15 december through 15 january]")

    /// Calendar years, fiscal years and contract years differ in the day on which one of them begins.
    static let periodsFrom = optional(
        .periodsFrom, .date,
        "a day on which one of these periods begins; left out, the first day of the term"
    ).such(as: "2024-01-01")

    /// A figure held against bounds; a ratio is a rate of what it is measured against.
    static let threshold: [FieldSchema] = [
        optional(.measure, .text, "which figure is measured"),
        optional(.moreThan, rate, "more than that, and of what").such(as: ratio),
        optional(.atLeast, rate, "that or more, and of what").such(as: ratio),
        optional(.atMost, rate, "that or less, and of what").such(as: ratio),
        optional(.lessThan, rate, "less than that, and of what").such(as: ratio),
    ]

    /// 3.50 to 1.00.
    private static let ratio = "350% of EBITDA"
}
