import Notation
import Terms
import Testing

struct UnitPriceTests {
    @Test(arguments: [
        ("USD 2.50 per wafer", "USD 2.50 per wafer"),
        ("USD 1250 per tonne of silicon", "USD 1,250 per tonne of silicon"),
        ("EUR 0.0063 per kilowatt-hour", "EUR 0.0063 per kilowatt-hour"),
        ("USD 0 per first copy", "USD 0 per first copy"),
    ])
    func `a unit price is an exact amount of a named unit`(text: String, words: String) throws {
        let price = try #require(UnitPrice(text))
        #expect(price.description == text)
        #expect(price.displayText == words)
        try expectRoundTrip(price, UnitPrice.codec)
        let codec = ValueState.codec(for: .unitPrice)
        #expect(try codec.decode(.string(text)) == .stated(.unitPrice(price)))
    }

    @Test(arguments: [
        "", "USD 2", "USD 2 per", "USD 2 per ", "2 per wafer", "USD 2 a wafer", "USD -2 per wafer",
        "USD 2 per  wafer", "USD 2 per wafer ", "USD 2 per a\nb", "XQX 2 per wafer",
    ])
    func `a price without a unit, or below zero, is refused`(text: String) {
        #expect(UnitPrice(text) == nil)
    }

    @Test func `prices of other units are neither more nor less`() throws {
        let state = try ValueState.codec(for: .unitPrice).decode(
            JSONReader.read(#"{"between":["USD 2 per wafer","USD 1 per cell"]}"#))
        #expect(state.displayText == "between USD 2 per wafer and USD 1 per cell")
    }
}
