import Terms
import Testing

struct WrittenAmountTests {
    @Test(arguments: [
        ("USD 1,000", "USD 1000"), ("USD 1,000,000.50", "USD 1000000.50"),
        ("EUR 1.000.000,50", "EUR 1000000.50"), ("CHF 1’000’000", "CHF 1000000"),
        ("CHF 1'000.50", "CHF 1000.50"), ("SEK 1 000 000", "SEK 1000000"),
        ("NOK 10\u{A0}000", "NOK 10000"), ("INR 1,00,000", "INR 100000"), ("EUR 10,5", "EUR 10.5"),
        ("EUR -1,000", "EUR -1000"),
    ])
    func `an amount with separators is stated without them`(written: String, plain: String) {
        #expect(Money(plain) != nil)
        #expect(WrittenAmount.hint(for: written) == "amounts have no separators: write \(plain)")
    }

    @Test(arguments: ["ten dollars", "USD 1000", "USD ,000", "USD 1,0,0", "USD 1.000,00,0", ""])
    func `what is not clear is left as it is`(written: String) {
        #expect(WrittenAmount.hint(for: written) == nil)
    }
}
