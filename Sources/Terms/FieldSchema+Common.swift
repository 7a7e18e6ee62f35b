// Fields that several kinds share, stated once.
extension FieldSchema {
    /// How far the right excludes others; it falls to non-exclusive once `exclusive-until` is reached.
    static let exclusivity = exclusivity(isRequired: false)
    static let exclusiveUntil = optional(
        .exclusiveUntil, .bound, "until when the exclusivity holds; the right itself may go on")
    static let exception = optional(
        .exception, .condition, "the condition under which the term does not bind")
    static let products = optional(
        .products, .tags, "which products it covers"
    ).such(as: "{ only: [lenses, frames] }")
    static let consent = optional(.consent, .flag, "whether prior consent is needed")

    static func exclusivity(isRequired: Bool) -> FieldSchema {
        FieldSchema(
            .exclusivity, exclusivityWords, isRequired: isRequired,
            "how far the right excludes others",
            limitedBy: .exclusiveUntil, afterwards: .choice("non-exclusive"),
            inRunOff: .runOffExclusivity)
    }

    /// What the exclusivity reads while the right outlives the agreement, where that is another one.
    static let runOffExclusivity = optional(
        .runOffExclusivity, exclusivityWords,
        "how far it excludes others after the agreement ends")
    private static let exclusivityWords = FieldType.choice([
        "exclusive", "sole", "co-exclusive", "non-exclusive",
    ])

    /// What the subject is, in names: words alone are not compared.
    static let subjects = optional(
        .subjects, .tags, "what the subject is, in names of a vocabulary"
    ).such(as: "{ only: [lens-designs] }")
    /// Which acts, in names: words alone are not compared.
    static let acts = optional(
        .acts, .tags, "which acts, in names such as use, distribute, host or buy"
    ).such(as: "{ only: [use, distribute] }")

    /// What a term covers beside products; `all` states that it is not limited, and what is left out is not
    /// stated.
    static let scopeBesideProducts = Array(scope.dropFirst())

    /// What a term covers; `all` states that it is not limited, and what is left out is not stated.
    static let scope: [FieldSchema] = [
        products,
        optional(
            .fields, .tags, "which fields of use it covers"
        ).such(as: "{ only: [optics] }"),
        optional(.territories, .tags, "which territories it covers"),
        optional(
            .channels, .tags, "which channels of trade it covers"
        ).such(as: "{ only: [retail] }"),
        optional(
            .customers, .tags, "which customers it covers"
        ).such(as: "{ all-except: [government] }"),
    ]

    /// What begins something says its first day, not its last.
    static let firstDay = "{ on: 2026-04-27 }"

    /// What every kind takes, beside its own fields.
    static let common: [FieldSchema] = [
        optional(.starts, .bound, "when the term begins to hold").such(as: firstDay),
        optional(.ends, .bound, "when the term ceases to hold"),
        optional(.survival, .flag, "whether the term continues after the agreement ends"),
        optional(.runOff, .duration, "for how long it goes on after the agreement ends"),
        optional(.text, .text, "the clause, word for word"),
    ]

    /// How a period is split when the terms change inside it; left out, by actual days.
    static let proration = optional(
        .proration, .choice(["by-days", "at-period-start", "at-period-end"]),
        "which terms a period counts under when they change inside it; left out, each day's own")
    /// Where one rate or price does not say it.
    static let tiers = optional(
        .tiers, .tiers, "rates, or prices of each unit, by how much is counted or by time")
    /// Where no rate, price or tiers say it.
    static let formula = optional(
        .formula, .formula, "what is paid, worked out from figures, amounts, shares and fields")
    /// How the amount of each period changes with an index.
    static let index = optional(
        .index, .indexation, "the index that the amount of each period follows, from which base")
    static let capPeriodWords = FieldType.choice(["per-period", "aggregate"])
    /// A part of a whole, such as a stake: at most all of it.
    static let share = FieldType.rate(allowsOver100: false)
    /// A payment measured by its base, which may be more than the base: 110% of cost.
    static let rate = FieldType.rate(allowsOver100: true)
}
