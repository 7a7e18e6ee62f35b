import Notation
import Terms
import Testing

struct IndexationTests {
    private static let codec = ValueState.codec(for: .indexation)

    @Test(arguments: [
        (
            #"{"base":"2023-12","ceiling":"5%","each":"P1Y","floor":"0%","name":"CPI-U"}"#,
            "by CPI-U from 2023-12, each 1 year, at least 0%, at most 5%"
        ),
        (
            #"{"base":"2023","each":"P2Y","name":"HICP, all items"}"#,
            "by HICP, all items from 2023, each 2 years"
        ),
    ])
    func `an index stays as it was written, and reads in words`(json: String, words: String) throws
    {
        let state = try Self.codec.decode(try JSONReader.read(json))
        #expect(state.displayText == words)
        #expect(CanonicalJSON.text(of: Self.codec.encode(state)) == json)
        try expectRoundTrip(state, Self.codec)
    }

    @Test(arguments: [
        #"{"base":"2023-12~","each":"P1Y","name":"CPI-U"}"#,
        #"{"base":"2023-12","each":"P0Y","name":"CPI-U"}"#,
        #"{"base":"2023-12","ceiling":"1%","each":"P1Y","floor":"2%","name":"CPI-U"}"#,
        #"{"base":"2023-12","each":"P1Y","name":""}"#, #"{"base":"2023-12","name":"CPI-U"}"#,
        #"{"base":"2023-12","each":"P1Y","floor":"-1%","name":"CPI-U"}"#,
    ])
    func `an index without a base, a step or a name is refused`(json: String) throws {
        let found = problems(reading: try JSONReader.read(json), Self.codec)
        #expect(found.count == 1)
        #expect(found.first?.hint != nil)
    }

    @Test func `each adjustment goes by the figure one step after the one before`() throws {
        let year = try #require(CalendarDuration("P1Y"))
        let index = try #require(Indexation(name: "CPI-U", base: "2023-12", each: year))
        #expect(index.reference(0) == "2023-12")
        #expect(index.reference(1) == "2024-12")
        #expect(index.reference(2) == "2025-12")
    }
}
