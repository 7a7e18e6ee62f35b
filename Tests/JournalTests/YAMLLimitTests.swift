import Journal
import Notation
import Testing

/// Hostile files: each must be refused, and quickly.
@Suite(.timeLimit(.minutes(1)))
struct YAMLLimitTests {
    private static let bombLevels = Array("abcdefghi")

    /// Nine lists of nine of the list before: 9^9 texts when written out.
    private static var laughs: String {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (before, level) in zip(bombLevels, bombLevels.dropFirst()) {
            let items = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
            yaml += "\(level): &\(level) [\(items)]\n"
        }
        return yaml
    }

    @Test func `a file over 1 MiB is refused unread`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
        #expect(read(bytes).problems == ["the file has 10000000 bytes"])
    }

    @Test func `a line over 64 KiB is refused, and a line of that length is not`() {
        let fits = "a: " + String(repeating: "x", count: YAMLReader.Limit.lineBytes - 3)
        #expect(read("b: c\n\(fits)\n").problems == [])
        #expect(
            read("b: c\n\(fits)x\nd: \(fits)\n").problems == [
                "2:1 the line is longer than 65536 bytes",
                "3:1 the line is longer than 65536 bytes",
            ])
    }

    @Test(arguments: ["", "? *i\n: x\n", "? [*i]\n: x\n", "j: {*i : x}\n"])
    func `a billion laughs are refused by their anchors`(_ tail: String) {
        let (node, problems) = read(Self.laughs + tail)
        #expect(node == nil)
        #expect(problems.first == "1:4 an anchor '&a'")
        #expect(problems.count <= Self.bombLevels.count)
    }

    @Test func `a billion laughs with other line ends are refused too`() {
        let yaml = Self.laughs.replacing("\n", with: "\r\n")
        #expect(read(yaml).problems.first == "1:4 an anchor '&a'")
    }

    @Test(
        arguments: [
            ("flow lists", "a: " + String(repeating: "[", count: 60_000)),
            ("flow lists on lines", "a: " + String(repeating: "[\n ", count: 300_000)),
            ("flow maps", "a: " + String(repeating: "{b: ", count: 16_000)),
            ("block lists", String(repeating: "- ", count: 32_000) + "a"),
            (
                "block maps",
                (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            ),
            (
                "lists that are closed",
                "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
            ),
        ])
    func `endless nesting is refused`(_ what: String, _ yaml: String) {
        let (node, problems) = read(yaml)
        #expect(node == nil)
        #expect(problems.map { $0.hasSuffix("the value is nested too deeply") } == [true])
    }

    @Test(
        arguments: [
            ("keys inside keys", String(repeating: "? ", count: 32_000) + "a", "1:1 32000"),
            (
                "many keys inside keys",
                String(repeating: "- " + String(repeating: "? ", count: 400) + "a\n", count: 1300),
                "1:3 520000"
            ),
            (
                "maps as keys in a map",
                "a: {\n" + String(repeating: "  [{b: c}]: d,\n", count: 50_000) + "}\n",
                "2:11 50000"
            ),
            (
                "questions in lines of braces",
                String(repeating: "{?\n", count: 900) + String(repeating: "x\n", count: 300_000),
                "1:2 900"
            ),
        ])
    func `many keys that are not words are refused before the parser`(
        _ what: String, _ yaml: String, _ place: String
    ) {
        #expect(read(yaml).problems == ["\(place) keys that are not words"])
    }

    @Test func `questions and brackets in a text are no keys`() {
        let lines = String(repeating: "  Why ? [1]: because of {x}: y\n", count: 40)
        #expect(read("a: |\n\(lines)").problems == [])
    }

    @Test func `a key given twice in a long file is told once, and the file is not read again`() {
        let text = (0..<40_000).map { "k\($0): v\nk\($0): v\n" }.joined()
        let (node, problems) = read(text)
        #expect(node == nil)
        #expect(problems.count == 1)
    }

    @Test func `32 levels are read and 33 are not`() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + "x" + String(repeating: "]", count: levels)
        }
        #expect(read(nested(32) + "\n").problems == [])
        #expect(read(nested(33) + "\n").problems == ["1:34 the value is nested too deeply"])
    }

    @Test func `100,000 values are read and one more is not`() {
        func list(_ items: Int) -> String {
            let line = "  " + String(repeating: "a, ", count: 1000) + "\n"
            return "[\n" + String(repeating: line, count: items / 1000)
                + String(repeating: "  a,\n", count: items % 1000) + "]\n"
        }
        #expect(read(list(99_999)).problems == [])
        #expect(read(list(100_000)).problems == ["101:3000 the file has too many values"])
    }

    @Test func `a binary file is refused with a few problems, not one a byte`() {
        #expect(read([UInt8](repeating: 0, count: 100_000)).problems.count == 20)
    }

    @Test func `a long list in one line takes time in proportion`() {
        let line = String(repeating: "é, ", count: 13_000)
        #expect(read("a: [\(line)]\nb: [\(line)]\nc: [\(line)]\n").problems == [])
    }
}
