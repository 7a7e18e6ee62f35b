// What no payment can mean.
extension ValidationTests {
    private static let second =
        "- term-added: { term: other, kind: fee, set: { payer: a, payee: b, "

    static let payments: [Row] = [
        Row(
            testDescription: "a value that is the same as itself",
            refused: chapter("bad", "2021-01-01", amends("amount: { same-as: fee/amount }")),
            words: ["fee/amount is the same as itself"]),
        Row(
            testDescription: "a value that is the same as itself through another",
            before: [
                chapter("two", "2020-06-01", second + "amount: { same-as: fee/amount } } }")
            ],
            refused: chapter("bad", "2021-01-01", amends("amount: { same-as: other/amount }")),
            words: ["fee/amount is the same as itself", "other/amount"]),
        Row(
            testDescription: "a value that is the same as a field of another type",
            refused: chapter("bad", "2021-01-01", amends("amount: { same-as: fee/per }")),
            words: ["amount is an amount of money", "fee/per is a duration"]),
        Row(
            testDescription: "a period without a day",
            refused: chapter("bad", "2021-01-01", amends("per: P0M")),
            words: ["per is P0M: a period has at least one day"]),
        Row(
            testDescription: "a time without a day",
            refused: chapter("bad", "2021-01-01", second + "amount: USD 1, over: P0Y } }"),
            words: ["over is P0Y"]),
        Row(
            testDescription: "a range over two currencies",
            refused: chapter(
                "bad", "2021-01-01", amends("amount: { between: [EUR 1, USD 2] }")),
            words: ["two currencies, EUR and USD"]),
        Row(
            testDescription: "a reported range over two currencies",
            refused: chapter(
                "bad", "2021-01-01", kind: "report",
                "- value-reported: { term: fee, field: amount, value: { between: [EUR 1, USD 2] } }"
            ),
            words: ["two currencies, EUR and USD"]),
        Row(
            testDescription: "a cap on itself",
            refused: chapter(
                "bad", "2021-01-01",
                "- term-added: { term: cap, kind: cap, set: { on: cap, amount: USD 1 } }"),
            words: ["the cap 'cap' is on itself"]),
        Row(
            testDescription: "a cap on itself through another",
            before: [
                chapter(
                    "caps", "2020-06-01",
                    """
                    - term-added: { term: one, kind: cap, set: { on: fee, amount: USD 1 } }
                    - term-added: { term: two, kind: cap, set: { on: one, amount: USD 1 } }
                    """)
            ],
            refused: chapter(
                "bad", "2021-01-01", "- term-amended: { term: one, set: { on: two } }"),
            words: ["the cap 'one' is on itself"]),
        Row(
            testDescription: "a debt to oneself",
            refused: chapter(
                "bad", "2021-01-01",
                "- term-added: { term: other, kind: fee, set: { payer: a, payee: a } }"),
            words: ["payer and payee of 'other' are one party, 'a'"]),
        Row(
            testDescription: "a debt that an amendment makes one to oneself",
            refused: chapter("bad", "2021-01-01", amends("payee: a")),
            words: ["payer and payee of 'fee' are one party, 'a'"]),
        Row(
            testDescription: "a commitment to oneself",
            refused: chapter(
                "bad", "2021-01-01",
                "- term-added: { term: m, kind: minimum-commitment, "
                    + "set: { obligor: b, beneficiary: b } }"),
            words: ["obligor and beneficiary of 'm' are one party, 'b'"]),
    ]
}
