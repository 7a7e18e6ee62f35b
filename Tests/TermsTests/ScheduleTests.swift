import Notation
import Terms
import Testing

struct ScheduleTests {
    private static let codec = ValueState.codec(for: .schedule)

    @Test func `instalments stay as they were written, and read in words`() throws {
        let json =
            #"[{"amount":"USD 1000000","due":{"on":"2026-01-15"}},"#
            + #"{"amount":"USD 500000.50","due":{"upon":"first-sale"}}]"#
        let state = try Self.codec.decode(try JSONReader.read(json))
        #expect(
            state.displayText
                == "USD 1,000,000 due on 2026-01-15, USD 500,000.50 due upon first-sale")
        #expect(CanonicalJSON.text(of: Self.codec.encode(state)) == json)
        try expectRoundTrip(state, Self.codec)
    }

    @Test(arguments: [
        #"[]"#, #"[{"amount":"USD 1","due":"open"}]"#,
        #"[{"amount":"USD -1","due":{"on":"2026"}}]"#,
        #"[{"amount":"USD 1","due":{"on":"2026"}},{"amount":"EUR 1","due":{"on":"2027"}}]"#,
        #"[{"amount":"USD 1"}]"#, #""monthly""#,
    ])
    func `instalments without a day, below zero or of two currencies are refused`(
        json: String
    ) throws {
        let found = problems(reading: try JSONReader.read(json), Self.codec)
        #expect(found.count == 1)
        #expect(found.first?.hint != nil)
    }

    @Test func `the conditions of its days are bounds that the event names`() {
        let fields = RawFields([
            "schedule": .list([
                .object([
                    ("due", .object([("upon", .string("first-sale"))])),
                    ("amount", .string("USD 1")),
                ])
            ])
        ])
        #expect(fields.readableBounds == [.upon("first-sale")])
    }
}
