import Amendments
import DeedbookTesting
import Journal
import Ledger
import Payments
import Terms
import Testing

/// What is waived, amended, fixed later, paid already or referred to: no sum is certain that may be another.
@Suite struct UnknownMoneyTests {
    private func terms(
        _ term: TermID, _ added: String, _ later: String..., kind: String = "amendment"
    ) throws -> TermsOfPayment {
        let texts = later.enumerated().map { number, events in
            """
            recording: 2024-01-02-later-\(number)
            agreement: quill-lantern
            instrument: { kind: \(kind), title: Later \(number), effective: { on: 2024-01-02 } }
            disclosed: 2024-01-02
            sources: [{ id: text, grade: executed-text, publisher: invented for tests }]
            events:

            """ + events
        }
        let story = try given(yaml: [QuillAndLantern.opening + added] + texts)
        let vantage = Vantage(on: "2024-06-01")
        let reading = AgreementReading("quill-lantern", history: story.events, from: vantage)
        return try #require(
            TermsOfPayment(term, in: reading, from: vantage, resolved: QuillAndLantern.resolved))
    }

    private func added(
        _ kind: String, _ fields: String, _ id: String = "pay.it", on day: Day = "2024-01-01"
    ) -> String {
        let sides =
            kind == "minimum-commitment"
            ? "obligor: quill, beneficiary: lantern" : "payer: quill, payee: lantern"
        return "  - term-added: { term: \(id), kind: \(kind), effective: { on: \(day) }, "
            + "set: { \(sides), \(fields) } }\n"
    }

    private func payable(
        _ terms: TermsOfPayment, _ first: Day, _ last: Day, _ code: String = "USD"
    ) throws -> Payable {
        let currency = try #require(Currency(code))
        return try #require(Payable(terms, from: first, to: last, in: currency))
    }

    private func total(
        _ terms: TermsOfPayment, _ first: Day, _ last: Day, _ code: String = "USD"
    ) throws -> Amount {
        try payable(terms, first, last, code).agreed.total
    }

    private func reasons(_ payable: Payable) -> [String] {
        payable.agreed.paymentSpans.flatMap(\.reasons) + payable.agreed.lines.flatMap(\.reasons)
    }

    // MARK: What had accrued

    private static let accrued = """
          - amount-accrued: { term: pay.it, amount: USD 0.10, period: 2024-01 }
          - amount-accrued: { term: pay.it, amount: USD 0.30, period: 2024-01/2024-03 }
          - amount-accrued: { term: pay.it, amount: USD 0.30, period: 2024-01/2024-03 }

        """

    @Test(arguments: [("2024-04-01", Amount(5)), ("2024-03-01", Amount(5, 25))] as [(Day, Amount)])
    func `a cap in total leaves what the union of all periods has not used`(
        first: Day, left: Amount
    ) throws {
        let terms = try terms(
            "pay.it",
            added(
                "revenue-share", "rate: 10% of revenue, cap: USD 0.35, cap-period: aggregate")
                + Self.accrued)
        let month = try figure(from: first, days: 30, 10_000)
        let payable = try #require(Payable(terms, figures: [month]))
        #expect(payable.agreed.total == left)
        #expect(payable.agreed.lines.map(\.amount) == [left])
        #expect(payable.before.amount == (left.isExact ? Amount(30) : Amount(10, 30)))
        #expect(payable.before.reasons.isEmpty == left.isExact)
    }

    @Test func `days of which nothing is recorded may have used the cap`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, cap: USD 0.35, cap-period: aggregate"))
        let month = try figure(from: "2024-03-01", days: 31, 10_000)
        let payable = try #require(Payable(terms, figures: [month]))
        #expect(payable.agreed.total == Amount(0, 35))
        #expect(
            payable.before.reasons == [.unrecorded(first: "2024-01-01", last: "2024-02-29")])
    }

    @Test func `what a report says accrued counts only where reports are taken to hold`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, cap: USD 0.35, cap-period: aggregate"),
            Self.accrued, kind: "report")
        let month = try figure(from: "2024-04-01", days: 30, 10_000)
        let payable = try #require(Payable(terms, figures: [month]))
        #expect(payable.agreed.total == Amount(0, 35))
        #expect(payable.reported?.total == Amount(5))
    }

    @Test func `what is recorded of a year counts beside the amount of its figure`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, cap: USD 1.20, cap-period: aggregate")
                + "  - amount-accrued: { term: pay.it, amount: USD 0.90, period: 2024 }\n")
        let years = [
            try figure(from: "2024-01-01", days: 366, 1_000),
            try figure(from: "2025-01-01", days: 365, 1_000, line: 3),
        ]
        let both = try #require(Payable(terms, figures: years))
        #expect(both.agreed.lines.map(\.amount) == [Amount(100), Amount(20, 30)])
        #expect(reasons(both).contains { $0.contains("recorded as accrued by 2024-12-31") })
        let second = try #require(Payable(terms, figures: [years[1]]))
        #expect(second.agreed.total == Amount(30))
    }

    @Test func `a record of one period counts where nothing is recorded of those before`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, cap: USD 1.20, cap-period: aggregate")
                + "  - amount-accrued: { term: pay.it, amount: USD 0.90, period: 2025 }\n")
        let years = [
            try figure(from: "2024-01-01", days: 366, 500),
            try figure(from: "2025-01-01", days: 365, 500, line: 3),
            try figure(from: "2026-01-01", days: 365, 500, line: 4),
        ]
        let payable = try #require(Payable(terms, figures: years))
        #expect(payable.agreed.lines.map(\.amount) == [Amount(50), Amount(50), Amount(0, 20)])
        #expect(payable.agreed.total == Amount(100, 120))
    }

    @Test func `what is recorded beyond what is least makes the rest no surer`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, ends: { through: 2026-12-31 }")
                + "  - term-added: { term: bound, kind: floor, set: { on: pay.it, amount: USD 2.00, period: aggregate } }\n"
                + "  - amount-accrued: { term: pay.it, amount: USD 2.50, period: 2024 }\n")
        let years = [
            try figure(from: "2024-01-01", days: 366, 500),
            try figure(from: "2025-01-01", days: 365, 500, line: 3),
            try figure(from: "2026-01-01", days: 365, 500, line: 4),
        ]
        let payable = try #require(Payable(terms, figures: years))
        #expect(payable.agreed.lines.map(\.amount) == [Amount(50), Amount(50), Amount(50, 100)])
        #expect(payable.agreed.total == Amount(150, 200))
    }

    // MARK: Terms beside the one that pays

    @Test(arguments: [
        ("cap", "quill", Amount(50, 200)), ("cap", "lantern", Amount(50)),
        ("floor", "lantern", Amount(200, 300)), ("floor", "quill", Amount(300)),
    ])
    func `a cap or floor of its own is as doubtful as one in a field once it is waived`(
        _ kind: String, _ party: String, _ total: Amount
    ) throws {
        let amount = kind == "cap" ? "USD 0.50" : "USD 3.00"
        // A least is owed for a period, a most for whatever there is.
        let terms = try terms(
            "pay.it",
            (kind == "cap"
                ? added("revenue-share", "rate: 10% of revenue")
                : added("royalty", "rate: 10% of revenue, per: P1Y"))
                + "  - term-added: { term: bound, kind: \(kind), set: { on: pay.it, amount: \(amount), period: per-period } }\n"
                + "  - right-waived: { term: bound, by: \(party), extent: all of it }\n")
        let year = try figure(from: "2024-01-01", days: 366, 2_000)
        let payable = try #require(Payable(terms, figures: [year]))
        #expect(payable.agreed.total == total)
        #expect(
            reasons(payable).contains { $0.contains("waived") }
                == ((kind == "cap") == (party == "quill")))
    }

    @Test(arguments: [
        "term-removed: { term: bound, effective: { upon: merger } }",
        "party-withdrew: { party: lantern, effective: { upon: merger } }",
        "term-amended: { term: other, set: { rate: 20% of revenue }, effective: { upon: merger } }",
    ])
    func `what waits for a condition is named, whichever term it changes`(_ event: String) throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue", "other")
                + added("revenue-share", "rate: { same-as: other/rate }")
                + "  - condition-defined: { condition: merger, text: They merge }\n"
                + "  - term-added: { term: bound, kind: cap, set: { on: pay.it, amount: USD 1.00, period: aggregate } }\n"
                + "  - \(event)\n")
        let year = try figure(from: "2024-01-01", days: 366, 2_000)
        let payable = try #require(Payable(terms, figures: [year]))
        #expect(reasons(payable).contains { $0.contains("upon merger, which is pending") })
    }

    @Test func `what came about later is counted from then on, and not said to be pending`() throws
    {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 1.00, per: P1Y")
                + "  - condition-defined: { condition: merger, text: They merge }\n"
                + "  - term-amended: { term: pay.it, set: { amount: USD 2.00 }, effective: { upon: merger } }\n"
                + "  - condition-satisfied: { condition: merger, effective: { on: 2025-01-01 } }\n")
        let both = try payable(terms, "2024-01-01", "2025-12-31")
        #expect(both.agreed.total == Amount(300))
        #expect(!reasons(both).contains { $0.contains("pending") })
    }

    @Test func `a term that is over and begins anew upon a condition says so`() throws {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 1.00, per: P1Y, ends: { through: 2024-03-31 }")
                + "  - condition-defined: { condition: merger, text: They merge }\n",
            "  - term-added: { term: pay.it, kind: fee, set: { payer: quill, payee: lantern, amount: USD 3.00, per: P1Y }, effective: { upon: merger } }\n"
        )
        let later = try payable(terms, "2024-06-01", "2024-12-31")
        #expect(later.agreed.total == Amount(0))
        #expect(reasons(later).contains { $0.contains("begins anew upon merger") })
    }

    @Test func `a place that no one holds for certain makes what is due a range`() throws {
        let fee = added("fee", "amount: USD 1.00, per: P1Y")
        let left = "  - party-withdrew: { party: lantern, effective: { on: 2025-01-01 } }\n"
        let heir = try terms(
            "pay.it", fee,
            left
                + "  - party-succeeded: { party: lantern, successor: heir, name: Heir, effective: { between: [2026-01-01, 2026-12-31] } }\n"
        )
        #expect(try total(heir, "2026-01-01", "2026-12-31") == Amount(0, 100))
        #expect(try total(heir, "2027-01-01", "2027-12-31") == Amount(100))
        let back = try terms(
            "pay.it", fee,
            left
                + "  - party-admitted: { party: lantern, name: Lantern, effective: { on: 2026-01-01 } }\n"
        )
        #expect(try total(back, "2025-01-01", "2025-12-31") == Amount(0, 100))
        #expect(try total(back, "2026-01-01", "2026-12-31") == Amount(100))
    }

    // MARK: Waivers

    private func waiver(_ party: String, _ more: String = "") -> String {
        "  - right-waived: { term: pay.it, by: \(party), extent: sums below a limit, "
            + "effective: { on: 2025-01-01 }\(more) }\n"
    }

    @Test func `a waiver in words makes sums a range up to the full sum, and is named`() throws {
        let terms = try terms(
            "pay.it", added("royalty", "rate: 10% of revenue, per: P1Y") + waiver("lantern"))
        let years = [
            try figure(from: "2024-01-01", days: 366, 1_000),
            try figure(from: "2025-01-01", days: 365, 2_000, line: 3),
        ]
        let payable = try #require(Payable(terms, figures: years))
        // What had accrued before may be what is given up.
        #expect(payable.agreed.lines.map(\.amount) == [Amount(0, 100), Amount(0, 200)])
        #expect(payable.agreed.total == Amount(0, 300))
        #expect(reasons(payable).contains { $0.contains("lantern waived \"sums below a limit\"") })
    }

    @Test func `a waiver reaches all that is counted up to its end, and no period after it`()
        throws
    {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 12.00, per: P1Y")
                + waiver("lantern", ", lasts: { through: 2025-06-30 }"))
        let lines = try payable(terms, "2024-01-01", "2026-12-31").agreed.lines
        #expect(lines.map(\.amount) == [Amount(0, 1_200), Amount(0, 1_200), Amount(1_200)])
    }

    @Test func `a waiver of the whole of some days takes away their sums, and no others`() throws {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 12.00, per: P1Y")
                + waiver("lantern", ", period: 2025, share: whole"))
        #expect(try total(terms, "2024-01-01", "2026-12-31") == Amount(2_400))
        #expect(try total(terms, "2025-01-01", "2025-12-31") == .zero)
    }

    @Test(arguments: [", period: 2025", ", period: 2025, share: part"])
    func `a waiver of some days in words leaves the sums of other days as they are`(
        _ more: String
    ) throws {
        let terms = try terms(
            "pay.it", added("fee", "amount: USD 12.00, per: P1Y") + waiver("lantern", more))
        let lines = try payable(terms, "2024-01-01", "2026-12-31").agreed.lines
        #expect(lines.map(\.amount) == [Amount(1_200), Amount(0, 1_200), Amount(1_200)])
    }

    @Test func `a waiver of half of a period takes nothing for certain`() throws {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 12.00, per: P1Y")
                + waiver("lantern", ", period: 2025-01/2025-06, share: whole"))
        #expect(try total(terms, "2025-01-01", "2025-12-31") == Amount(0, 1_200))
    }

    @Test func `a waiver that names other fields lifts no cap`() throws {
        let terms = try terms(
            "pay.it",
            added("royalty", "rate: 10% of revenue, per: P1Y, cap: USD 1.50")
                + waiver("quill", ", obligations: [rate]"))
        let year = try figure(from: "2025-01-01", days: 365, 2_000)
        #expect(try #require(Payable(terms, figures: [year])).agreed.total == Amount(150))
    }

    @Test func `a payer's waiver lets no sum fall away, but may lift a cap`() throws {
        let terms = try terms(
            "pay.it",
            added("royalty", "rate: 10% of revenue, per: P1Y, cap: USD 1.50") + waiver("quill"))
        let year = try figure(from: "2025-01-01", days: 365, 2_000)
        #expect(try #require(Payable(terms, figures: [year])).agreed.total == Amount(150, 200))
    }

    @Test func `what is waived of what had accrued may count for less in a cap in total`() throws {
        let terms = try terms(
            "pay.it",
            added("revenue-share", "rate: 10% of revenue, cap: USD 10.00, cap-period: aggregate")
                + "  - amount-accrued: { term: pay.it, amount: USD 8.00, period: 2024 }\n"
                + waiver("lantern", ", lasts: { through: 2025-06-30 }"))
        let year = try figure(from: "2026-01-01", days: 365, 9_000)
        let payable = try #require(Payable(terms, figures: [year]))
        #expect(payable.agreed.total.high == 900)
        #expect(payable.before.reasons.contains { if case .waivable = $0 { true } else { false } })
    }

    // MARK: A new life

    @Test func `a new life counts its cap in total from nothing`() throws {
        let share = "rate: 10% of revenue, cap: USD 10.00, cap-period: aggregate"
        let terms = try terms(
            "pay.it",
            added("revenue-share", share)
                + "  - amount-accrued: { term: pay.it, amount: USD 8.00, period: 2024 }\n"
                + "  - term-removed: { term: pay.it, effective: { on: 2025-01-01 } }\n"
                + added("revenue-share", share, on: "2025-02-01"))
        let months = [
            try figure(from: "2024-01-01", days: 366, 8_000),
            try figure(from: "2025-02-01", days: 28, 9_000, line: 3),
        ]
        let both = try #require(Payable(terms, figures: months)).agreed
        #expect(both.lines.map(\.amount) == [Amount(800), Amount(900)])
        #expect(both.total == Amount(1_700))
        #expect(try #require(Payable(terms, figures: [months[1]])).agreed.total == Amount(900))
    }

    // MARK: What a sum rests on

    @Test func `an announced day, a doubtful day and a report are named among the reasons`() throws
    {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 12.00, per: P1M, ends: { through: 2025-06-30~ }")
                + "  - term-amended: { term: pay.it, set: { amount: USD 13.00 }, "
                + "effective: { announced: 2024-03-15 } }\n")
        let payable = try payable(terms, "2024-01-01", "2025-12-31")
        let said = reasons(payable)
        #expect(said.contains { $0.contains("it counts from 2024-03-15, when it was announced") })
        #expect(said.contains { $0.contains("2025-06-30~: it is counted as written") })
    }

    // MARK: Prices

    private func amended(_ amount: String, _ day: String) -> String {
        "  - term-amended: { term: pay.it, set: { amount: \(amount) }, effective: { on: \(day) } }\n"
    }

    @Test func `an amended price counts from its first day on and as it was changed`() throws {
        let terms = try terms(
            "pay.it", added("fee", "amount: AUD 750") + amended("AUD 1250", "2024-06-01"))
        #expect(try total(terms, "2024-01-01", "2024-12-31", "AUD") == Amount(125_000))
        #expect(try total(terms, "2024-01-01", "2024-05-31", "AUD") == Amount(75_000))
        #expect(try total(terms, "2024-06-01", "2024-12-31", "AUD") == Amount(50_000))
        #expect(
            reasons(try payable(terms, "2024-01-01", "2024-12-31", "AUD")).contains {
                $0.hasPrefix("the amount changes on 2024-06-01")
            })
    }

    @Test func `a price that falls may be paid back or not`() throws {
        let terms = try terms(
            "pay.it", added("fee", "amount: USD 12.00") + amended("USD 7.00", "2024-06-01"))
        #expect(try total(terms, "2024-01-01", "2024-12-31") == Amount(700, 1_200))
        #expect(try total(terms, "2024-06-01", "2024-12-31") == Amount(-500, 0))
    }

    @Test(arguments: [
        ("starts: { on: 2024-05 }", "2024-01-01", "2024-05-01"),
        ("ends: none", "2024-05", "2024-05-10"),
        ("starts: { on: 2024-05 }", "2024-01-01", "2024-05-31"),
    ])
    func `a price whose first day is imprecise may fall due on each of those days`(
        _ field: String, _ effective: String, _ other: Day
    ) throws {
        let terms = try terms(
            "pay.it",
            "  - term-added: { term: pay.it, kind: fee, effective: { on: \(effective) }, "
                + "set: { payer: quill, payee: lantern, amount: USD 9.00, \(field) } }\n"
                // Whatever else changes on a day in between.
                + added("fee", "amount: USD 1.00", "fee.other", on: "2024-05-08"))
        for days in [("2024-05-10", "2024-05-20"), (other, other)] as [(Day, Day)] {
            #expect(try total(terms, days.0, days.1) == Amount(0, 900))
        }
        let inside = try payable(terms, "2024-05-10", "2024-05-20")
        #expect(reasons(inside).contains { $0.contains("is in force is indeterminate") })
        let all = try payable(terms, "2024-04-01", "2024-12-31")
        #expect(all.agreed.total == Amount(900))
        #expect(
            all.agreed.lines.filter { $0.amount != .zero }.map(\.slice.days) == [
                "2024-05-01"..."2024-05-30", "2024-05-31"..."2024-05-31",
            ])
        #expect(try total(terms, "2024-04-01", "2024-04-30") == .zero)
        #expect(try total(terms, "2024-06-01", "2024-06-30") == .zero)
    }

    @Test(arguments: [("USD 12.00", Amount(0, 300)), ("USD 7.00", Amount(-200, 0))])
    func `a price may change on each day on which its change may take effect`(
        _ amount: String, _ change: Amount
    ) throws {
        let terms = try terms(
            "pay.it",
            added("fee", "amount: USD 9.00") + amended(amount, "2024-05")
                + added("fee", "amount: USD 1.00", "fee.other", on: "2024-05-08"))
        #expect(try total(terms, "2024-05-10", "2024-05-20") == change)
        #expect(try total(terms, "2024-01-01", "2024-04-30") == Amount(900))
    }

    @Test func `an amended commitment without a day is at most the highest that it was`() throws {
        let terms = try terms(
            "pay.it",
            added("minimum-commitment", "amount: AUD 750") + amended("AUD 1250", "2024-06-01"))
        #expect(try total(terms, "2024-01-01", "2024-12-31", "AUD") == Amount(0, 125_000))
        #expect(try total(terms, "2024-01-01", "2024-05-31", "AUD") == Amount(0, 75_000))
    }

    @Test func `a price fixed later bounds the days before, and what was paid is not due again`()
        throws
    {
        let price = added("fee", "amount: unknown") + amended("USD 100.00", "2025-01-01")
        let open = try terms("pay.it", price)
        #expect(try total(open, "2024-01-01", "2024-12-31") == Amount(0, 10_000))
        #expect(try total(open, "2024-01-01", "2025-12-31") == Amount(10_000))
        // What is withheld, and not open, may have been more.
        let withheld = try terms(
            "pay.it", added("fee", "amount: undisclosed") + amended("USD 100.00", "2025-01-01"))
        #expect(try total(withheld, "2024-01-01", "2025-12-31") == Amount(10_000, nil))
        let paid = try terms(
            "pay.it",
            price + "  - amount-accrued: { term: pay.it, amount: USD 100, period: 2025-01-01 }\n")
        #expect(try total(paid, "2024-01-01", "2024-12-31") == Amount(0))
        #expect(try total(paid, "2025-01-01", "2025-12-31") == Amount(10_000))
        #expect(try total(paid, "2026-01-01", "2026-12-31") == Amount(0))
        #expect(try payable(paid, "2026-01-01", "2026-12-31").before.amount == Amount(10_000))
    }

    @Test func `what was paid of a commitment is not due again`() throws {
        let terms = try terms(
            "pay.it",
            added("minimum-commitment", "amount: USD 10.00")
                + "  - amount-accrued: { term: pay.it, amount: USD 4, period: 2024-02-01 }\n")
        #expect(try total(terms, "2024-03-01", "2024-12-31") == Amount(0, 600))
    }

    @Test func `a waived price is due or not, unless it was paid`() throws {
        let waived = added("fee", "amount: USD 7.50") + waiver("lantern")
        #expect(try total(terms("pay.it", waived), "2024-01-01", "2025-12-31") == Amount(0, 750))
        let paid = try terms(
            "pay.it",
            waived + "  - amount-accrued: { term: pay.it, amount: USD 7.50, period: 2024-02 }\n")
        #expect(try total(paid, "2024-01-01", "2025-12-31") == Amount(750))
    }

    // MARK: Over a time

    @Test func `three payments of fifty are three`() throws {
        let terms = try terms("pay.it", added("fee", "amount: USD 50.00, per: P1M, over: P3M"))
        let payable = try payable(terms, "2024-01-01", "2024-12-31")
        #expect(
            payable.agreed.lines.prefix(3).map(\.amount)
                == Array(repeating: Amount(5_000), count: 3))
        #expect(payable.agreed.total == Amount(15_000))
    }

    @Test func `an amount over a time is spread over it, and ends with it`() throws {
        let terms = try terms("pay.it", added("fee", "amount: USD 366.00, over: P1Y"))
        #expect(try total(terms, "2024-01-01", "2024-01-31") == Amount(3_100))
        #expect(try total(terms, "2024-01-01", "2029-12-31") == Amount(36_600))
    }

    @Test func `a commitment for each year over three years is three times its amount`() throws {
        let terms = try terms(
            "pay.it", added("minimum-commitment", "amount: USD 10.00, per: P1Y, over: P3Y"))
        #expect(try total(terms, "2024-01-01", "2034-12-31") == Amount(3_000))
    }

    // MARK: References and currencies

    @Test func `an amount that refers to another has its currency and its doubts`() throws {
        let other = added("fee", "amount: CHF 9.00", "fee.other")
        let same = added("fee", "amount: { same-as: fee.other/amount }, per: P1Y")
        let terms = try terms("pay.it", other + same)
        #expect(terms.currencies.map(\.code) == ["CHF"])
        #expect(try total(terms, "2024-01-01", "2024-12-31", "CHF") == Amount(900))
        let open = try self.terms(
            "pay.it",
            other + same
                + "  - term-amended: { term: fee.other, set: { amount: CHF 5.00 }, "
                + "effective: { on: 2025-03 } }\n")
        #expect(
            try payable(open, "2025-03-10", "2025-03-10", "CHF").agreed.total
                == Amount(1, 2))
    }

    @Test(arguments: [
        ("XDR", "XDR 100", Int128(100_000_000)), ("KWD", "KWD 1.125", 1_125),
        ("JPY", "JPY 500", 500), ("CLF", "CLF 1.2345", 12_345),
    ])
    func `every currency is counted in its own decimals, and one without in millionths`(
        code: String, amount: String, units: Int128
    ) throws {
        let terms = try terms("pay.it", added("fee", "amount: \(amount)"))
        #expect(try total(terms, "2024-01-01", "2024-12-31", code) == Amount(units))
        let currency = try #require(Currency(code))
        #expect(MinorUnits.money(units, currency) == Money(amount))
        #expect(MinorUnits.money(units, currency)?.description == amount)
    }

    @Test func `more decimals than are counted leave a unit open`() throws {
        let terms = try terms("pay.it", added("fee", "amount: USD 0.125"))
        #expect(try total(terms, "2024-01-01", "2024-12-31") == Amount(12, 13))
    }

    // MARK: Reports and life

    @Test func `a report never replaces what is agreed, nor enters its sum`() throws {
        let terms = try terms(
            "pay.it", added("fee", "amount: USD 100.00"),
            "  - value-reported: { term: pay.it, field: amount, value: USD 90.00 }\n",
            kind: "report")
        let payable = try payable(terms, "2024-01-01", "2024-12-31")
        #expect(payable.agreed.total == Amount(10_000))
    }

    @Test func `payments end with the term's life, and are open while its end is`() throws {
        let terms = try terms(
            "pay.it", added("fee", "amount: USD 366.00, per: P1Y, ends: { through: 2024-06 }"))
        #expect(try total(terms, "2024-01-01", "2024-12-31") == Amount(15_300, 18_200))
        let year = try payable(terms, "2024-01-01", "2024-12-31")
        #expect(reasons(year).contains { $0.contains("indeterminate") })
        #expect(try total(terms, "2024-07-01", "2024-12-31") == Amount(0))
    }

    @Test func `a least over the whole life is settled where the life may end`() throws {
        func share(_ end: String) throws -> [Amount] {
            let terms = try terms(
                "pay.it",
                added("revenue-share", "rate: 10% of revenue, ends: { through: \(end) }")
                    + "  - term-added: { term: floor.it, kind: floor, set: "
                    + "{ on: pay.it, amount: USD 50.00, period: aggregate } }\n")
            let year = try figure(from: "2024-01-01", days: 366, 10_000)
            return try #require(Payable(terms, figures: [year])).agreed.lines.map(\.amount)
        }
        #expect(try share("2024-12-31") == [Amount(5_000)])
        #expect(try share("2024-11-15").first?.low == 5_000)
        #expect(try share("2024-12").first?.high == 5_000)
        #expect(try share("2024-12").first?.low ?? 0 < 1_000)
        #expect(try share("2025-12-31") == [Amount(1_000)])
    }
}
