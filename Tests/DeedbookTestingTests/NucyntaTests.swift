import Amendments
import DeedbookTesting
import Ledger
import Payments
import Terms
import Testing

/// The real record of Collegium's licence of Nucynta: royalties by tiers, amended, until the licensee bought what was
/// licensed.
struct NucyntaTests {
    static let story = Result { try given(folder: "\(ExampleTests.events)/collegium-nucynta") }
    static let royalty: TermID = "royalty.nucynta"

    static let answers: [Answer] = [
        Answer("2018-01-08", "license.nucynta", .status(.notYet)),
        Answer("2018-01-09", "license.nucynta", .status(.inForce)),
        Answer("2018-06-30", "license.nucynta", .field(.exclusivity, "exclusive")),
        Answer("2018-06-30", "license.nucynta", .field(.territories, "only pr, us")),
        Answer("2018-01-08", "fee.license", .status(.inForce)),
        Answer("2018-01-09", "fee.license", .status(.ended)),
        Answer(
            "2018-12-31", royalty,
            .field(
                .tiers,
                "0% up to USD 233,000,000, 25% up to USD 258,000,000, 17.5% above, of net sales, "
                    + "marginal, per-period")),
        Answer(
            "2019-01-01", royalty,
            .field(
                .tiers,
                "65% up to USD 180,000,000, 14% up to USD 210,000,000, 58% up to USD 233,000,000, "
                    + "20% up to USD 258,000,000, 15% above, of net sales, marginal, per-period")),
        Answer(
            "2019-06-30", by: "2018-10-31", royalty,
            .field(
                .tiers,
                "0% up to USD 233,000,000, 25% up to USD 258,000,000, 17.5% above, of net sales, "
                    + "marginal, per-period")),
        Answer("2018-12-31", "fee.minimum-royalty", .field(.amount, "USD 33,750,000")),
        Answer("2018-12-31", "fee.minimum-royalty", .status(.inForce)),
        Answer("2019-01-01", "fee.minimum-royalty", .status(.ended)),
        Answer("2018-12-03", by: "2018-10-31", "termination.collegium", .status(.notYet)),
        Answer("2018-12-15", by: "2018-10-31", "termination.collegium", .status(.indeterminate)),
        Answer("2019-01-09", by: "2018-10-31", "termination.collegium", .status(.inForce)),
        Answer("2019-01-09", "termination.collegium", .status(.notYet)),
        Answer("2018-11-07", "warrant", .status(.notYet)),
        Answer("2018-11-08", "warrant", .field(.quantity, "1,041,667")),
        Answer("2018-11-08", "warrant", .field(.exercisePrice, "USD 19.20")),
        Answer("2020-02-12", royalty, .status(.inForce)),
        Answer("2020-02-13", royalty, .status(.ended)),
        Answer("2020-02-12", "royalty.grunenthal", .field(.rate, "unknown")),
        Answer("2020-02-13", "royalty.grunenthal", .field(.rate, "14% of net sales")),
        Answer("2020-02-13", "royalty.grunenthal", .status(.inForce)),
        Answer("2020-02-13", "warrant", .status(.inForce)),
        Answer("2020-02-13", "license.nucynta", .status(.ended)),
        Answer("2020-02-13", "sale.nucynta", .status(.ended)),
        Answer("2022-06-01", "royalty.nucynta-from-2022", .status(.ended)),
    ]

    @Test(arguments: answers)
    func `Nucynta`(_ answer: Answer) throws {
        answer.check(try Self.story.get())
    }

    /// Sales are invented, rates are not: of USD 240 million, 65% of the first 180, 14% of the next 30, 58% of the next
    /// 23 and 20% of the last 7.
    @Test func `what is due on sales climbs through the steps of each year`() throws {
        let figures = try FiguresFile.read(
            """
            period,base,amount
            2018-01-09/2018-12-31,net sales,USD 240000000
            2019,net sales,USD 240000000
            2020-01-01/2020-02-12,net sales,USD 20000000

            """)
        let payable = try #require(Payable(try Self.terms(Self.royalty), figures: figures))
        #expect(
            payable.agreed.lines.map(\.amount)
                == [Amount(175_000_000), Amount(13_594_000_000), Amount(1_300_000_000)])
    }

    @Test func `two amendments are known of and were not read, and each says so`() throws {
        let term = try Self.story.get().on("2018-12-31").copy.term(Self.royalty)
        let unread = (term?.reasons ?? []).filter {
            if case .notRead = $0 { true } else { false }
        }
        #expect(unread.count == 2)
    }

    @Test func `the licensor has another name from the third amendment on`() throws {
        func name(_ day: Day) throws -> String? {
            try Self.story.get().on(day).copy.parties.first { $0.id == "depomed" }?.name
        }
        #expect(try name("2018-11-07") == "Depomed, Inc.")
        #expect(try name("2018-11-08") == "Assertio Therapeutics, Inc.")
    }

    private static func terms(_ term: TermID) throws -> TermsOfPayment {
        let events = try story.get().events
        let vantage = Vantage(on: "2020-02-12")
        let reading = AgreementReading("collegium-nucynta", history: events, from: vantage)
        let resolved = ResolvedPoint(
            position: nil, governing: nil, hiddenByDisclosure: 0, hiddenByPosition: 0)
        return try #require(
            TermsOfPayment(term, in: reading, from: vantage, resolved: resolved))
    }
}
