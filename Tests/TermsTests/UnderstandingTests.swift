import Notation
import Terms
import Testing

/// What people write in their own way is understood where it can only mean one thing.
struct UnderstandingTests {
    /// The canonical form of a text of that type, or what is wrong with it.
    private static func reading(_ text: String, as type: FieldType) -> String {
        var problems = Problems(.forgiving)
        let state = ValueState.codec(for: type).decode(
            Node(.plain(text), mark: Mark(line: 1, column: 1)), &problems)
        guard let state else { return problems.all.first?.message ?? "nothing was reported" }
        let own = problems.rewordings.last?.canonical
        return CanonicalJSON.text(of: own ?? ValueState.codec(for: type).encode(state))
    }

    static let choice = FieldType.choice(["exclusive", "sole", "non-exclusive"])

    static let certain: [(String, FieldType, String)] = [
        ("USD 500,000", FieldType.money, "\"USD 500000\""),
        ("500,000 USD", .money, "\"USD 500000\""), ("usd 5", .money, "\"USD 5\""),
        ("USD 500 000", .money, "\"USD 500000\""), ("CHF 1'000.50", .money, "\"CHF 1000.50\""),
        ("EUR 1.000,50", .money, "\"EUR 1000.50\""), ("EUR 10,50", .money, "\"EUR 10.50\""),
        ("EUR 1.234.567", .money, "\"EUR 1234567\""), ("€ 800", .money, "\"EUR 800\""),
        ("US$5", .money, "\"USD 5\""), ("INR 1,00,000", .money, "\"INR 100000\""),
        ("USD 1.6 billion", .money, "\"USD 1600000000\""),
        ("USD 1.075 billion", .money, "\"USD 1075000000\""),
        ("USD 1,075 million", .money, "\"USD 1075000000\""),
        ("EUR 1,5 million", .money, "\"EUR 1500000\""),
        ("2.5 million EUR", .money, "\"EUR 2500000\""), ("USD -1,000", .money, "\"USD -1000\""),
        ("2 years", .duration, "\"P2Y\""), ("18 months", .duration, "\"P18M\""),
        ("one quarter", .duration, "\"P1Q\""), ("30-day", .duration, "\"P30D\""),
        ("thirty (30) days", .duration, "\"P30D\""), ("1 Week", .duration, "\"P1W\""),
        ("Yearly", .duration, "\"P1Y\""), ("30 (thirty) days", .duration, "\"P30D\""),
        ("twenty-one days", .duration, "\"P21D\""), ("sixty days", .duration, "\"P60D\""),
        ("twenty-one (21) days", .duration, "\"P21D\""),
        ("one hundred and eighty days", .duration, "\"P180D\""),
        ("1 year 6 months", .duration, "\"P1Y6M\""),
        ("one year and six (6) months", .duration, "\"P1Y6M\""),
        ("semi-annual", .duration, "\"P6M\""), ("5USD", .money, "\"USD 5\""),
        ("EUR 250.00", .money, "\"EUR 250.00\""), ("KWD 250.125", .money, "\"KWD 250.125\""),
        ("EUR 0.125", .money, "\"EUR 0.125\""), ("EUR 1.2340", .money, "\"EUR 1.2340\""),
        ("31 March 2026", .date, "\"2026-03-31\""), ("March 31, 2026", .date, "\"2026-03-31\""),
        ("March 2026", .date, "\"2026-03\""), ("31st of Mar. 2026", .date, "\"2026-03-31\""),
        ("31/03/2026", .date, "\"2026-03-31\""), ("03/31/2026", .date, "\"2026-03-31\""),
        ("03/03/2026", .date, "\"2026-03-03\""), ("2026/3/31", .date, "\"2026-03-31\""),
        ("03/2026", .date, "\"2026-03\""), ("Sept 2026", .date, "\"2026-09\""),
        ("Yes", .flag, "true"), ("NO", .flag, "false"), ("True", .flag, "true"),
        ("Exclusive", choice, "\"exclusive\""), ("Non Exclusive", choice, "\"non-exclusive\""),
        ("1,200", .count, "1200"), ("1 200", .count, "1200"),
        ("5 % of net sales", .rate(allowsOver100: true), "\"5% of net sales\""),
        ("6,5% of Net Sales", .rate(allowsOver100: true), "\"6.5% of Net Sales\""),
        ("5 percent of x", .rate(allowsOver100: true), "\"5% of x\""),
        ("150 bps of x", .rate(allowsOver100: true), "\"1.5% of x\""),
        ("[EU, us]", .tags, #"{"only":["eu","us"]}"#), ("EU", .tags, #"{"only":["eu"]}"#),
        ("All", .tags, "\"all\""), ("all except US", .tags, #"{"all-except":["us"]}"#),
        ("through 31 March 2026", .bound, #"{"through":"2026-03-31"}"#),
        ("Until 2027", .bound, #"{"until":"2027"}"#), ("Open", .bound, "\"open\""),
        ("acme, lumen", .parties, #"["acme","lumen"]"#),
        ("Undisclosed", .money, "\"undisclosed\""), ("None", .tags, "\"none\""),
    ]

    @Test(arguments: certain)
    func `what can only mean one thing is that`(text: String, type: FieldType, canonical: String) {
        #expect(Self.reading(text, as: type) == canonical)
    }

    static let doubtful: [(String, FieldType, String)] = [
        ("03/04/2026", FieldType.date, "may be 3 April 2026 or 4 March 2026"),
        ("3.4.2026", .date, "may be 3 April 2026 or 4 March 2026"),
        ("until 03/04/2026", .bound, "may be 3 April 2026 or 4 March 2026"),
        ("1.234 EUR", .money, "may be EUR 1234 or EUR 1.234"),
        ("KWD 1,234", .money, "may be KWD 1234 or KWD 1.234"),
        ("usd 1.075", .money, "may be USD 1075 or USD 1.075"),
        ("1.075 billion USD", .money, "may be USD 1075000000000 or USD 1075000000"),
        ("KWD 1,234 million", .money, "may be KWD 1234000000 or KWD 1234000"),
        ("EUR 250.000", .money, "may be EUR 250000 or EUR 250.000"),
        ("JPY 250.000", .money, "may be JPY 250000 or JPY 250.000"),
        ("EUR -1.500", .money, "may be EUR -1500 or EUR -1.500"),
        ("EUR 1.500 per wafer", .unitPrice, "may be EUR 1500 per wafer or EUR 1.500 per wafer"),
        ("sixty (6) days", .duration, "may be 60 days or 6 days"),
        ("thirty (31) days", .duration, "may be 30 days or 31 days"),
        ("two (3) years", .duration, "may be 2 years or 3 years"),
        (
            "2023-24", .date,
            "may be the winter of 2023, as EDTF has it, or the year 2023 to 2024"
        ),
        (
            "through 2020-21", .bound,
            "may be the spring of 2020, as EDTF has it, or the year 2020 to 2021"
        ),
        ("$5", .money, "may be USD 5, AUD 5, CAD 5, HKD 5, MXN 5, NZD 5, SGD 5 or TWD 5"),
        ("¥100", .money, "may be JPY 100 or CNY 100"),
        ("1,234% of x", .rate(allowsOver100: true), "may be 1234% or 1.234%"),
    ]

    @Test(arguments: doubtful)
    func `what may mean several things is refused with all of them`(
        text: String, type: FieldType, words: String
    ) {
        #expect(Self.reading(text, as: type) == "'\(text)' \(words)")
    }

    static let refused: [(String, FieldType)] = [
        ("27 April", FieldType.date), ("3/4/26", .date), ("32 March 2026", .date),
        ("2026-02-30", .date), ("EUR 8 m", .money), ("800", .money), ("USD 1,23,4", .money),
        ("USD 1234,567", .money), ("5%", .rate(allowsOver100: true)), ("1 month or so", .duration),
        ("some years", .duration), ("2 business days", .duration), ("2026-03-31", .bound),
        ("1.200", .count), ("y", .flag), ("excl", choice), ("whatever is made of glass", .tags),
        ("unknwon", .tags), ("Worldwide", .tags), ("Acme", .party),
        ("business (10) days", .duration), ("minus (30) days", .duration),
        ("-2 years", .duration), ("--30 days", .duration), ("6 months 1 year", .duration),
        ("5.5%", .rate(allowsOver100: true)), ("0.055", .rate(allowsOver100: true)),
        ("€8m", .money), ("EUR 8 Mio.", .money), ("EUR 2bn", .money),
        ("46112", .date), ("31-Mar-26", .date), ("29 February 2027", .date), ("2024-25", .date),
        ("only all", .tags), ("eu, all", .tags), ("n/a", .tags), ("TBD", .tags), ("only", .tags),
        ("World-wide", .tags), ("true", .tags), ("[all]", .tags), ("all except none", .tags),
    ]

    @Test(arguments: refused)
    func `what is not one of its forms stays refused`(text: String, type: FieldType) {
        #expect(Self.reading(text, as: type).contains(" is not "))
    }

    static let cures: [(String, FieldType, String)] = [
        ("EUR 250.000", FieldType.money, "write EUR 250000 or EUR 250.0000"),
        ("EUR 1.500 per wafer", .unitPrice, "EUR 1500 per wafer or EUR 1.5000 per wafer"),
        ("€8m", .money, "EUR 8 million"), ("EUR 8 Mio.", .money, "EUR 8 million"),
        ("sixty (6) days", .duration, "write P60D or P6D"),
        ("5.5%", .rate(allowsOver100: true), "5.5% of net sales"),
        ("0.055", .rate(allowsOver100: true), "5.5% of net sales"),
        ("46112", .date, "write 2026-03-31"), ("31-Mar-26", .date, "31-Mar-2026"),
        ("29 February 2027", .date, "2027-02"), ("2026-02-30", .date, "2026-02"),
        ("27 April", .date, "27 April 2026"), ("2024-25", .date, "2024-04-01"),
        ("2023-24", .date, "2023-04-01"), ("through 31-Mar-26", .bound, "31-mar-2026"),
        ("only all", .tags, "write all alone"), ("tbd", .tags, "none, unknown or undisclosed"),
        ("no", .tags, "only no for Norway"), ("unknwon", .tags, "write unknown"),
        ("n/a", .money, "unknown, undisclosed or none"),
    ]

    @Test(arguments: cures)
    func `what is refused comes with what to write`(text: String, type: FieldType, cure: String) {
        var problems = Problems(.forgiving)
        _ = ValueState.codec(for: type).decode(.init(.plain(text)), &problems)
        #expect(problems.all.first?.hint?.contains(cure) == true, "\(problems.all)")
    }

    @Test
    func `a name among tags that says how much is covered is refused also where it is listed`() {
        for word in ["all", "only", "none", "unknown", "n/a", "tbd"] {
            var problems = Problems(.forgiving)
            let list = Node.list([Node(.plain("eu")), Node(.plain(word))])
            #expect(TagSet.codec.decode(list, &problems) == nil, "\(word)")
            #expect(TagSet.codec.decode(.object([("only", list)]), &problems) == nil, "\(word)")
        }
        // Norway and Namibia are among others what they are.
        var problems = Problems(.forgiving)
        let countries = Node.list([Node(.plain("no")), Node(.plain("na"))])
        #expect(TagSet.codec.decode(countries, &problems) == .only(["na", "no"]))
    }

    @Test
    func `a doubted text in quotes stands as it is, and every proposal is read as what it says`() {
        var problems = Problems(.forgiving)
        #expect(Money.codec.decode(.string("EUR 250.000"), &problems) == Money("EUR 250.000"))
        #expect(CivilDate.codec.decode(.string("2023-24"), &problems) == CivilDate("2023-24"))
        #expect(TagSet.codec.decode(.list([.string("all")]), &problems) == .only(["all"]))
        #expect(problems.isEmpty, "\(problems.all)")
        problems = Problems(.forgiving)
        for proposal in ["EUR 250000", "EUR 250.0000"] {
            #expect(Money.codec.decode(.init(.plain(proposal)), &problems) == Money(proposal))
        }
        #expect(problems.isEmpty && problems.rewordings.isEmpty, "\(problems.rewordings)")
    }

    @Test func `every number in words is that number`() {
        let ones = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ]
        let tens = [
            "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ]
        for number in 1...199 {
            let rest = number % 100
            let small =
                rest < 20
                ? ones[rest] : tens[rest / 10] + (rest % 10 == 0 ? "" : "-" + ones[rest % 10])
            let words = (number < 100 ? [] : ["one hundred"]) + (rest == 0 ? [] : [small])
            let text = words.joined(separator: " and ") + " days"
            #expect(Self.reading(text, as: .duration) == "\"P\(number)D\"", "\(text)")
        }
    }

    @Test func `a bare date for a bound is asked which day it means`() throws {
        var problems = Problems(.forgiving)
        _ = DateBound.codec.decode(.string("31 March 2026"), &problems)
        let hint = try #require(problems.all.first?.hint)
        #expect(hint.contains("{ through: … }") && hint.contains("{ until: … }"))
    }

    @Test func `what is canonical means what it says, whatever else it might`() {
        #expect(Self.reading("EUR 1.2340", as: .money) == "\"EUR 1.2340\"")
        #expect(Self.reading("2026-21", as: .date) == "\"2026-21\"")
        #expect(Self.reading("None", as: .text) == "\"None\"")
        #expect(Self.reading("Exclusive", as: .text) == "\"Exclusive\"")
    }

    @Test(arguments: ["USD 500,000", "$5", "usd 5"])
    func `what is stored is read strictly`(text: String) {
        var problems = Problems()
        #expect(Money.codec.decode(.string(text), &problems) == nil)
        #expect(problems.rewordings.isEmpty && problems.doubts.isEmpty)
        #expect(problems.all.first?.message.contains("is not an amount of money") == true)
    }

    @Test func `whatever is written canonically is read as it is`() {
        for kind in TermKind.allCases {
            for field in kind.definition.fields {
                var problems = Problems(.forgiving)
                guard case .choice(let words) = field.type else { continue }
                // Alone, that word says that there is no value.
                for word in words where word != "none" {
                    #expect(field.codec.decode(.string(word), &problems) == .stated(.choice(word)))
                }
                #expect(problems.isEmpty && problems.rewordings.isEmpty)
            }
        }
    }

    @Test func `every day is understood in words as that day`() throws {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        var day: Day = "2023-12-15"
        for _ in 0..<500 {
            var problems = Problems(.forgiving)
            let text = "\(day.day) \(months[day.month - 1]) \(day.year)"
            #expect(CivilDate.codec.decode(.string(text), &problems) == CivilDate(day))
            day = day.next
        }
    }

    @Test func `fields before their kind is known are kept canonically`() throws {
        let mark = { (column: Int) in Mark(line: 1, column: column) }
        let node = Node(
            .object([
                Node.Member("rate", Node(.plain("5 % of net sales"), mark: mark(10))),
                Node.Member("text", Node(.plain("USD 500,000"), mark: mark(40))),
                Node.Member("period", Node(.plain("2 years"), mark: mark(60))),
                Node.Member(
                    "territories",
                    Node(
                        .list([
                            Node(.plain("US"), mark: mark(91)), Node(.plain("eu"), mark: mark(95)),
                        ]), mark: mark(90))),
            ]))
        var problems = Problems(.forgiving)
        let fields = try #require(RawFields.codec.decode(node, &problems))
        #expect(problems.isEmpty)
        #expect(fields["rate"]?.text == "5% of net sales")
        #expect(fields["text"]?.text == "USD 500,000")
        #expect(fields["period"]?.text == "P2Y")
        #expect(fields["territories"]?["only"] == .list([.string("us"), .string("eu")]))
    }

    @Test func `every example of a field reads as what it is`() {
        for kind in TermKind.allCases {
            for field in kind.definition.fields {
                let example = field.exampleValue
                guard !example.hasPrefix("{"), !example.hasPrefix("[") else { continue }
                #expect(throws: Never.self) { try field.codec.decode(Node(.plain(example))) }
            }
        }
    }

    @Test(arguments: [
        ("3.5 to 1.0", "350% of what it is measured against, such as 350% of EBITDA"),
        ("4.00:1.00", "400% of what it is measured against, such as 400% of EBITDA"),
        ("2.25x", "225% of what it is measured against, such as 225% of EBITDA"),
        ("3.5 to 1.0 of EBITDA", "350% of EBITDA"),
        (
            "SOFR + 2.25%",
            "the margin alone, such as 2.25% of principal, and base: SOFR beside it, in a term of the "
                + "kind margin"
        ),
        (
            "225 bps over Term SOFR",
            "the margin alone, such as 2.25% of principal, and base: Term SOFR beside it, in a term of "
                + "the kind margin"
        ),
    ])
    func `a ratio and a margin over a reference rate come with how each is written`(
        text: String, words: String
    ) {
        let found = problems(reading: .string(text), Rate.codec)
        #expect(found.first?.hint?.hasSuffix("; write \(words)") == true, "\(found)")
    }

    @Test(arguments: ["5%", "3.5 to 2.0", "a + b", "2.25% + 1%"])
    func `what is neither a ratio nor a margin comes with no such advice`(text: String) {
        let found = problems(reading: .string(text), Rate.codec)
        #expect(found.first?.hint?.contains("write") == false, "\(found)")
    }

    @Test(arguments: [
        (TermKind.option, FieldName.opens, "{ on: 2026-04-27 }"),
        (.option, .closes, "{ through: 2030-12-31 }"), (.warrant, .vests, "{ on: 2026-04-27 }"),
        (.creditFacility, .maturity, "{ on: 2026-04-27 }"),
        (.licenseGrant, .subjects, "{ only: [lens-designs] }"),
        (.covenant, .atMost, "350% of EBITDA"), (.serviceLevel, .atLeast, "99.9% of the hours"),
        (.margin, .rate, "2.25% of principal"),
        (.supply, .unitPrice, "USD 2.50 per wafer"),
    ])
    func `an example is one of its field, not of the first that has that type`(
        kind: TermKind, name: FieldName, example: String
    ) throws {
        #expect(try #require(kind.definition.field(name)).exampleValue == example)
    }

    @Test(arguments: [
        ("Acme Ltd.", "acme-ltd"), ("LUMEN", "lumen"), ("a_b  c", "a-b-c"), ("-x-", "x"),
    ])
    func `a name that is no id comes with how it may be spelled`(name: String, id: String) {
        let found = problems(reading: .string(name), PartyID.codec)
        #expect(found.first?.hint?.hasSuffix("; write \(id)") == true)
    }
}
