import Notation
import Terms
import Testing

struct TiersTests {
    private static let codec = ValueState.codec(for: .tiers)

    @Test(arguments: [
        (
            #"{"applies":"marginal","counted":"per-period","steps":["#
                + #"{"rate":"5% of net sales","up-to":"USD 10000000"},{"rate":"7% of net sales"}]}"#,
            "5% up to USD 10,000,000, 7% above, of net sales, marginal, per-period"
        ),
        (
            #"{"steps":[{"unit-price":"USD 2.50 per wafer","up-to":"5000"},"#
                + #"{"unit-price":"USD 2 per wafer"}]}"#,
            "USD 2.50 up to 5,000, USD 2 above, per wafer"
        ),
        (
            #"{"steps":[{"rate":"1/3 of profit","up-to":"P2Y"},{"rate":"25% of profit"}]}"#,
            "1/3 up to 2 years, 25% after, of profit"
        ),
        (
            #"{"applies":"whole","counted":"aggregate","steps":["#
                + #"{"rate":"5% of s","up-to":"USD 1.50"},{"rate":"4% of s","up-to":"USD 2"},{"rate":"0% of s"}]}"#,
            "5% up to USD 1.50, 4% up to USD 2, 0% above, of s, whole, aggregate"
        ),
    ])
    func `tiers stay as they were written, and read in words`(json: String, words: String) throws {
        let state = try Self.codec.decode(try JSONReader.read(json))
        #expect(state.displayText == words)
        #expect(CanonicalJSON.text(of: Self.codec.encode(state)) == json)
        try expectRoundTrip(state, Self.codec)
    }

    @Test(arguments: [
        (#"{"steps":[{"rate":"5% of s"}]}"#, "the list is too short"),
        (
            #"{"steps":[{"rate":"5% of s"},{"rate":"6% of s"}]}"#,
            "a step has no upper end, or the last one has"
        ),
        (
            #"{"steps":[{"rate":"5% of s","up-to":"USD 1"},{"rate":"6% of t"}]}"#,
            "the steps are of more than one base, unit or currency"
        ),
        (
            #"{"steps":[{"rate":"5% of s","up-to":"USD 2"},{"rate":"6% of s","up-to":"USD 1"},{"rate":"7% of s"}]}"#,
            "the upper ends do not go up, or are not all of one sort"
        ),
        (
            #"{"steps":[{"rate":"5% of s","up-to":"USD 2"},{"rate":"6% of s","up-to":"P1Y"},{"rate":"7% of s"}]}"#,
            "the upper ends do not go up, or are not all of one sort"
        ),
        (
            #"{"steps":[{"rate":"5% of s","up-to":"500"},{"rate":"6% of s"}]}"#,
            "the upper ends and the prices do not go together"
        ),
        (
            #"{"counted":"aggregate","steps":[{"rate":"5% of s","up-to":"P1Y"},{"rate":"6% of s"}]}"#,
            "steps by time are not counted"
        ),
        (
            #"{"steps":[{"up-to":"USD 1"},{"rate":"6% of s"}]}"#, "a step has one rate or one price"
        ),
    ])
    func `steps that do not go together are refused`(json: String, message: String) throws {
        let found = problems(reading: try JSONReader.read(json), Self.codec)
        #expect(found.map(\.message) == [message])
        #expect(found.allSatisfy { $0.hint != nil })
    }

    @Test func `tiers are the same or another, and compare no further`() throws {
        let one = try Self.codec.decode(
            JSONReader.read(#"{"steps":[{"rate":"5% of s","up-to":"USD 1"},{"rate":"6% of s"}]}"#))
        let same = try Self.codec.decode(
            JSONReader.read(#"{"steps":[{"rate":"5% of s","up-to":"USD 1.0"},{"rate":"6% of s"}]}"#)
        )
        let other = try Self.codec.decode(
            JSONReader.read(#"{"steps":[{"rate":"5% of s","up-to":"USD 1"},{"rate":"7% of s"}]}"#))
        #expect(one == same)
        #expect(!one.contradicts(same))
        #expect(one.contradicts(other))
    }
}
