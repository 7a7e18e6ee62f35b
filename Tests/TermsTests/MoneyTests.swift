import Notation
import Terms
import Testing

struct MoneyTests {
    @Test(arguments: [
        ("USD 38000000000", "USD 38,000,000,000"), ("USD 10.50", "USD 10.50"),
        ("JPY 100", "JPY 100"), ("EUR -5", "EUR -5"), ("USD 0.00125", "USD 0.00125"),
        ("XAU 12.5", "XAU 12.5"),
    ])
    func `money is a currency and an exact amount`(text: String, words: String) throws {
        let money = try #require(Money(text))
        #expect(money.description == text)
        #expect(money.displayText == words)
        try expectRoundTrip(money, Money.codec)
    }

    @Test(arguments: [
        "", "USD", "USD ", "USD10", "10 USD", "usd 10", "USD  10", "USD 10 ", "USD 1,000",
        "USD 1e9", "$10", "US 10", "USDT 10", "USD\t10", "QQQ 10", "BTC 1", "USD ten", "€ 10",
    ])
    func `anything else is no money`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test(arguments: [
        ("QQQ 10", "'QQQ' is no currency of ISO 4217, current or withdrawn"),
        (
            "38bn", "expected a currency and an amount without separators, such as USD 38000000000"
        ),
        ("USD 1,000", "amounts have no separators: write USD 1000"),
    ])
    func `what is wrong with an amount is reported`(text: String, hint: String) {
        let found = problems(reading: Node(.plain(text)), Money.codec)
        #expect(found.map(\.message) == ["\(text) is not an amount of money"])
        #expect(found.map(\.hint) == [hint])
    }

    @Test func `equal amounts of other currencies differ`() {
        #expect(Money("USD 10") == Money("USD 10.00"))
        #expect(Money("USD 10") != Money("EUR 10"))
    }

    @Test func `only one currency adds up`() throws {
        let ten = try #require(Money("USD 10.50"))
        #expect(ten.adding(try #require(Money("USD 0.5")))?.description == "USD 11.00")
        #expect(ten.adding(try #require(Money("EUR 0.5"))) == nil)
    }

    @Test(
        arguments: [
            ("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("EUR", 2), ("ISK", 0), ("XAU", nil),
            ("XXX", nil), ("DEM", 2), ("ITL", 0), ("BYR", 0), ("BGN", 2), ("YDD", nil),
            ("XFU", nil),
        ] as [(String, Int?)])
    func `the smallest unit of a currency is known`(code: String, minorUnits: Int?) throws {
        #expect(try #require(Currency(code)).minorUnits == minorUnits)
    }

    @Test func `the list is whole and well formed`() {
        #expect(Currency.allCodes.count == 178)
        #expect(
            Currency.allCodes.allSatisfy { code in
                code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
            })
        #expect(Currency("XCG") != nil)
        #expect(Currency("usd") == nil)
        #expect(Currency.retiredCodes.count == 129)
        #expect(Set(Currency.retiredCodes).isDisjoint(with: Currency.allCodes))
    }

    @Test(
        arguments: [
            ("ANG", nil, "2025-06-30"), ("BGN", "1999-07-05", "2026-01-31"),
            ("BYR", "2000-01-01", "2017-01-31"), ("CUC", "1994-01-01", "2021-06-30"),
            ("DEM", nil, "2002-03-31"), ("FRF", nil, "2002-03-31"),
            ("HRK", "1994-05-30", "2023-01-31"), ("LTL", "1993-06-25", "2014-12-31"),
            ("MRO", nil, "2018-06-30"), ("STD", nil, "2017-12-31"),
            ("VEF", "2008-01-01", "2018-08-31"), ("ZWL", "2009-02-02", "2024-09-30"),
            ("EUR", nil, nil), ("USD", nil, nil),
        ] as [(String, String?, String?)])
    func `a withdrawn currency has the days on which it lived`(
        code: String, first: String?, last: String?
    ) throws {
        let currency = try #require(Currency(code))
        #expect(currency.firstDay?.description == first)
        #expect(currency.lastDay?.description == last)
    }
}
