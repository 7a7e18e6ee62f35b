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
        "USD 1e9", "$10", "US 10", "USDT 10", "USD\t10", "DEM 10", "BTC 1", "USD ten", "€ 10",
    ])
    func `anything else is no money`(text: String) {
        #expect(Money(text) == nil)
    }

    @Test(arguments: [
        ("DEM 10", "'DEM' is no current currency of ISO 4217"),
        (
            "38bn", "expected a currency and an amount without separators, such as USD 38000000000"
        ),
        (
            "USD 1,000",
            "expected a currency and an amount without separators, such as USD 38000000000"
        ),
    ])
    func `what is wrong with an amount is told`(text: String, hint: String) {
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
            ("XXX", nil),
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
        #expect(Currency("HRK") == nil)
        #expect(Currency("usd") == nil)
    }
}
