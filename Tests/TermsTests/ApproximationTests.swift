import Notation
import Terms
import Testing

/// Values that a source states as approximate.
struct ApproximationTests {
    private func state(_ json: String, _ type: FieldType = .money) throws -> ValueState {
        try ValueState.codec(for: type).decode(try JSONReader.read(json))
    }

    @Test(arguments: [
        (FieldType.money, #"{"about":"USD 1600000000"}"#, "about USD 1,600,000,000"),
        (
            .money, #"{"about":{"value":"USD 100.50","within":"5%"}}"#,
            "about USD 100.50, within 5%"
        ),
        (
            .rate(allowsOver100: false), #"{"about":"27% of the shares"}"#,
            "about 27% of the shares"
        ),
        (.count, #"{"about":{"value":4500,"within":"1/3"}}"#, "about 4,500, within 1/3"),
    ])
    func `an approximate value stays as it was written`(
        type: FieldType, json: String, words: String
    ) throws {
        let codec = ValueState.codec(for: type)
        let about = try state(json, type)
        #expect(about.displayText == words)
        #expect(about.value == nil)
        #expect(CanonicalJSON.text(of: codec.encode(about)) == json)
        try expectRoundTrip(about, codec)
    }

    @Test(arguments: [
        (FieldType.date, #"{"about":"2026"}"#, "'about' is for amounts, rates and counts"),
        (.money, #"{"about":"ten"}"#, "\"ten\" is not an amount of money"),
        (.money, #"{"about":{"within":"5%"}}"#, "'value' is missing"),
        (.money, #"{"about":{"value":"USD 1","near":"5%"}}"#, "unknown member 'near'"),
        (
            .money, #"{"about":{"value":"USD 1","within":"0%"}}"#,
            "'0%' is not a part of the value, above 0% and up to 100%, such as 5%"
        ),
        (
            .money, #"{"about":{"value":"USD 1","within":"101%"}}"#,
            "'101%' is not a part of the value, above 0% and up to 100%, such as 5%"
        ),
    ])
    func `what is no approximate number is refused`(
        type: FieldType, json: String, message: String
    ) throws {
        let found = problems(reading: try JSONReader.read(json), ValueState.codec(for: type))
        #expect(found.map(\.message) == [message])
    }

    @Test func `with a tolerance it lies between two ends`() throws {
        guard case .about(let amount) = try state(#"{"about":{"value":"USD 200","within":"5%"}}"#),
            case .about(let debt) = try state(#"{"about":{"value":"USD -10","within":"50%"}}"#),
            case .about(let third) = try state(#"{"about":{"value":"USD 1","within":"1/3"}}"#),
            case .about(let seats) = try state(#"{"about":{"value":7,"within":"10%"}}"#, .count),
            case .about(let open) = try state(#"{"about":"USD 200"}"#)
        else {
            Issue.record("not approximate")
            return
        }
        #expect(amount.ends?.low.displayText == "USD 190")
        #expect(amount.ends?.high.displayText == "USD 210")
        #expect(debt.ends?.low.displayText == "USD -15")
        // Outward, where no decimal says it.
        #expect(third.ends?.low.displayText == "USD 0.666666")
        #expect(third.ends?.high.displayText == "USD 1.333334")
        #expect(seats.ends?.low == .count(6))
        #expect(seats.ends?.high == .count(8))
        #expect(open.ends == nil)
    }

    @Test(arguments: [
        (#"{"about":"USD 100"}"#, #""USD 7""#, false),
        (#"{"about":"USD 100"}"#, #""none""#, true),
        (#"{"about":{"value":"USD 100","within":"5%"}}"#, #""USD 105""#, false),
        (#"{"about":{"value":"USD 100","within":"5%"}}"#, #""USD 105.01""#, true),
        (
            #"{"about":{"value":"USD 100","within":"5%"}}"#, #"{"between":["USD 50","USD 94"]}"#,
            true
        ),
        (
            #"{"about":{"value":"USD 100","within":"5%"}}"#,
            #"{"about":{"value":"USD 109","within":"5%"}}"#, false
        ),
        (#"{"about":{"value":"USD 100","within":"5%"}}"#, #"{"about":"USD 900"}"#, false),
        (#"{"about":"USD 100"}"#, #""undisclosed""#, false),
    ])
    func `it contradicts only what lies outside its tolerance`(
        _ one: String, _ other: String, _ contradicts: Bool
    ) throws {
        let (one, other) = (try state(one), try state(other))
        #expect(one.contradicts(other) == contradicts)
        #expect(other.contradicts(one) == contradicts)
    }
}
