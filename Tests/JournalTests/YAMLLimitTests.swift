import Effort
import Journal
import Notation
import Testing

/// Hostile files: each must be refused, and without much work.
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

    @Test(arguments: Nesting.allCases)
    func `endless nesting is refused`(_ nesting: Nesting) {
        let (node, problems) = read(nesting.yaml)
        #expect(node == nil)
        #expect(problems.map { $0.hasSuffix("the value is nested too deeply") } == [true])
    }

    /// Named by what it has, for its text fills a log.
    enum Nesting: String, CaseIterable {
        case flowLists, flowListsOnLines, flowMaps, blockLists, blockMaps, listsThatAreClosed

        var yaml: String {
            switch self {
            case .flowLists: "a: " + String(repeating: "[", count: 60_000)
            case .flowListsOnLines: "a: " + String(repeating: "[\n ", count: 300_000)
            case .flowMaps: "a: " + String(repeating: "{b: ", count: 16_000)
            case .blockLists: String(repeating: "- ", count: 32_000) + "a"
            case .blockMaps:
                (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            case .listsThatAreClosed:
                "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
            }
        }
    }

    @Test(arguments: OddKeys.allCases)
    func `many keys that are not words are refused before the parser`(_ keys: OddKeys) {
        let (yaml, place) = keys.yamlAndPlace
        #expect(read(yaml).problems == ["\(place) keys that are not words"])
    }

    /// Named by what it has, for its text fills a log.
    enum OddKeys: String, CaseIterable {
        case keysInsideKeys, manyKeysInsideKeys, mapsAsKeysInAMap, questionsInLinesOfBraces

        var yamlAndPlace: (yaml: String, place: String) {
            switch self {
            case .keysInsideKeys: (String(repeating: "? ", count: 32_000) + "a", "1:1 32000")
            case .manyKeysInsideKeys:
                (
                    String(
                        repeating: "- " + String(repeating: "? ", count: 400) + "a\n", count: 1300
                    ), "1:3 520000"
                )
            case .mapsAsKeysInAMap:
                (
                    "a: {\n" + String(repeating: "  [{b: c}]: d,\n", count: 50_000) + "}\n",
                    "2:11 50000"
                )
            case .questionsInLinesOfBraces:
                (
                    String(repeating: "{?\n", count: 900)
                        + String(repeating: "x\n", count: 300_000), "1:2 900"
                )
            }
        }
    }

    @Test func `questions and brackets in a text are no keys`() {
        let lines = String(repeating: "  Why ? [1]: because of {x}: y\n", count: 40)
        #expect(read("a: |\n\(lines)").problems == [])
    }

    @Test func `a key given twice in a long file is reported once, and the file is not read again`()
    {
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

    private static func longList(_ items: Int) -> String {
        "a: [" + String(repeating: "é, ", count: items) + "]\n"
    }

    @Test func `long lists in one line each are read`() {
        let text = Self.longList(13_000)
        let others = ["b", "c"].map { text.replacing("a:", with: "\($0):") }
        #expect(read(text + others.joined()).problems == [])
    }

    @Test func `the work for a list in one line grows in proportion to it`() {
        let growth = Growth.eightfold(1_600, of: Self.longList) { _ = read($0) }
        #expect(Growth.isLinear(growth), "eight times the list takes \(growth) times the work")
    }
}
