import Notation
import Terms
import Testing

struct DateBoundTests {
    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static let readings: [(String, String)] = [
        (#"{"on":"2026-04-27"}"#, "on 2026-04-27"),
        (#"{"from":"2025"}"#, "from 2025"),
        (#"{"through":"2030"}"#, "through 2030"),
        (#"{"until":"2033-01-01"}"#, "before 2033-01-01"),
        (#"{"announced":"2026-04-27"}"#, "announced 2026-04-27 (effective day not stated)"),
        (#"{"soft":"2026-05/2026-06"}"#, "expected 2026-05/2026-06"),
        (#"{"upon":"agi"}"#, "upon agi"),
        (
            #"{"first-of":[{"upon":"agi"},{"through":"2030"}]}"#,
            "the first of: upon agi, through 2030"
        ),
        (#"{"last-of":[{"on":"2026"},{"upon":"ipo"}]}"#, "the last of: on 2026, upon ipo"),
        (
            #"{"first-of":[{"last-of":[{"upon":"a"},{"upon":"b"}]},{"through":"2030"}]}"#,
            "the first of: (the last of: upon a, upon b), through 2030"
        ),
        (#"{"between":["2020-03-01","2020-06"]}"#, "between 2020-03-01 and 2020-06"),
        (
            #"{"after":{"of":{"on":"2020-02-29"},"period":"P5Y"}}"#, "5 years after 2020-02-29"
        ),
        (#"{"after":{"of":{"upon":"ipo"},"period":"P18M"}}"#, "18 months after ipo"),
        (
            #"{"first-of":[{"after":{"of":{"between":["2020","2021"]},"period":"P1D"}},{"upon":"a"}]}"#,
            "the first of: 1 day after between 2020 and 2021, upon a"
        ),
        (
            #"{"after":{"business-days":10,"calendar":"new-york","of":{"upon":"notice"}}}"#,
            "10 business days in new-york after notice"
        ),
        (
            #"{"before":{"business-days":1,"calendar":["london","new-york"],"of":{"on":"2030-06-30"}}}"#,
            "1 business day in london and new-york before 2030-06-30"
        ),
        (
            #"{"rolled":{"by":"modified-following","calendar":"target2","day":{"through":"2026-01-31"}}}"#,
            "through 2026-01-31 (modified-following business day in target2)"
        ),
        (
            #"{"after":{"end-of-month":true,"of":{"on":"2026-02-28"},"period":"P1M"}}"#,
            "1 month after 2026-02-28 (month end to month end)"
        ),
        (
            #"{"end-of":{"quarter":{"after":{"of":{"upon":"ipo"},"period":"P30D"}}}}"#,
            "the end of the calendar quarter of 30 days after ipo"
        ),
        (#""open""#, "no end stated"),
    ]

    static let possible: [(String, String?)] = [
        (#"{"on":"2026-04"}"#, "2026-04-01/2026-04-30"),
        (#"{"through":"2030"}"#, "2030-01-01/2030-12-31"),
        (#"{"soft":"2026-05/.."}"#, "2026-05-01/.."),
        (#"{"between":["2020-03-01","2020-06"]}"#, "2020-03-01/2020-06-30"),
        (#"{"after":{"of":{"on":"2020-02"},"period":"P1Y"}}"#, "2021-02-01/2021-02-28"),
        (#"{"after":{"of":{"through":"2020-05-31"},"period":"P1M"}}"#, "2020-07-01/2020-07-01"),
        (#"{"first-of":[{"on":"2026"},{"on":"2025-03-01"}]}"#, "2025-03-01/2025-03-01"),
        (#"{"last-of":[{"on":"2026"},{"on":"2026-03-01"}]}"#, "2026-03-01/2026-12-31"),
        (#"{"first-of":[{"on":"2026"},{"upon":"agi"}]}"#, nil),
        (#"{"on":"9999"}"#, "9999-01-01/.."),
        (#"{"end-of":{"quarter":{"on":"2026-05"}}}"#, "2026-06-30/2026-06-30"),
        (#"{"end-of":{"year":{"between":["2026-05","2027-01-01"]}}}"#, "2026-12-31/2027-12-31"),
        (
            #"{"after":{"end-of-month":true,"of":{"on":"2026-02-28"},"period":"P1M"}}"#,
            "2026-03-31/2026-03-31"
        ),
        (#"{"after":{"business-days":1,"calendar":"london","of":{"on":"2026-02-28"}}}"#, nil),
        (#"{"upon":"agi"}"#, nil), (#""open""#, nil),
    ]

    @Test(arguments: possible)
    func `the days it may fall on are those of the calendar`(json: String, days: String?) throws {
        let bound = try DateBound.codec.decode(JSONReader.read(json))
        #expect(
            bound.possibleDays.map { "\($0.from)/\($0.through?.description ?? "..")" } == days)
    }

    @Test(arguments: readings)
    func `a bound reads as people write it and comes back`(json: String, words: String) throws {
        let node = try JSONReader.read(json)
        let bound = try DateBound.codec.decode(node)
        #expect(bound.description == words)
        #expect(CanonicalJSON.text(of: DateBound.codec.encode(bound)) == json)
        try expectRoundTrip(bound, DateBound.codec)
    }

    @Test(arguments: [
        (#"{"til":"2030"}"#, "unknown member 'til' of a bound"),
        (#"{}"#, "a bound has exactly one member"),
        (#"{"on":"2030","through":"2031"}"#, "a bound has exactly one member"),
        (#""2030""#, "\"2030\" is not a bound"),
        (#""Open""#, "\"Open\" is not a bound"),
        (#"{"on":"2026-02-30"}"#, "'2026-02-30' is not a date such as 2026-04-27, 2026-04 or 2026"),
        (#"{"on":2030}"#, "2030 is not a date such as 2026-04-27, 2026-04 or 2026"),
        (#"{"upon":"AGI"}"#, "'AGI' is not a condition id such as agi"),
        (#"{"first-of":[]}"#, "the list is too short"),
        (#"{"first-of":{"upon":"agi"}}"#, "a map with upon is not a list"),
        (#"{"last-of":[{"at":"2030"}]}"#, "unknown member 'at' of a bound"),
        (#"{"between":["2020"]}"#, "the list is too short"),
        (
            #"{"between":["2020","2021","2022"]}"#,
            "a list of 3 is not a first and a last date"
        ),
        (#"{"between":["2021-01-01","2020-12-31"]}"#, "2021-01-01 is after 2020-12-31"),
        (
            #"{"between":[{"upon":"agi"},"2021"]}"#, "unknown member 'upon' of an end of between"
        ),
        (#"{"after":{"of":{"upon":"agi"}}}"#, "'period' is missing"),
        (#"{"after":{"period":"P1Y"}}"#, "'of' is missing"),
        (
            #"{"after":{"of":{"on":"2026"},"business-days":10}}"#,
            "the calendar of the business days is not named"
        ),
        (
            #"{"rolled":{"day":{"on":"2026"},"by":"following"}}"#,
            "the calendar of the business days is not named"
        ),
        (
            #"{"after":{"of":{"on":"2026"},"period":"P1M","business-days":10,"calendar":"london"}}"#,
            "both a period and business days are given"
        ),
        (
            #"{"after":{"of":{"on":"2026"},"period":"P1M","calendar":"london"}}"#,
            "a calendar counts business days, and a period is not counted in them"
        ),
        (
            #"{"before":{"of":{"on":"2026"},"business-days":0,"calendar":"london"}}"#,
            "0 is not a number of business days"
        ),
        (
            #"{"rolled":{"day":{"on":"2026"},"by":"next","calendar":"london"}}"#,
            "\"next\" is not a roll convention"
        ),
        (#"{"end-of":{"week":{"on":"2026"}}}"#, "unknown member 'week' of the end of a period"),
        ("null", "null is not a bound"),
    ])
    func `what is no bound is refused with a reason`(json: String, message: String) throws {
        let found = problems(reading: try JSONReader.read(json), DateBound.codec)
        #expect(found.map(\.message) == [message])
    }

    @Test func `the allowed words and the way to the place are stated`() throws {
        let json = #"{"first-of":[{"upon":"agi"},{"at":"2030"}]}"#
        let found = try #require(
            problems(reading: try JSONReader.read(json), DateBound.codec).first)
        #expect(found.path == ["first-of", "2"])
        #expect(
            found.hint
                == "allowed here: on, from, through, until, announced, soft, upon, first-of, last-of, "
                + "between, after, before, rolled, end-of"
        )
        #expect(found.mark == Mark(line: 1, column: 30))
    }

    @Test(arguments: [
        #"{"between":[{"on":"2020-03-01"},{"on":"2020-06-30"}]}"#,
        #"{"between":[{"through":"2020-03-01"},{"until":"2020-07"}]}"#,
        #"{"between":[{"from":"2020-03-01"},"2020-06-30"]}"#,
    ])
    func `the ends of between are read as dates, however they are written`(json: String) throws {
        let bound = try DateBound.codec.decode(try JSONReader.read(json))
        #expect(bound == .between("2020-03-01", "2020-06-30"))
        let state = try ValueState.codec(for: .bound).decode(try JSONReader.read(json))
        #expect(state == .stated(.bound(.between("2020-03-01", "2020-06-30"))))
    }

    @Test func `conditions are found at any depth`() throws {
        let bound = DateBound.firstOf([
            .upon("agi"), .lastOf([.upon("ipo"), .open, .through(try Self.date("2030"))]),
            .upon("agi"),
            .after(
                .lastOf([.upon("sale"), .between("2030", "2031")]),
                try #require(CalendarDuration("P5Y"))),
        ])
        #expect(bound.conditions == ["agi", "ipo", "sale"])
        #expect(DateBound.on(try Self.date("2030")).conditions.isEmpty)
    }

    @Test func `the schema refers to itself by name`() {
        let text = CanonicalJSON.text(of: DateBound.codec.schema.document(id: "x", title: "y"))
        #expect(text.contains(##""$ref":"#/$defs/bound""##))
        #expect(DateBound.codec.schema.definitions["bound"] != nil)
    }
}
