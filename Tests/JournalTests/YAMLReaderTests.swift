import Journal
import Notation
import Testing

struct YAMLReaderTests {
    @Test(
        arguments: [
            "no", "yes", "on", "0123", "10.50", "1e3", "0x1F", "12:30", "2026-04-27", "2026-04",
            "2026~", "2026-04-27T10:00:00Z", "USD 10.50", "20% of total revenue", ".inf", "Null",
        ])
    func `a plain scalar is the characters written`(_ text: String) {
        let (node, problems) = read("value: \(text)\n")
        #expect(problems == [])
        #expect(node?["value"]?.content == .plain(text))
    }

    @Test(
        arguments: [
            (#""no""#, "no"), ("'it''s'", "it's"), (#""a\tb\u00e9""#, "a\tbé"),
            (">-\n  one\n  two", "one two"), ("|\n  one\n  two\n", "one\ntwo\n"),
        ])
    func `a quoted or a block scalar is a text`(_ written: String, _ text: String) {
        #expect(read("value: \(written)\n").node?["value"]?.content == .string(text))
    }

    @Test func `every key, scalar, list and map has its line and column`() throws {
        let node = try #require(
            read("é: ünï\nb:\n  - { c: d, e: [f] }\n  -   >-\n    long\n").node)
        guard case .object(let members) = node.content,
            case .list(let items)? = node["b"]?.content,
            case .object(let inner) = items[0].content
        else {
            Issue.record("not the tree written")
            return
        }
        #expect(members.map(\.mark) == [Mark(line: 1, column: 1), Mark(line: 2, column: 1)])
        #expect(members[0].value.mark == Mark(line: 1, column: 4))
        #expect(items.map(\.mark) == [Mark(line: 3, column: 5), Mark(line: 4, column: 7)])
        #expect(inner.map(\.mark) == [Mark(line: 3, column: 7), Mark(line: 3, column: 13)])
        #expect(items[0]["e"]?.mark == Mark(line: 3, column: 16))
    }

    @Test func `a mark counts characters, also after text that is not ASCII`() {
        let (_, problems) = read("a: { b: \"é→😀\", c: !t d }\n")
        #expect(problems == ["1:19 a tag"])
    }

    @Test func `a byte order mark and lines that end in CR LF are read`() {
        let (node, problems) = read("\u{FEFF}a: b\r\nc:\r\n  - d\r\n")
        #expect(problems == [])
        #expect(node == read("a: b\nc:\n  - d\n").node)
    }

