import Notation
import Testing

/// A made-up type with every way to have a member.
private struct Crate: Hashable, Sendable {
    enum Size: String, CaseIterable, Sendable { case small, large }

    var label: String
    var count: Int
    var size: Size?
    var marks: [String]
    var isSealed: Bool

    static let codec = Codec<Crate>.object(
        { Crate(label: $0, count: $1, size: $2, marks: $3, isSealed: $4) },
        .required("label", \.label, .text),
        .required("count", \.count, .integer),
        .optional("size", \.size, .choice("a size")),
        .optional("marks", \.marks, .list(of: .text, atLeast: 1), default: []),
        .optional("sealed", \.isSealed, .flag, default: false)
    )
}

@Suite struct CodecTests {
    private func read<Value>(
        _ codec: Codec<Value>, _ json: String
    ) throws -> (value: Value?, problems: [Problem]) {
        var problems = Problems()
        let value = codec.decode(try JSONReader.read(json), &problems)
        return (value, problems.all)
    }

    @Test func `what is encoded is decoded to the same value`() throws {
        let crates = [
            Crate(label: "a", count: 1, size: nil, marks: [], isSealed: false),
            Crate(label: "", count: -5, size: .large, marks: ["x", ""], isSealed: true),
        ]
        for crate in crates {
            let node = Crate.codec.encode(crate)
            #expect(try Crate.codec.decode(node) == crate)
            #expect(
                try Crate.codec.decode(try JSONReader.read(CanonicalJSON.bytes(of: node))) == crate)
        }
    }

    @Test func `what equals its default is left out`() {
        let crate = Crate(label: "a", count: 1, size: nil, marks: [], isSealed: false)
        #expect(CanonicalJSON.text(of: Crate.codec.encode(crate)) == #"{"count":1,"label":"a"}"#)
    }

    @Test func `all problems of a value are reported at once, each at its place`() throws {
        let (value, problems) = try read(
            Crate.codec,
            """
            {
              "count": "many",
              "size": "huge",
              "colour": "red",
              "marks": ["a", 2, []],
              "sealed": 1
            }
            """)
        #expect(value == nil)
        #expect(Set(problems.compactMap(\.mark?.line)) == [1, 3, 4, 5, 6, 2])
        #expect(
            Set(problems.map(\.message)) == [
                "'label' is missing", "\"many\" is not a whole number", "\"huge\" is not a size",
                "unknown member 'colour'", "2 is not a text", "a list of 0 is not a text",
                "1 is not yes or no",
            ])
        #expect(problems.contains { $0.path == ["marks", "2"] || $0.path == ["marks", "1"] })
        #expect(problems.allSatisfy { $0.hint != nil })
    }

    @Test func `an unknown member is reported with the allowed ones`() throws {
        let (_, problems) = try read(Crate.codec, #"{"label":"a","count":1,"colour":"red"}"#)
        #expect(problems.map(\.message) == ["unknown member 'colour'"])
        #expect(problems.first?.hint == "allowed here: label, count, size, marks, sealed")
        #expect(problems.first?.mark == Mark(line: 1, column: 24))
    }

    @Test func `a member given twice is reported`() throws {
        var problems = Problems()
        let node = Node.object([
            ("label", .string("a")), ("count", .integer(1)), ("label", .string("b")),
        ])
        _ = Crate.codec.decode(node, &problems)
        #expect(problems.all.map(\.message) == ["'label' is given twice"])
    }

    @Test(arguments: ["[]", "\"a\"", "1", "true", "null"])
    func `what is not a map is no object`(json: String) throws {
        let (value, problems) = try read(Crate.codec, json)
        #expect(value == nil)
        #expect(problems.map(\.message).first?.hasSuffix("is not a map") == true)
        #expect(problems.count == 1)
    }

    @Test(arguments: [
        "0123", "+5", "1e3", "10.0", "", " 1", "1 ", "0x10", "1_000", "-0", "00", "٣",
        "9007199254740992", "99999999999999999999", "-",
    ])
    func `a scalar that is no plain whole number is refused`(text: String) {
        var problems = Problems()
        #expect(Codec<Int>.integer.decode(Node(.plain(text)), &problems) == nil)
        #expect(problems.all.map(\.message) == ["\(text) is not a whole number"])
    }

    @Test(arguments: [("0", 0), ("7", 7), ("-12", -12), ("9007199254740991", 1 << 53 - 1)])
    func `an untyped scalar is read as a whole number`(text: String, number: Int) throws {
        #expect(try Codec<Int>.integer.decode(Node(.plain(text))) == number)
    }

    @Test func `a quoted number is a text, and no number`() {
        var problems = Problems()
        #expect(Codec<Int>.integer.decode(.string("5"), &problems) == nil)
        #expect(Codec<Bool>.flag.decode(.string("yes"), &problems) == nil)
        #expect(problems.all.count == 2)
    }

    @Test(
        arguments: [
            ("yes", true), ("true", true), ("no", false), ("false", false), ("on", nil),
            ("Yes", nil),
            ("y", nil), ("1", nil), ("", nil),
        ] as [(String, Bool?)])
    func `a flag has four words`(word: String, flag: Bool?) {
        var problems = Problems()
        #expect(Codec<Bool>.flag.decode(Node(.plain(word)), &problems) == flag)
        #expect(problems.isEmpty == (flag != nil))
    }

    @Test(arguments: ["no", "0123", "1e3", "10.50", "2026-04-27", "~", "null", ""])
    func `a text stays what is written`(text: String) throws {
        #expect(try Codec<String>.text.decode(Node(.plain(text))) == text)
        #expect(try Codec<String>.text.decode(.string(text)) == text)
    }

    @Test func `a list shorter than it may be is refused`() throws {
        let codec = Codec<[Int]>.list(of: .integer, atLeast: 2)
        #expect(try read(codec, "[1, 2]").value == [1, 2])
        let (value, problems) = try read(codec, "[1]")
        #expect(value == nil)
        #expect(problems.map(\.hint) == ["expected at least 2"])
    }

    @Test func `a dictionary reports every bad name and value`() throws {
        let codec = Codec<[String: Int]>.dictionary(names: .text, values: .integer)
        #expect(try read(codec, #"{"b":2,"a":1}"#).value == ["a": 1, "b": 2])
        let (value, problems) = try read(codec, #"{"a":"x","b":[],"c":3}"#)
        #expect(value == nil)
        #expect(problems.map(\.path) == [["a"], ["b"]])
    }

    @Test func `a rule over the whole value makes reading fail`() throws {
        let codec = Codec<Int>.integer.checked { number, problems in
            if number % 2 != 0 { problems.report("\(number) is odd", at: nil) }
        }
        #expect(try read(codec, "4").value == 4)
        #expect(try read(codec, "3").value == nil)
        #expect(try read(codec, "3").problems.map(\.message) == ["3 is odd"])
    }

    @Test func `reading without a list of problems throws the first`() {
        #expect {
            try Crate.codec.decode(.object([]))
        } throws: {
            ($0 as? Problem)?.message == "'label' is missing"
        }
    }

    @Test func `long scalars are shortened in messages`() {
        let node = Node(.plain(String(repeating: "a", count: 1_000_000)))
        #expect(node.excerpt.count == 58)
    }
}
