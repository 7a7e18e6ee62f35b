import Notation
import Terms
import Testing

struct ValueStateTests {
    /// Type, JSON, what people read.
    static let values: [(FieldType, String, String)] = [
        (.text, #""Models, \"as is\"\nand later""#, "Models, \"as is\"\nand later"),
        (.text, #""yes""#, "yes"),
        (.text, #""10.50""#, "10.50"),
        (.choice(["put", "call"]), #""put""#, "put"),
        (.flag, "true", "yes"),
        (.flag, "false", "no"),
        (.count, "4500", "4,500"),
        (.count, "-1", "-1"),
        (.money, #""USD 10.50""#, "USD 10.50"),
        (.money, #""USD 38000000000""#, "USD 38,000,000,000"),
        (.rate(allowsOver100: false), #""6.5% of net sales""#, "6.5% of net sales"),
        (.rate(allowsOver100: true), #""250% of cost""#, "250% of cost"),
        (.unitPrice, #""USD 1250.50 per lens""#, "USD 1,250.50 per lens"),
        (.date, #""2026~""#, "2026~"),
        (.bound, #"{"through":"2030"}"#, "through 2030"),
        (.bound, #""open""#, "no end stated"),
        (.duration, #""P7Y""#, "7 years"),
        (.party, #""openai""#, "openai"),
        (.parties, #"["openai","microsoft"]"#, "openai, microsoft"),
        (.tags, #"{"only":["a","b"]}"#, "only a, b"),
        (.tags, #""all""#, "all"),
        (.term, #""royalty.lenses""#, "royalty.lenses"),
        (.condition, #""agi""#, "agi"),
    ]

    @Test(arguments: values)
    func `a stated value is written bare and comes back`(
        type: FieldType, json: String, words: String
    ) throws {
        let codec = ValueState.codec(for: type)
        let state = try codec.decode(try JSONReader.read(json))
        #expect(state.displayText == words)
        #expect(state.value?.displayText == words)
        #expect(CanonicalJSON.text(of: codec.encode(state)) == json)
        try expectRoundTrip(state, codec)
    }

    static let everyType: [FieldType] = [
        .text, .choice(["put", "call", "none"]), .flag, .count, .money,
        .rate(allowsOver100: false), .unitPrice, .tiers, .schedule, .formula, .indexation, .date,
        .bound,
        .duration, .lapse,
        .party, .parties,
        .tags,
        .term,
        .condition,
    ]

    @Test(arguments: everyType)
    func `every type has the same states`(type: FieldType) throws {
        let codec = ValueState.codec(for: type)
        let states: [(String, ValueState, String)] = [
            (#""undisclosed""#, .undisclosed, "undisclosed"),
            (#""unknown""#, .unknown, "unknown"),
            (#""silent""#, .silent, "silent"),
            (#""none""#, .none, "none"),
            (#"{"redacted":"[***]"}"#, .redacted("[***]"), "redacted [***]"),
            (
                #"{"same-as":"royalty.lenses/rate"}"#, .sameAs("royalty.lenses", .rate),
                "same as royalty.lenses/rate"
            ),
        ]
        for (json, state, words) in states {
            #expect(try codec.decode(try JSONReader.read(json)) == state)
            #expect(CanonicalJSON.text(of: codec.encode(state)) == json)
            #expect(state.displayText == words)
            #expect(state.value == nil)
            try expectRoundTrip(state, codec)
        }
    }

    @Test(arguments: ["undisclosed", "unknown", "silent", "none"])
    func `a value spelled as a state is marked as stated`(word: String) throws {
        let json = "{\"stated\":\"\(word)\"}"
        let id = try #require(PartyID(word))
        let values: [(FieldType, Value)] = [
            (.text, .text(word)), (.choice([word]), .choice(word)), (.party, .party(id)),
        ]
        for (type, value) in values {
            let codec = ValueState.codec(for: type)
            #expect(CanonicalJSON.text(of: codec.encode(.stated(value))) == json)
            #expect(try codec.decode(try JSONReader.read(json)) == .stated(value))
            try expectRoundTrip(.stated(value), codec)
        }
    }

    @Test(arguments: [
        (FieldType.money, #"["USD 10","USD 20"]"#, "between USD 10 and USD 20"),
        (.count, "[5,5]", "between 5 and 5"),
        (.date, #"["2026","2026-04"]"#, "between 2026 and 2026-04"),
        (.money, #"["USD 20","EUR 10"]"#, "between USD 20 and EUR 10"),
    ])
    func `a value may lie between two`(type: FieldType, ends: String, words: String) throws {
        let codec = ValueState.codec(for: type)
        let state = try codec.decode(try JSONReader.read("{\"between\":\(ends)}"))
        #expect(state.displayText == words)
        try expectRoundTrip(state, codec)
    }

    @Test(arguments: [
        (FieldType.money, #"{"between":["USD 20","USD 10"]}"#, "USD 20 is above USD 10"),
        (.count, #"{"between":[1]}"#, "a list of 1 is not a low and a high end"),
        (.count, #"{"between":[1,2,3]}"#, "a list of 3 is not a low and a high end"),
        (.date, #"{"between":["2027","2026"]}"#, "2027 is above 2026"),
        (
            .rate(allowsOver100: false), #"{"between":["2% of x","1% of x"]}"#,
            "2% of x is above 1% of x"
        ),
        (.duration, #"{"between":["P2Y","P1Y"]}"#, "2 years is above 1 year"),
        (.money, #"{"redacted":1}"#, "1 is not a text"),
        (
            .money, #"{"same-as":"royalty"}"#,
            "'royalty' is not a field of a term such as royalty.lenses/rate"
        ),
        (.money, #"{"redacted":"x","stated":"USD 1"}"#, "'redacted' stands alone in its map"),
        (.money, #""ten""#, "\"ten\" is not an amount of money"),
        (.money, "10", "10 is not an amount of money"),
        (.money, "null", "null is not an amount of money"),
        (.count, #""4.5""#, "4.5 is not a whole number"),
        (.flag, #""maybe""#, "maybe is not yes or no"),
        (.choice(["put", "call"]), #""sell""#, "\"sell\" is not one of the words allowed"),
        (.parties, #""openai""#, "\"openai\" is not a list"),
        (.party, #"{"only":["a"]}"#, "a map with only is not a party id such as openai"),
        (.text, #"["a"]"#, "a list of 1 is not a text"),
    ])
    func `what does not fit is refused with a reason`(
        type: FieldType, json: String, message: String
    ) throws {
        let found = problems(reading: try JSONReader.read(json), ValueState.codec(for: type))
        #expect(found.map(\.message) == [message])
        #expect(found.allSatisfy { $0.hint != nil && $0.mark != nil })
    }

    @Test func `the allowed words of a choice are stated`() {
        let codec = ValueState.codec(for: .choice(["put", "call"]))
        #expect(
            problems(reading: .string("sell"), codec).map(\.hint)
                == ["expected one of put, call"])
    }

    @Test func `undisclosed matches nothing, not even itself`() {
        #expect(ValueState.undisclosed == .undisclosed)
        #expect(!ValueState.undisclosed.matches(.undisclosed))
        #expect(!ValueState.undisclosed.matches(.none))
        #expect(ValueState.none.matches(.none))
        #expect(ValueState.stated(.count(1)).matches(.stated(.count(1))))
        #expect(!ValueState.stated(.count(1)).matches(.stated(.count(2))))
        #expect(!ValueState.stated(.count(1)).matches(.unknown))
    }

    @Test func `a number or a flag is read from a quoted text too`() throws {
        #expect(try FieldType.count.codec.decode(.string("4500")) == .count(4500))
        #expect(try FieldType.flag.codec.decode(.string("yes")) == .flag(true))
        #expect(try FieldType.text.codec.decode(Node(.plain("no"))) == .text("no"))
    }
}