    @Test func `what CR LF ends is refused in the right place`() {
        #expect(
            read("a: b\r\nc: !t d\r\ne: &x f\r\n").problems == ["2:4 a tag", "3:4 an anchor '&x'"])
    }

    @Test func `member order is kept`() {
        guard case .object(let members)? = read("z: a\na: b\nm: c\n").node?.content else {
            Issue.record("not a map")
            return
        }
        #expect(members.map(\.name) == ["z", "a", "m"])
    }

    @Test func `a few words that look like anchors and aliases in a text are text`() {
        let text = "note: >-\n  see &note and *note,\n  also *note *note *note\n"
        #expect(read(text).problems == [])
    }

    @Test(
        arguments: [
            ("a: &x b\n", ["1:4 an anchor '&x'"]),
            ("a: &x b\nc: *x\nd: [*x, &y z]\n", ["1:4 an anchor '&x'", "3:9 an anchor '&y'"]),
            ("&k a: b\n", ["1:1 an anchor '&k'"]),
            ("a: *x\n", ["1:4 an anchor or an alias"]),
            ("a: {b: c}\n<<: {d: e}\n", ["2:1 a merge key"]),
            ("a: !!str b\n", ["1:4 a tag"]), ("a: !!str \"b\"\n", ["1:4 a tag"]),
            ("a: ! b\n", ["1:4 a tag"]), ("a:\n  !own\n  b: c\n", ["2:3 a tag"]),
            ("a: !own [b]\nc: !<tag:x> d\n", ["1:4 a tag", "2:4 a tag"]),
            ("!!str a: b\n", ["1:1 a tag"]),
            ("a: 1\nb: 2\na: 3\n", ["3:1 'a' is given twice in one map"]),
            ("\"a\": 1\na: 2\n", ["2:1 'a' is given twice in one map"]),
            ("{ a: 1, b: 2, a: 3 }\n", ["1:15 'a' is given twice in one map"]),
            ("a: 1\n---\nb: 2\n", ["2:1 a second document begins"]),
            ("? [a, b]\n: c\n", ["1:3 a key that is not a word"]),
            ("? {a: b}\n: c\n", ["1:3 a key that is not a word"]),
            ("\"\": c\n", ["1:1 a key that is not a word"]),
            (
                "a:\nb: ~\nc: null\n",
                ["1:3 no value", "2:4 '~' is no value", "3:4 'null' is no value"]
            ),
            ("a:\n  -\n  - b\n", ["2:4 no value"]),
            ("a: b\u{0}c\n", ["1:5 a control character (U+0000)"]),
            ("a: b\nc: \u{1B}[0m\n", ["2:4 a control character (U+001B)"]),
            ("a: b\rc: d\n", ["1:5 a control character (U+000D)"]),
            ("a: é\u{85}b\n", ["1:5 a control character (U+0085)"]),
            ("a: \u{2028}\n", ["1:4 a control character (U+2028)"]),
            ("a: b\u{FEFF}\n", ["1:5 a control character (U+FEFF)"]),
            ("", ["the file is empty"]), ("# nothing\n", ["the file is empty"]),
        ])
    func `what the format does not have is refused where it stands`(
        _ yaml: String, _ expected: [String]
    ) {
        let (node, problems) = read(yaml)
        #expect(problems == expected)
        #expect(node == nil)
    }

    @Test(
        arguments: [
            ("{ a: USD 1,000 }", "'USD 1,000'", "amounts have no separators: write USD 1000"),
            ("{ a: USD 1,000,000, b: c }", "'USD 1,000,000'", "write USD 1000000"),
            ("{ a: USD 1,000.50 }", "'USD 1,000.50'", "write USD 1000.50"),
            ("{ a: EUR 1.000,50 , b: c}", "'EUR 1.000,50'", "write EUR 1000.50"),
            ("{ a: EUR 10,5 }", "'EUR 10,5'", "write EUR 10.5"),
            ("{ a: 1,000, b: c }", "'1,000'", "write 1000"),
            ("{ a: Mill, Press, b: c }", "'Mill, Press'", "put a text with a comma in quotes"),
        ])
    func `a value that its comma cuts is reported whole, once`(
        _ yaml: String, _ value: String, _ hint: String
    ) {
        var problems = Problems()
        _ = YAMLReader.read(Array("\(yaml)\n".utf8), &problems)
        #expect(problems.all.map(told) == ["1:6 \(value) is cut at its comma"])
        #expect(problems.all.first?.path == ["a"])
        #expect(problems.all.first?.hint?.hasSuffix(hint) ?? false, "\(problems.all)")
    }

    @Test(arguments: ["{ a: b, c: }", "{ a: [b], c }", "{ c }", "{ a: \"b\", c }"])
    func `a member without a value behind anything else has no value`(_ yaml: String) {
        #expect(read("\(yaml)\n").problems.map { $0.hasSuffix("no value") } == [true])
    }

    @Test(
        arguments: [
            ("a: b\n  c: d\n", "2:4 a ':' where no member can begin"),
            ("title: one: two\n", "1:11 a ':' where no member can begin"),
            ("a: [b, c\nd: e\n", "2:2 the list that begins in line 1 goes on wrongly"),
            ("a: {b: c\nd: e\n", "2:2 the map that begins in line 1 goes on wrongly"),
            ("a: b\nc: \"d\n", "2:4 the quotes that open here are not closed"),
            ("a:\n\t- b\n", "2:1 a value cannot begin with this character"),
            ("a: @b\n", "1:4 a value cannot begin with this character"),
            ("a:\n  - b\n c: d\n", "3:2 the line does not fit the lines above"),
            ("a: b\nc\nd: e\n", "3:1 a name without ':'"),
            ("a: \"\\q\"\n", "1:5 an unknown escape"),
        ])
    func `a mistake of syntax is reported in a plain sentence`(_ yaml: String, _ expected: String) {
        #expect(read(yaml).problems == [expected])
    }

    @Test(arguments: [
        ("{ a: approval of [*], b: c }", true), ("{ a: [b] of c, b: c }", true),
        ("{ a: of {x}, b: c }", true), ("[ [a] b, c ]", true), ("{ a: b\nd: e", false),
    ])
    func `a text with brackets that lacks its quotes is reported so`(
        _ yaml: String, _ isAtBracket: Bool
    ) {
        var problems = Problems()
        _ = YAMLReader.read(Array("a: \(yaml)\n".utf8), &problems)
        let hint = problems.all.first?.hint
        #expect(hint?.contains("put a text with brackets in quotes") == isAtBracket, "\(problems)")
    }

    @Test func `a place to be filled in repeats what belongs there`() {
        var problems = Problems()
        let yaml = "title:  # <- how people call it, such as Acme\nset:\n  rate:  # no advice\n"
        _ = YAMLReader.read(Array(yaml.utf8), &problems)
        let hints = problems.all.compactMap(\.hint)
        #expect(hints.first == "fill in: how people call it, such as Acme")
        #expect(hints.last?.hasPrefix("give one; ") == true, "\(hints)")
    }

    @Test func `invalid UTF-8 is refused at its first byte`() {
        let bytes = Array("a: b\nc: é".utf8) + [0xFF, 0x0A]
        #expect(read(bytes).problems == ["2:5 the file is not UTF-8"])
    }

    @Test func `all keys given twice are reported in one reading, with the other problems`() {
        let yaml = """
            a: 1
            b: &x 2
            c:
              d: 1
              d: 2
              d: !t 3
            a: 3
            'b': 4

            """
        #expect(
            read(yaml).problems == [
                "2:4 an anchor '&x'", "5:3 'd' is given twice in one map",
                "6:3 'd' is given twice in one map", "6:6 a tag",
                "7:1 'a' is given twice in one map", "8:1 'b' is given twice in one map",
            ])
    }

    @Test func `a problem inside a map says which members lead to it`() {
        var problems = Problems()
        _ = YAMLReader.read(Array("a:\n  - b: c\n    d:\n".utf8), &problems)
        #expect(problems.all.map(\.path) == [["a", "1", "d"]])
        #expect(problems.all.allSatisfy { $0.hint != nil })
    }
}
