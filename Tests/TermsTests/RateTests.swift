import Notation
import Terms
import Testing

struct RateTests {
    @Test(arguments: [
        ("20% of total revenue", 200_000, "20% of total revenue"),
        ("6.50% of net sales", 65_000, "6.5% of net sales"),
        ("0.0001% of x", 1, "0.0001% of x"),
        ("150 ppm of x", 150, "0.015% of x"),
        ("0% of x", 0, "0% of x"),
        ("0 ppm of x", 0, "0% of x"),
        ("100% of x", 1_000_000, "100% of x"),
        ("250% of x", 2_500_000, "250% of x"),
        ("27% of OpenAI Group PBC", 270_000, "27% of OpenAI Group PBC"),
        ("1/4 of x", 250_000, "25% of x"),
        ("12 1/2% of x", 125_000, "12.5% of x"),
        ("5% of 10% of x", 50_000, "5% of 10% of x"),
        ("1% of Erträge", 10_000, "1% of Erträge"),
    ])
    func `a rate is parts per million of a named base`(
        text: String, parts: Int, canonical: String
    ) throws {
        let rate = try #require(Rate(text))
        #expect(rate.share == Fraction(Int128(parts), over: 1_000_000))
        #expect(rate.description == canonical)
        #expect(Rate(canonical) == rate)
        try expectRoundTrip(rate, Rate.codec)
    }

    @Test(arguments: [
        "", "20%", "20% of", "20% of ", "20 % of x", "20 of x", "20% von x", "-1% of x",
        "+1% of x", "01% of x", "1.% of x", ".5% of x", "0.00001% of x", "1.23456% of x",
        "1e1% of x", "20% of  x", "20% of x ", "20% of x\ny", "1.5 ppm of x", "20percent of x",
        "0.2 of x", "100001% of x", "99999999999% of x", "1/0 of x", "1 /3 of x", "1/3",
        "1/3% of x",
        "33 3/3% of x", "1/3000000000 of x", "2001/2 of x", "-1/3 of x", "1.5/3 of x",
    ])
    func `a rate without a base or finer than a part is refused`(text: String) {
        #expect(Rate(text) == nil)
    }

    @Test(arguments: [
        ("1/3 of net sales", "1/3 of net sales"), ("2/6 of net sales", "1/3 of net sales"),
        ("33 1/3% of net sales", "1/3 of net sales"), ("66 2/3% of x", "2/3 of x"),
        ("4/3 of cost", "4/3 of cost"), ("0 1/3% of x", "1/300 of x"), ("0/7 of x", "0% of x"),
        ("3/3 of x", "100% of x"),
    ])
    func `a share that no percentage says is a fraction in lowest terms`(
        text: String, canonical: String
    ) throws {
        let rate = try #require(Rate(text))
        #expect(rate.description == canonical)
        #expect(Rate(canonical) == rate)
        try expectRoundTrip(rate, Rate.codec)
    }

    @Test func `three thirds are the whole, and a third is no percentage`() throws {
        let third = try #require(Rate("1/3 of x"))
        #expect(third.share + third.share + third.share == .one)
        #expect(try third != #require(Rate("33.3333% of x")))
        #expect(try third.share > #require(Rate("33.3333% of x")).share)
    }

    @Test func `percentages count in ten thousands of parts`() throws {
        for parts in stride(from: 0, through: 1_000_000, by: 997) {
            let rate = try #require(Rate(partsPerMillion: parts, base: "x"))
            #expect(Rate(rate.description) == rate)
            #expect(Rate("\(parts) ppm of x") == rate)
        }
    }

    @Test func `a share is at most the whole`() throws {
        let share = FieldType.rate(allowsOver100: false).codec
        let any = FieldType.rate(allowsOver100: true).codec
        let over = Node.string("100.0001% of x")
        #expect(
            problems(reading: over, share).map(\.message)
                == ["100.0001% is more than the whole of x"])
        #expect(try any.decode(over) == .rate(try #require(Rate("100.0001% of x"))))
        #expect(try share.decode(.string("100% of x")).displayText == "100% of x")
    }

    @Test func `parts and base are checked without a text too`() {
        #expect(Rate(partsPerMillion: -1, base: "x") == nil)
        #expect(Rate(partsPerMillion: 1, base: "") == nil)
        #expect(Rate(partsPerMillion: 1, base: " x") == nil)
    }
}
