import Effort
import Notation
import Terms
import Testing

struct ExactDecimalTests {
    static let nines = String(repeating: "9", count: 38)

    @Test(arguments: [
        "0", "0.00", "7", "10.50", "-3", "-0.01", "38000000000", "0.1", "100", nines, "-" + nines,
        "0." + nines, "12345678901234567890.123456789012345678",
        "0." + String(repeating: "0", count: 37) + "1",
    ])
    func `a number stays as it was written`(text: String) throws {
        let number = try #require(ExactDecimal(text))
        #expect(number.description == text)
        try expectRoundTrip(number, ExactDecimal.codec)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "01", "00", "+1", "1e3", "1E3", "1,000", "1 000", "1_000", " 1",
        "1 ", "-0", "-0.00", "0x10", "1.2.3", "--1", "NaN", "inf", "٣", "1" + nines, nines + ".0",
        "0." + nines + "0",
    ])
    func `exponents, separators and needless signs are refused`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func `a JSON number is refused, for readers round it`() throws {
        let found = problems(reading: try JSONReader.read("10"), ExactDecimal.codec)
        #expect(found.count == 1)
    }

    @Test func `numbers are equal by value`() throws {
        let short = try #require(ExactDecimal("10.5" as String))
        let long = try #require(ExactDecimal("10.500" as String))
        #expect(short == long)
        #expect(short.hashValue == long.hashValue)
        #expect(short.description != long.description)
        #expect(long.scale == 3)
        #expect(ExactDecimal("0.00" as String) == ExactDecimal(0))
        #expect(ExactDecimal("100" as String) != ExactDecimal("10" as String))
    }

    @Test(arguments: [
        ("-1", "0"), ("-2", "-1"), ("-0.5", "-0.49"), ("0.1", "0.11"), ("9.99", "10"),
        ("-" + nines, nines), ("0." + nines, "1"), ("1.000000000000000000000000000001", "1.1"),
        (nines, "0." + nines),
    ])
    func `order is by value at any scale`(first: String, second: String) throws {
        let left = try #require(ExactDecimal(first))
        let right = try #require(ExactDecimal(second))
        let isReversed = first == Self.nines
        #expect((left < right) == !isReversed)
        #expect((right < left) == isReversed)
    }

    @Test(
        arguments: [
            ("0.1", "0.2", "0.3", "-0.1", "0.02"),
            ("10.50", "0.5", "11.00", "10.00", "5.250"),
            ("-3", "3", "0", "-6", "-9"),
            (
                "99999999999999999999.99", "0.01", "100000000000000000000.00",
                "99999999999999999999.98", nil
            ),
            ("38000000000", "0.0001", "38000000000.0001", "37999999999.9999", "3800000.0000"),
        ] as [(String, String, String, String, String?)])
    func `arithmetic is exact and keeps the scale`(
        first: String, second: String, sum: String, difference: String, product: String?
    ) throws {
        let left = try #require(ExactDecimal(first))
        let right = try #require(ExactDecimal(second))
        #expect((left + right).description == sum)
        #expect((right + left).description == sum)
        #expect((left - right).description == difference)
        if let product { #expect((left * right).description == product) }
    }

    @Test func `sums agree with whole numbers of the smallest unit`() throws {
        var random = Seeded(7)
        for _ in 0..<2000 {
            let (first, second) = (
                Int.random(in: -1_000_000...1_000_000, using: &random),
                Int.random(in: -1_000_000...1_000_000, using: &random)
            )
            let cent = try #require(ExactDecimal("0.01" as String))
            let (left, right) = (ExactDecimal(first) * cent, ExactDecimal(second) * cent)
            #expect(left + right == ExactDecimal(first + second) * cent)
            #expect(left - right == ExactDecimal(first - second) * cent)
            #expect(left * right == ExactDecimal(first * second) * cent * cent)
            #expect((left < right) == (first < second))
            #expect(left + right - right == left)
        }
    }

    @Test func `a sum of more than 38 digits is no number`() throws {
        let largest = try #require(ExactDecimal(Self.nines))
        let small = try #require(ExactDecimal("0.1" as String))
        #expect(largest.adding(ExactDecimal(1)) == nil)
        #expect(largest.adding(largest) == nil)
        #expect(largest.adding(small) == nil)
        #expect(largest.adding(ExactDecimal(0)) == largest)
        #expect(largest.adding(try #require(ExactDecimal("0.00" as String))) == largest)
        #expect(largest.adding(ExactDecimal(-1)) != nil)
    }

    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1000000.5000", "-1,000,000.5000"),
        ("38000000000", "38,000,000,000"), ("0.123456", "0.123456"),
    ])
    func `people read commas between thousands`(text: String, words: String) {
        #expect(ExactDecimal(text)?.displayText == words)
    }
}
