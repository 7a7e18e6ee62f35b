extension Malformed {
    private static let rate = "set: { rate: 150 ppm of net sales, cap: EUR 800 }"

    private static func rate(_ name: String, _ value: String, _ message: String) -> Malformed {
        .init(name, rate, "set: { rate: \(value), cap: EUR 800 }", message)
    }

    private static func cap(_ name: String, _ value: String, _ message: String) -> Malformed {
        .init(name, rate, "set: { rate: 150 ppm of net sales, cap: \(value) }", message)
    }

    private static func end(_ name: String, _ value: String, _ message: String) -> Malformed {
        .init(
            name, "ends: { first-of: [ { upon: listing }, { through: 2030 } ] }", "ends: \(value)",
            message)
    }

    private static func amended(_ name: String, _ set: String, _ message: String) -> Malformed {
        .init(name, rate, "set: { \(set) }", message)
    }

    /// Every type of value, spelled wrongly.
    static let values: [Malformed] = [
        rate("a rate without a base", "20%", "is not a rate"),
        rate("a rate of nothing", "\"20% of \"", "is not a rate"),
        rate("a rate as a fraction", "0.2 of net sales", "is not a rate"),
        rate("a rate of five decimals", "1.00001% of net sales", "is not a rate"),
        rate("a negative rate", "-1% of net sales", "is not a rate"),
        rate(
            "a rate with a comma that may be two", "\"1,234% of net sales\"",
            "may be 1234% or 1.234%"),
        rate("a rate that is a list", "[4% of net sales]", "is not a rate"),
        rate("a rate with a zero in front", "04% of net sales", "is not a rate"),
        .init(
            "a share over 100 %", "percentage: 12.5% of the shares",
            "percentage: 100.01% of the shares", "more than the whole"),
        .init(
            "a share over a million parts", "percentage: 12.5% of the shares",
            "percentage: 1000001 ppm of the shares", "more than the whole"),
        cap("money without a currency", "800", "is not an amount of money"),
        cap("money without an amount", "EUR", "is not an amount of money"),
        cap("money in an unknown currency", "XYZ 800", "no currency of ISO 4217"),
        cap("money with a sign of many currencies", "$ 800", "may be USD 800, AUD 800"),
        cap("money that may be two amounts", "1.234 EUR", "may be EUR 1234 or EUR 1.234"),
        cap("money with a sign of none", "¤ 800", "is not an amount of money"),
        cap("money with two codes", "EUR 800 USD", "is not an amount of money"),
        cap("money with an exponent", "EUR 1e3", "is not an amount of money"),
        cap("money with a point and nothing after it", "EUR 800.", "is not an amount of money"),
        cap("money with a zero in front", "EUR 0800", "is not an amount of money"),
        cap(
            "money of 39 digits", "EUR \(String(repeating: "9", count: 39))",
            "is not an amount of money"),
        cap("money in m, which may be thousands", "EUR 8 m", "is not an amount of money"),
        cap("money in a map", "{ amount: 800 }", "is not an amount of money"),
        cap("a range with one end", "{ between: [EUR 1] }", "is not a low and a high end"),
        cap(
            "a range with three ends", "{ between: [EUR 1, EUR 2, EUR 3] }",
            "is not a low and a high end"),
        cap("a range that is a text", "{ between: EUR 1 }", "is not a list"),
        cap("a range upside down", "{ between: [EUR 2, EUR 1] }", "is above"),
        cap("a range of two types", "{ between: [EUR 1, 2%] }", "is not an amount of money"),
        cap("two states in one map", "{ redacted: x, stated: EUR 1 }", "stands alone in its map"),
        cap("a redaction without a mark", "{ redacted: [x] }", "is not a text"),
        cap("an unknown state", "withheld", "is not an amount of money"),
        cap("a state misspelled", "undisclosd", "is not an amount of money"),
        cap("a stated value of another type", "{ stated: much }", "is not an amount of money"),
        cap("the same as no field", "{ same-as: fee }", "is not a field of a term"),
        cap(
            "the same as a field in capitals", "{ same-as: fee/Amount }", "is not a field of a term"
        ),
        amended("a party in capitals", "payer: Lumen", "is not a party id"),
        amended("a party with a space", "payer: lumen sa", "is not a party id"),
        amended("a party that is a list", "payer: [lumen]", "is not a party id"),
        amended("a duration without a number", "per: some years", "is not a duration"),
        amended("a duration with its units the wrong way round", "per: P6M1Y", "is not a duration"),
        amended("a duration of hours", "per: PT1H", "is not a duration"),
        amended("a duration without P", "per: 1Y", "is not a duration"),
        amended("a negative duration", "per: P-1Y", "is not a duration"),
        end("a bound that is a bare date", "2030-12-31", "is not a bound"),
        end("an unknown bound", "{ till: 2030 }", "unknown member 'till' of a bound"),
        end("a bound of two members", "{ on: 2030-01-01, through: 2030 }", "exactly one member"),
        end("a bound of none", "{}", "exactly one member"),
        end(
            "business days without a calendar",
            "{ after: { of: { on: 2030-01-01 }, business-days: 10 } }",
            "the calendar of the business days is not named"),
        end(
            "a roll by no convention",
            "{ rolled: { day: { on: 2030-01-01 }, by: next, calendar: london } }",
            "expected one of following, modified-following, preceding, modified-preceding, none"),
        end("a year before the calendar", "{ through: -0001 }", "its year is none of 0001 to 9999"),
        .init(
            "a holiday on no day", "on: easter - 2", "on: easter sunday", "is not a holiday such as"
        ),
        .init(
            "a calendar without days for business", "from: 1999", "from: 2002", "make no calendar"),
        .init(
            "a weekend of no day", "weekend: [friday]", "weekend: [fryday]",
            "is not a day of the week"),
        end("a bound with a 30th of February", "{ through: 2030-02-30 }", "is not a date"),
        end("a bound with a 13th month", "{ through: 2030-13 }", "is not a date"),
        end("a bound with a range", "{ through: 2030/2031 }", "is not a date"),
        end("a bound that is a list", "[ { through: 2030 } ]", "is not a bound"),
        end("an expectation reversed", "{ soft: 2030-05/2030-01 }", "is not a range of dates"),
        end("an expectation of nothing", "{ soft: ../.. }", "it names no date on either side"),
        end("the first of nothing", "{ first-of: [] }", "too short"),
        end("the last of a text", "{ last-of: 2030 }", "is not a list"),
        end(
            "a wrong bound inside", "{ first-of: [ { through: 2030 }, { upon: A } ] }",
            "is not a condition id"),
        end("a bound that is a word", "later", "is not a bound"),
        .init(
            "an unknown word of a choice", "exclusivity: exclusive\n", "exclusivity: total\n",
            "exclusive, sole, co-exclusive, non-exclusive"),
        .init(
            "a choice that is a list", "exclusivity: exclusive\n", "exclusivity: [exclusive]\n",
            "is not one of the words allowed"),
        .init(
            "tags that are a sentence", "products: { only: [lenses, lenses/front] }",
            "products: whatever is made of glass", "is not a set of tags"),
        .init(
            "a bare list of what are no tags", "products: { only: [lenses, lenses/front] }",
            "products: [all lenses]", "is not a set of tags"),
        .init(
            "tags that are none", "products: { only: [lenses, lenses/front] }",
            "products: { only: [] }", "too short"),
        .init(
            "a tag given twice", "products: { only: [lenses, lenses/front] }",
            "products: { only: [lenses, lenses] }", "given twice"),
        .init(
            "a tag with a blank", "products: { only: [lenses, lenses/front] }",
            "products: { only: [front lenses] }", "is not a tag"),
        .init(
            "an unknown form of tags", "territories: { all-except: [spain] }",
            "territories: { except: [spain] }", "unknown member 'except' of a set of tags"),
        .init(
            "two forms of tags", "territories: { all-except: [spain] }",
            "territories: { only: [spain], all-except: [spain] }", "exactly one member"),
        .init(
            "a text that is a list", "subject: the patents", "subject: [the patents]",
            "is not a text"),
        .init(
            "a text that is a map", "subject: the patents", "subject: { of: the patents }",
            "is not a text"),
        .init(
            "a condition that is no id", "exception: merger", "exception: the merger",
            "is not a condition id"),
        .init(
            "a term that is no id", "set: { on: royalty,", "set: { on: Royalty,", "is not a term id"
        ),
        .init(
            "a count in words", "set: { quantity: 120 }", "set: { quantity: many }",
            "is not a whole number"),
        .init(
            "a count with decimals", "set: { quantity: 120 }", "set: { quantity: 120.5 }",
            "is not a whole number"),
        .init(
            "a count with a full stop", "set: { quantity: 120 }", "set: { quantity: \"1.200\" }",
            "is not a whole number"),
        .init(
            "a count with a zero in front", "set: { quantity: 120 }", "set: { quantity: 0120 }",
            "is not a whole number"),
        .init(
            "a count with a plus", "set: { quantity: 120 }", "set: { quantity: +120 }",
            "is not a whole number"),
        .init(
            "a flag that is a number", "term: press, to: publicity }",
            "term: press, to: publicity }\n  - term-amended: { term: press, set: { consent: 1 } }",
            "is not yes or no", at: .edit(1)),
        .init(
            "a flag that is a letter", "term: press, to: publicity }",
            "term: press, to: publicity }\n  - term-amended: { term: press, set: { consent: y } }",
            "is not yes or no", at: .edit(1)),
        .init(
            "an amount of another type in an accrual", "amount: EUR 12,", "amount: 12,",
            "is not an amount of money"),
        .init(
            "a period that is a bound", "period: 2024-01/2024-03", "period: { from: 2024-01 }",
            "is not a range of dates"),
        .init(
            "a period reversed", "period: 2024-01/2024-03", "period: 2024-03/2024-01",
            "is not a range of dates"),
        .init(
            "a period with a 13th month", "period: 2024-01/2024-03", "period: 2024-01/2024-13",
            "is not a range of dates"),
    ]
}
