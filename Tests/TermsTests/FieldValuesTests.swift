import Notation
import Terms
import Testing

struct FieldValuesTests {
    static let royalty = #"""
        {"payer":"lumenfold","payee":"harborquill","rate":"4% of net sales","minimum":"none",
         "cap":{"redacted":"[***]"},"per":"P1Y","ends":{"through":"2029"}}
        """#

    static func read(_ json: String, as kind: TermKind, requireAll: Bool = true) throws -> (
        FieldValues?, [Problem]
    ) {
        var problems = Problems()
        let values = FieldValues.decode(
            try JSONReader.read(json), for: kind, problems: &problems, requireAll: requireAll)
        return (values, problems.all)
    }

    @Test func `fields get the types of their kind`() throws {
        let (values, problems) = try Self.read(Self.royalty, as: .royalty)
        #expect(problems.isEmpty)
        let fields = try #require(values)
        #expect(fields[.payer] == .stated(.party("lumenfold")))
        #expect(fields[.rate]?.displayText == "4% of net sales")
        #expect(fields[.minimum] == ValueState.none)
        #expect(fields[.cap] == .redacted("[***]"))
        #expect(fields[.floor] == nil)
        #expect(
            fields.entries.map(\.0) == [.cap, .ends, .minimum, .payee, .payer, .per, .rate])
        #expect(fields.names == fields.entries.map(\.0))
        #expect(fields.count == 7)
    }

    @Test func `fields are written in the order of their kind`() throws {
        let fields = try #require(try Self.read(Self.royalty, as: .royalty).0)
        guard case .object(let members) = fields.node(for: .royalty).content else {
            Issue.record("the fields are no map")
            return
        }
        #expect(
            members.map(\.name) == ["payer", "payee", "rate", "minimum", "cap", "per", "ends"])
        try expectRoundTrip(fields, FieldValues.codec(for: .royalty, requireAll: true))
    }

    @Test func `an unknown field is refused with the allowed ones`() throws {
        let (values, problems) = try Self.read(
            #"{"grantor":"a","grantee":"b","subject":"s","royalty":"x"}"#, as: .licenseGrant)
        #expect(values == nil)
        let problem = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(problem.message == "unknown field 'royalty' of a license-grant")
        #expect(
            problem.hint == """
                allowed: grantor, grantee, subject, subjects, exclusivity, exclusive-until, \
                run-off-exclusivity, purpose, exception, limits, products, fields, territories, \
                channels, customers, starts, ends, survival, run-off, text
                """)
        #expect(problem.mark == Mark(line: 1, column: 44))
    }

    @Test func `a wrong type is refused where it stands`() throws {
        let (values, problems) = try Self.read(
            #"{"payer":"A","payee":"b","cap":"ten"}"#, as: .revenueShare)
        #expect(values == nil)
        #expect(
            problems.map(\.message) == [
                "\"ten\" is not an amount of money", "'A' is not a party id such as openai",
            ])
        #expect(problems.map(\.path) == [["cap"], ["payer"]])
    }

    @Test func `a missing field is reported, unless only some are given`() throws {
        let json = #"{"payer":"a"}"#
        let (values, problems) = try Self.read(json, as: .fee)
        #expect(values == nil)
        #expect(problems.map(\.message) == ["'payee' is missing"])
        #expect(problems.map(\.hint) == ["a fee needs payer, payee; for example: payee: lumen"])
        #expect(try Self.read(json, as: .fee, requireAll: false).1.isEmpty)
        #expect(
            try Self.read("{}", as: .option).1.map(\.hint).first
                == "an option needs holder, grantor, direction, subject; for example: holder: lumen"
        )
    }

    @Test func `a required field may be withheld, but must be given`() throws {
        let (values, problems) = try Self.read(
            #"{"obligor":"undisclosed","beneficiary":"oracle"}"#, as: .minimumCommitment)
        #expect(problems.isEmpty)
        #expect(values?[.obligor] == .undisclosed)
    }

    @Test(arguments: [
        ("[]", "a list of 0 is not a map of fields"), ("null", "null is not a map of fields"),
        (#"{"Cap":"none"}"#, "'Cap' is not a field name"),
        (#"{"cap2":"none"}"#, "'cap2' is not a field name"),
    ])
    func `what is no map of fields is refused`(json: String, message: String) throws {
        let found = problems(reading: try JSONReader.read(json), RawFields.codec)
        #expect(found.map(\.message) == [message])
    }

    @Test func `a field given twice is refused`() {
        let node = Node.object([("cap", .string("none")), ("cap", .string("unknown"))])
        #expect(
            problems(reading: node, RawFields.codec).map(\.message) == ["'cap' is given twice"])
    }
}

struct RawFieldsTests {
    @Test func `fields are the same in whatever order the members of their values are written`()
        throws
    {
        let one = try RawFields.codec.decode(
            try JSONReader.read(#"{"a":{"x":["1",{"p":"2","q":"3"}],"y":"4"}}"#))
        let other = try RawFields.codec.decode(
            try JSONReader.read(#"{"a":{"y":"4","x":["1",{"q":"3","p":"2"}]}}"#))
        let unlike = try RawFields.codec.decode(
            try JSONReader.read(#"{"a":{"y":"4","x":[{"q":"3","p":"2"},"1"]}}"#))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != unlike)
        let values = [one, other].compactMap { $0["a"].map { RawValue($0) } }
        #expect(values[0] == values[1])
        #expect(values[0].hashValue == values[1].hashValue)
    }

    @Test func `fields wait for their kind and come back unchanged`() throws {
        let json = #"{"cap":"undisclosed","ends":{"through":"2030"},"rate":"20% of revenue"}"#
        let fields = try RawFields.codec.decode(try JSONReader.read(json))
        #expect(fields.names == [.cap, .ends, .rate])
        #expect(fields[.cap] == .string("undisclosed"))
        #expect(fields[.floor] == nil)
        #expect(CanonicalJSON.text(of: RawFields.codec.encode(fields)) == json)
        try expectRoundTrip(fields, RawFields.codec)
    }

    @Test func `YAML and JSON give the same values`() throws {
        let json = #"{"obligor":"a","beneficiary":"b","quantity":4500,"unit":"4500","per":"P1Y"}"#
        let fromJSON = try RawFields.codec.decode(try JSONReader.read(json))
        let yaml = Node.object([
            ("obligor", Node(.plain("a"))), ("beneficiary", Node(.plain("b"))),
            ("per", Node(.plain("P1Y"))), ("unit", Node(.string("4500"))),
            ("quantity", Node(.plain("4500"))),
        ])
        let fromYAML = try RawFields.codec.decode(yaml)
        let stored = try RawFields.codec.decode(throughJSON(RawFields.codec.encode(fromYAML)))
        #expect(stored == fromYAML)
        var problems = Problems()
        let typed = [fromJSON, fromYAML, stored].map {
            $0.typed(for: .volumeCommitment, requireAll: true, &problems)
        }
        #expect(problems.isEmpty)
        #expect(typed[0] == typed[1])
        #expect(typed[1] == typed[2])
        #expect(typed[0][.quantity] == .stated(.count(4500)))
        #expect(typed[0][.unit] == .stated(.text("4500")))
    }

    @Test func `flags are the same from yes, true and JSON`() throws {
        let spellings = [Node(.plain("yes")), Node(.plain("true")), .boolean(true), .string("yes")]
        var problems = Problems()
        let values = spellings.map { flag in
            RawFields([.obligor: .string("a"), .consent: flag])
                .typed(for: .publicity, requireAll: true, &problems)
        }
        #expect(problems.isEmpty)
        #expect(values.allSatisfy { $0[.consent] == .stated(.flag(true)) })
    }

    @Test func `places in the source are kept and do not count`() throws {
        let fields = try RawFields.codec.decode(try JSONReader.read("{\n  \"cap\": \"none\"}"))
        #expect(fields.mark(of: .cap) == Mark(line: 2, column: 3))
        #expect(fields == RawFields([.cap: .string("none")]))
        #expect(RawFields([:]).isEmpty)
    }

    @Test func `what could be read is returned beside the problems`() {
        var problems = Problems()
        let fields = RawFields([.cap: .string("ten"), .payer: .string("a"), .law: .string("x")])
        let values = fields.typed(for: .revenueShare, requireAll: false, &problems)
        #expect(values.names == [.payer])
        #expect(problems.all.count == 2)
    }
}
