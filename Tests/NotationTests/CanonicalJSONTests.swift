import Effort
import Notation
import Testing

/// Vectors of RFC 8785, within the profile that has no floating point numbers.
@Suite struct CanonicalJSONTests {
    @Test(arguments: [
        (Node.object([]), "{}"),
        (.list([]), "[]"),
        (.string(""), #""""#),
        (.boolean(true), "true"),
        (.boolean(false), "false"),
        (Node(.null), "null"),
        (.integer(0), "0"),
        (.integer(-1), "-1"),
        (.integer(9_007_199_254_740_991), "9007199254740991"),
        (.integer(-9_007_199_254_740_991), "-9007199254740991"),
        (.list([.integer(1), .list([.integer(2)]), .object([])]), "[1,[2],{}]"),
    ])
    func `a value has one text, without white space`(node: Node, text: String) {
        #expect(CanonicalJSON.text(of: node) == text)
    }

    /// The example of RFC 8785 §3.2.3: by UTF-16 code units, not by bytes of UTF-8.
    @Test func `members stand in the order of the RFC's own example`() {
        let names = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
        let values = [
            "Euro Sign", "Carriage Return", "Hebrew Letter Dalet With Dagesh", "One",
            "Emoji: Grinning Face", "Control", "Latin Small Letter O With Diaeresis",
        ]
        let node = Node.object(Array(zip(names, values.map { .string($0) })))
        guard
            case .object(let sorted)? = try? JSONReader.read(CanonicalJSON.bytes(of: node)).content
        else {
            Issue.record("unreadable")
            return
        }
        #expect(
            sorted.compactMap(\.value.text) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis",
                "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test func `members stand in the order of their names' bytes, at every level`() {
        let sorted = ["", " ", "1", "10", "2", "A", "_", "a", "a-b", "a.b", "ab", "b", "~"]
        let values = Node.object([("b", .integer(1)), ("a", .integer(2))])
        let node = Node.object(sorted.reversed().map { ($0, values) })
        let members = sorted.map { #""\#($0)":{"a":2,"b":1}"# }.joined(separator: ",")
        #expect(CanonicalJSON.text(of: node) == "{\(members)}")
    }

    @Test func `the order given makes no difference`() {
        let members = [("c", Node.integer(1)), ("a", .integer(2)), ("b", .integer(3))]
        for turned in [members, members.reversed(), [members[1], members[0], members[2]]] {
            #expect(CanonicalJSON.text(of: .object(turned)) == #"{"a":2,"b":3,"c":1}"#)
        }
    }

    /// RFC 8785 §3.2.2.2: two-character escapes where there is one, `\u00xx` in lower case for other
    /// control characters, and everything else as it is.
    @Test(arguments: [
        ("\u{20ac}$\u{000F}\u{000a}A'\u{0042}\u{0022}\u{005c}\\\"/", #""€$\u000f\nA'B\"\\\\\"/""#),
        ("\u{08}\u{09}\u{0A}\u{0C}\u{0D}", #""\b\t\n\f\r""#),
        ("\u{00}\u{01}\u{07}\u{0B}\u{0E}\u{1F}", #""\u0000\u0001\u0007\u000b\u000e\u001f""#),
        ("\u{7F}\u{80}", "\"\u{7F}\u{80}\""),
        ("/", #""/""#),
        ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
        ("😂", #""😂""#),
        ("דּ", "\"דּ\""),
    ])
    func `a text is escaped only where it must be`(text: String, json: String) {
        #expect(CanonicalJSON.text(of: .string(text)) == json)
    }

    @Test func `texts are not normalized`() {
        let composed = CanonicalJSON.bytes(of: .string("\u{E9}"))
        let decomposed = CanonicalJSON.bytes(of: .string("e\u{301}"))
        #expect(composed == [0x22, 0xC3, 0xA9, 0x22])
        #expect(decomposed == [0x22, 0x65, 0xCC, 0x81, 0x22])
    }

    @Test func `an untyped scalar of YAML is written as a text`() {
        #expect(CanonicalJSON.text(of: Node(.plain("no"))) == #""no""#)
        #expect(CanonicalJSON.text(of: Node(.plain("0123"))) == #""0123""#)
    }

    @Test func `every control character comes back through the reader`() throws {
        for code in UInt8(0)..<0x80 {
            let node = Node.string(String(UnicodeScalar(code)))
            #expect(try JSONReader.read(CanonicalJSON.bytes(of: node)) == node)
        }
    }

    @Test func `random trees come back, and their texts are fixed points`() throws {
        var random = Seeded(20_260_427)
        for _ in 0..<500 {
            let node = randomNode(depth: 4, &random)
            let text = CanonicalJSON.text(of: node)
            let again = try JSONReader.read(text)
            #expect(again.sorted == node.sorted)
            #expect(CanonicalJSON.text(of: again) == text)
            #expect(try JSONReader.read(CanonicalJSON.prettyText(of: node)) == node)
        }
    }

    @Test func `the text for people escapes what reorders it or steers a terminal`() throws {
        let node = Node(.string("a\u{202E}b\u{9B}c\u{2066}d\u{7F}"))
        let text = CanonicalJSON.prettyText(of: node)
        #expect(text == #""a\u202eb\u009bc\u2066d\u007f""# + "\n")
        #expect(try JSONReader.read(text) == node)
    }

    @Test func `the text for people keeps the order given`() {
        let node = Node.object([
            ("b", .list([.integer(1), .object([]), .list([])])),
            ("a", .object([("x", .string("y"))])),
        ])
        #expect(
            CanonicalJSON.prettyText(of: node) == """
                {
                  "b": [
                    1,
                    {},
                    []
                  ],
                  "a": {
                    "x": "y"
                  }
                }

                """)
    }
}
