import Notation
import Testing

@Suite struct JSONReaderTests {
    struct Malformed: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let column: Int
        let message: String

        init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
            self.text = text
            self.line = line
            self.column = column
            self.message = message
        }

        var testDescription: String { "\(text.debugDescription): \(message)" }
    }

    static let malformed: [Malformed] = [
        // nothing, or more than one value
        .init("", 1, 1, "ends too early"),
        .init(" \n\t ", 2, 3, "ends too early"),
        .init("{} {}", 1, 4, "text after the value"),
        .init("1 2", 1, 3, "text after the value"),
        .init("{}\n\n,", 3, 1, "text after the value"),
        .init("\u{FEFF}{}", 1, 1, "unexpected character"),
        // words
        .init("nul", 1, 1, "unknown word"),
        .init("True", 1, 1, "unexpected character"),
        .init("[tru]", 1, 2, "unknown word"),
        .init("NaN", 1, 1, "unexpected character"),
        .init("Infinity", 1, 1, "unexpected character"),
        .init("truex", 1, 5, "text after the value"),
        .init("yes", 1, 1, "unexpected character"),
        // comments and quotes of other languages
        .init("// a\n{}", 1, 1, "unexpected character"),
        .init("{ /* a */ }", 1, 3, "a member name is missing"),
        .init("['a']", 1, 2, "unexpected character"),
        .init("{'a': 1}", 1, 2, "a member name is missing"),
        .init("{a: 1}", 1, 2, "a member name is missing"),
        // numbers
        .init("01", 1, 1, "a number"),
        .init("-01", 1, 1, "a number"),
        .init("-", 1, 1, "a number"),
        .init("-0", 1, 1, "a number"),
        .init("+1", 1, 1, "unexpected character"),
        .init(".5", 1, 1, "unexpected character"),
        .init("1.", 1, 1, "a number"),
        .init("1.0", 1, 1, "a number"),
        .init("[1, 10.50]", 1, 5, "a number"),
        .init("1e3", 1, 1, "a number"),
        .init("1E3", 1, 1, "a number"),
        .init("9007199254740992", 1, 1, "a number"),
        .init("-9007199254740992", 1, 1, "a number"),
        .init("{\"a\":\n 99999999999999999999}", 2, 2, "a number"),
        .init("0x10", 1, 2, "text after the value"),
        .init("1_000", 1, 2, "text after the value"),
        // texts
        .init("\"a", 1, 1, "not closed"),
        .init("[\"é\", \"a]", 1, 7, "not closed"),
        .init("\"a\\", 1, 4, "not closed"),
        .init("\"a\nb\"", 1, 3, "control character"),
        .init("\"a\tb\"", 1, 3, "control character"),
        .init("\"\u{00}\"", 1, 2, "control character"),
        .init(#""\x41""#, 1, 4, "unknown escape"),
        .init(#""\'""#, 1, 4, "unknown escape"),
        .init(#""\u12""#, 1, 4, "incomplete"),
        .init(#""\u12G4""#, 1, 4, "incomplete"),
        .init(#""\u+123""#, 1, 4, "incomplete"),
        .init(#""\ud83d""#, 1, 8, "lone surrogate"),
        .init(#""\ud83dx""#, 1, 8, "lone surrogate"),
        .init(#""\ud83d\u0041""#, 1, 14, "lone surrogate"),
        .init(#""\ude00""#, 1, 8, "lone surrogate"),
        .init(#""\ud83d\ud83d""#, 1, 14, "lone surrogate"),
        // lists
        .init("[", 1, 2, "ends too early"),
        .init("[1", 1, 3, "',' or ']' is missing"),
        .init("[1 2]", 1, 4, "',' or ']' is missing"),
        .init("[1,]", 1, 4, "unexpected character"),
        .init("[,1]", 1, 2, "unexpected character"),
        .init("[1}", 1, 3, "',' or ']' is missing"),
        .init("]", 1, 1, "unexpected character"),
        .init("[\n  1\n  2\n]", 3, 3, "',' or ']' is missing"),
        // maps
        .init("{", 1, 2, "a member name is missing"),
        .init("}", 1, 1, "unexpected character"),
        .init("{\"a\"}", 1, 5, "':' is missing"),
        .init("{\"a\":}", 1, 6, "unexpected character"),
        .init("{\"a\" 1}", 1, 6, "':' is missing"),
        .init("{\"a\":1,}", 1, 8, "a member name is missing"),
        .init("{\"a\":1 \"b\":2}", 1, 8, "',' or '}' is missing"),
        .init("{1:2}", 1, 2, "a member name is missing"),
        .init("{\"a\":1,\r\n\"a\":2}", 2, 1, "'a' is given twice"),
        .init("{\"a\":1, \"\\u0061\":2}", 1, 9, "'a' is given twice"),
        .init("{\"a\":{\"b\":1,\n\"b\":1}}", 2, 1, "'b' is given twice"),
        .init("{\"é\": 1, \"é\": 2}", 1, 10, "'é' is given twice"),
    ]

    @Test(arguments: malformed)
    func `a malformed text is refused where it goes wrong`(row: Malformed) throws {
        let problem = try #require(throws: Problem.self) { try JSONReader.read(row.text) }
        #expect(problem.message.contains(row.message), "\(problem.message)")
        #expect(problem.mark == Mark(line: row.line, column: row.column))
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) throws {
        let problem = try #require(throws: Problem.self) { try JSONReader.read(bytes) }
        #expect(problem.message == "invalid UTF-8 in a text")
        #expect(problem.mark == Mark(line: 1, column: 1))
    }

    @Test func `64 levels are read, one more is refused`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        _ = try JSONReader.read(nested(64))
        for levels in [66, 100_000] {
            let problem = try #require(throws: Problem.self) { try JSONReader.read(nested(levels)) }
            #expect(problem.message == "nested too deeply")
            #expect(problem.mark == Mark(line: 1, column: 66))
        }
    }

    @Test func `every value knows where it was written`() throws {
        let node = try JSONReader.read("{\"ä\": [\n  10, \"é\", true],\n \"b\": {}}")
        guard case .object(let members) = node.content,
            case .list(let items) = members[0].value.content
        else {
            Issue.record("\(node)")
            return
        }
        #expect(node.mark == Mark(line: 1, column: 1))
        #expect(members.map(\.mark) == [Mark(line: 1, column: 2), Mark(line: 3, column: 2)])
        #expect(members.map(\.value.mark) == [Mark(line: 1, column: 7), Mark(line: 3, column: 7)])
        #expect(
            items.map(\.mark) == [
                Mark(line: 2, column: 3), Mark(line: 2, column: 7), Mark(line: 2, column: 12),
            ])
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t\u0041\ud83d\ude00\u00e9\u00E9""#, "\"\\/\u{8}\u{C}\n\r\tA😀éé"),
        ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        (#""\u0000""#, "\u{0}"),
        ("\"\"", ""),
    ])
    func `escapes are read`(json: String, text: String) throws {
        #expect(try JSONReader.read(json) == .string(text))
    }

    @Test func `a text cut from a longer one is reported with the longer one's lines`() throws {
        let node = try JSONReader.read(Array("[\n1]".utf8), line: 40)
        guard case .list(let items) = node.content else { return }
        #expect(node.mark == Mark(line: 40, column: 1))
        #expect(items.map(\.mark) == [Mark(line: 41, column: 1)])
    }

    @Test(arguments: [
        ("0", 0), ("-1", -1), ("9007199254740991", 9_007_199_254_740_991),
        ("-9007199254740991", -9_007_199_254_740_991), (" 7\r\n", 7),
    ])
    func `whole numbers are read`(json: String, number: Int) throws {
        #expect(try JSONReader.read(json) == .integer(number))
    }

    @Test(arguments: [
        ("0", Node.Content.integer(0)), ("-0", .integer(0)), ("-0.00", .integer(0)),
        ("1.50e3", .integer(1500)), ("1250000.50", .plain("1250000.5")), ("1e-3", .plain("0.001")),
        ("-12.030", .plain("-12.03")), ("120E-1", .integer(12)), ("0.1", .plain("0.1")),
        ("9007199254740993", .plain("9007199254740993")),
    ])
    func `decimal numbers are read exactly, and equal ones alike`(
        text: String, content: Node.Content
    ) throws {
        #expect(try JSONReader.read(Array(text.utf8), numbers: .decimal).content == content)
        let list = try JSONReader.read(Array("[\(text), 1]".utf8), numbers: .decimal)
        #expect(list == .list([Node(content), .integer(1)]))
    }

    @Test(arguments: ["01", "1.", ".5", "1e", "-", "+1", "1e99", "1e-99", "0x1"])
    func `what is no decimal number is refused`(text: String) {
        #expect(throws: Problem.self) {
            try JSONReader.read(Array(text.utf8), numbers: .decimal)
        }
    }
}
