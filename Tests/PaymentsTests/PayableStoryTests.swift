import Amendments
import DeedbookTesting
import Journal
import Ledger
import Payments
import Terms
import Testing

/// The amounts that invented agreements pay, read through the fold.
@Suite struct PayableStoryTests {
    private let agreement: AgreementID = "quill-lantern"

    /// A recording of the agreement with one term, and with amendments of it.
    private func story(
        _ terms: String, _ amendments: [String] = [], _ reports: [String] = []
    ) throws -> Story {
        let texts = amendments.enumerated().map { number, events in
            """
            recording: 2024-01-02-amendment-\(number)
            agreement: quill-lantern
            instrument: { kind: amendment, title: Amendment \(number), effective: { on: 2024-01-02 } }
            disclosed: 2024-01-02
            sources: [{ id: text, grade: executed-text, publisher: invented for tests }]
            events:

            """ + events
        }
        return try given(yaml: [QuillAndLantern.opening + terms] + texts + reports)
    }

    private func terms(_ term: TermID, of story: Story, asOn day: Day? = nil) throws
        -> TermsOfPayment
    {
        let vantage = Vantage(on: "2024-06-01")
        let reading = AgreementReading(agreement, history: story.events, from: vantage)
        return try #require(
            TermsOfPayment(
                term, in: reading, from: vantage, resolved: QuillAndLantern.resolved, asOn: day))
    }

    private func fee(_ fields: String) throws -> Story {
        try story(
            """
              - term-added:
                  term: fee.care
                  kind: fee
                  set: { payer: quill, payee: lantern, \(fields) }
            """)
    }

    private func lines(_ payable: Payable?) throws -> [Amount] {
        try #require(payable).agreed.lines.map(\.amount)
    }

    private var dollars: Currency { get throws { try #require(Currency("USD")) } }

    // MARK: Fees

    @Test func `a fee for each period is its amount, and a part of one by its days`() throws {
        let terms = try terms("fee.care", of: fee("amount: USD 366.00, per: P1Y"))
        let payable = try Payable(terms, from: "2024-01-01", to: "2025-01-01", in: dollars)
        // 2024 has 366 days; one day of 2025 is 1/365 of 366.00.
        #expect(try lines(payable) == [Amount(36_600), Amount(100)])
    }

    @Test func `a fee without a period is owed once, on the first day of the term`() throws {
        let terms = try terms("fee.care", of: fee("amount: USD 9.00"))
        #expect(
            try lines(Payable(terms, from: "2023-12-31", to: "2024-01-02", in: dollars))
                == [Amount.zero, Amount(900), Amount.zero])
        #expect(
            try lines(Payable(terms, from: "2024-01-02", to: "2024-12-31", in: dollars))
                == [Amount.zero])
    }

    @Test func `what is due from a party that left, or to it, may be nothing`() throws {
        let story = try story(
            """
              - term-added:
                  term: fee.care
                  kind: fee
                  set: { payer: quill, payee: lantern, amount: USD 9.00, per: P1Y }
            """,
            [
                """
                  - party-withdrew: { party: quill, effective: { on: 2025-01-01 } }
                """
            ])
        let payable = try #require(
            try Payable(
                terms("fee.care", of: story), from: "2024-01-01", to: "2025-12-31", in: dollars))
        #expect(try lines(payable) == [Amount(900), Amount(0, 900)])
        #expect(
            payable.agreed.paymentSpans.last?.reasons == [
                "quill has left the agreement (2024-01-02-amendment-0#1): "
                    + "whether fee.care is still paid is not stated"
            ])
    }

    @Test func `a fee that no one states is any amount, and says so`() throws {
        let terms = try terms("fee.care", of: fee("amount: undisclosed, per: P1M"))
        let payable = try Payable(terms, from: "2024-01-01", to: "2024-01-31", in: dollars)
        #expect(try lines(payable) == [Amount(0, nil)])
        #expect(
            payable?.agreed.paymentSpans.first?.reasons
                == ["fee.care/amount is undisclosed: any amount"])
    }

    @Test(arguments: [
        ("by-days", Amount(15_016)), ("at-period-start", Amount(10_000)),
        ("at-period-end", Amount(20_000)),
        ("undisclosed", Amount(10_000, 20_000)),
    ])
    func `a change inside a period counts as the terms say`(rule: String, comes: Amount) throws {
        let story = try story(
            """
              - term-added:
                  term: fee.care
                  kind: fee
                  set:
                    { payer: quill, payee: lantern, amount: USD 100.00, per: P1Y,
                      proration: \(rule) }
            """,
            [
                """
                  - term-amended:
                      term: fee.care
                      set: { amount: USD 200.00 }
                      effective: { on: 2024-07-01 }
                """
            ])
        let payable = try Payable(
            terms("fee.care", of: story), from: "2024-01-01", to: "2024-12-31", in: dollars)
        // 182 days at 100 and 184 at 200, of 366: 150.27 rounded.
        let expected = rule == "by-days" ? Amount(15_027) : comes
        #expect(try lines(payable) == [expected])
    }

    @Test func `a fee whose period no one states is any amount in any time`() throws {
        let terms = try terms("fee.care", of: fee("amount: USD 9.00, per: unknown"))
        #expect(
            try lines(Payable(terms, from: "2024-01-02", to: "2024-12-31", in: dollars))
                == [Amount(0, nil)])
    }

    // MARK: Commitments

    private func commitment(_ fields: String) throws -> TermsOfPayment {
        try terms(
            "buy.power",
            of: story(
                """
                  - term-added:
                      term: buy.power
                      kind: minimum-commitment
                      set: { obligor: quill, beneficiary: lantern, \(fields) }
                """))
    }

    @Test func `a commitment is its amount in each period, whatever is spent`() throws {
        let terms = try commitment("amount: USD 1000.00, per: P1Y")
        let payable = try Payable(terms, from: "2024-01-01", to: "2025-12-31", in: dollars)
        #expect(try lines(payable) == [Amount(100_000), Amount(100_000)])
    }

    @Test func `with what was spent a commitment is that, and at the end the shortfall`()
        throws
    {
        let terms = try commitment("amount: USD 10.00, per: P1Y")
        let halves = [
            try figure(from: "2024-01-01", days: 182, 300),
            try figure(from: "2024-07-01", days: 184, 400, line: 3),
            try figure(from: "2025-01-01", days: 181, 50, line: 4),
        ]
        let payable = Payable(terms, figures: halves)
        // 2024: 3.00 and 4.00 are spent, and 3.00 is missing to 10.00. 2025 is not over.
        #expect(try lines(payable) == [Amount(300), Amount(700), Amount(50)])
        #expect(payable?.agreed.lines.last?.reasons.count == 1)
        #expect(payable?.agreed.lines[1].parts.last?.cause == .floor)
    }

    @Test func `a whole amount is spread by days over its time, and says that it is`() throws {
        let terms = try commitment("amount: USD 731.00, over: P2Y")
        let payable = try Payable(terms, from: "2024-01-01", to: "2024-12-31", in: dollars)
        #expect(try lines(payable) == [Amount(36_600)])
        #expect(
            payable?.agreed.paymentSpans.first?.reasons == [
                "spread evenly by days over 2 years from 2024-01-01: no other schedule is stated"
            ])
    }

    @Test func `an amount with neither period nor time falls due some day, and which is not known`()
        throws
    {
        let terms = try commitment("amount: USD 5.00")
        let payable = try Payable(terms, from: "2024-01-01", to: "2030-12-31", in: dollars)
        #expect(try lines(payable) == [Amount(0, 500)])
    }

    // MARK: Royalties

    @Test
    func `a yearly minimum is owed at the end of the year, and a yearly cap as it is reached`()
        throws
    {
        func royalty(_ bound: String) throws -> [Amount] {
            let story = try story(
                """
                  - term-added:
                      term: royalty.lamp
                      kind: royalty
                      set: { payer: quill, payee: lantern, rate: 10% of revenue, per: P1Y, \(bound) }
                """)
            let quarters = [
                try figure(from: "2024-01-01", days: 91, 1_000),
                try figure(from: "2024-04-01", days: 91, 2_000, line: 3),
                try figure(from: "2024-07-01", days: 92, 3_000, line: 4),
                try figure(from: "2024-10-01", days: 92, 4_000, line: 5),
            ]
            return try lines(Payable(terms("royalty.lamp", of: story), figures: quarters))
        }
        #expect(try royalty("minimum: USD 12.00").map(\.low) == [100, 200, 300, 600])
        #expect(try royalty("cap: USD 5.00").map(\.low) == [100, 200, 200, 0])
        #expect(try royalty("cap: undisclosed").map(\.high) == [100, 200, 300, 400])
    }

    @Test(arguments: [
        ("royalty", "minimum: USD 12.00"), ("revenue-share", "floor: USD 12.00"),
    ])
    func `a least of which it is not stated for which time it is owed counts once a line, or not`(
        _ kind: String, _ bound: String
    ) throws {
        let story = try story(
            """
              - term-added:
                  term: pay.lamp
                  kind: \(kind)
                  set: { payer: quill, payee: lantern, rate: 10% of revenue, \(bound) }
            """)
        let years = [
            try figure(from: "2024-01-01", days: 366, 1_000),
            try figure(from: "2025-01-01", days: 365, 20_000, line: 3),
        ]
        let payable = try #require(Payable(terms("pay.lamp", of: story), figures: years))
        #expect(try lines(payable) == [Amount(100, 1_200), Amount(2_000)])
        #expect(payable.agreed.total == Amount(2_100, 3_200))
        #expect(
            payable.agreed.paymentSpans.allSatisfy { paymentSpan in
                paymentSpan.reasons.contains { $0.hasPrefix("over which period the ") }
            })
    }

    @Test func `figures that begin inside a year may meet a cap that is used up`() throws {
        let story = try story(
            """
              - term-added:
                  term: royalty.lamp
                  kind: royalty
                  set: { payer: quill, payee: lantern, rate: 10% of revenue, per: P1Y, cap: USD 5.00 }
            """)
        let late = [try figure(from: "2024-07-01", days: 184, 9_000)]
        let payable = Payable(try terms("royalty.lamp", of: story), figures: late)
        #expect(try lines(payable) == [Amount(0, 500)])
        #expect(payable?.agreed.lines.first?.reasons.count == 1)
    }

    @Test func `a floor over the whole life is settled when the life ends`() throws {
        let story = try story(
            """
              - term-added:
                  term: share.light
                  kind: revenue-share
                  set:
                    { payer: quill, payee: lantern, rate: 10% of revenue, ends: { through: 2025-06-30 } }
              - term-added:
                  term: floor.light
                  kind: floor
                  set: { on: share.light, amount: USD 50.00, period: aggregate }
            """)
        let terms = try terms("share.light", of: story)
        let first = try figure(from: "2024-01-01", days: 366, 10_000)
        let last = try figure(from: "2025-01-01", days: 181, 10_000, line: 3)
        #expect(try lines(Payable(terms, figures: [first])) == [Amount(1_000)])
        #expect(
            try lines(Payable(terms, figures: [first, last])) == [Amount(1_000), Amount(4_000)])
    }

    // MARK: Reports

    @Test func `reports of one grade that differ all count, a worse one does not`() throws {
        func report(_ id: String, _ grade: String, _ rate: String) -> String {
            """
            recording: 2024-02-0\(id)-report
            agreement: quill-lantern
            instrument: { kind: report, title: Report \(id), effective: { on: 2024-01-01 } }
            disclosed: 2024-02-0\(id)
            sources: [{ id: press, grade: \(grade), publisher: invented for tests }]
            events:
              - value-reported: { term: share.light, field: rate, value: \(rate) }
            """
        }
        let told = try story(
            """
              - term-added:
                  term: share.light
                  kind: revenue-share
                  set: { payer: quill, payee: lantern, rate: undisclosed }
            """, [],
            [
                report("1", "named-press", "10% of revenue"),
                report("2", "named-press", "20% of revenue"),
                report("3", "unnamed-source", "50% of revenue"),
            ])
        let month = try figure(from: "2024-03-01", days: 31, 1_000)
        let payable = Payable(try terms("share.light", of: told), figures: [month])
        #expect(try lines(payable) == [Amount(0, 1_000)])
        #expect(payable?.reported?.lines.map(\.amount) == [Amount(100, 200)])
    }

    // MARK: Change

    @Test func `an added cap can only lower the amount of a share, though the rate is not stated`()
        throws
    {
        let story = try story(
            """
              - term-added:
                  term: share.light
                  kind: revenue-share
                  set: { payer: quill, payee: lantern, rate: undisclosed }
            """,
            [
                """
                  - term-amended:
                      term: share.light
                      set: { cap: undisclosed, cap-period: aggregate }
                      effective: { on: 2024-07-01 }
                """
            ])
        let year = [try figure(from: "2024-01-01", days: 366, 1_000)]
        let now = try #require(Payable(try terms("share.light", of: story), figures: year))
        let then = try #require(
            Payable(try terms("share.light", of: story, asOn: "2024-06-30"), figures: year))
        let change = now.agreed.change(from: then.agreed)
        #expect(change.low == -1_000)
        #expect(change.high == 0)
        let back = then.agreed.change(from: now.agreed)
        #expect(back.low == 0)
        #expect(back.high == 1_000)
    }
}
