import Effort
import Journal
import Notation
import Testing

struct YAMLWriterTests {
    @Test(arguments: [
        Node.object([("a", .string(" \u{301}first line\nsecond line\n"))]),
        .list([.object([("\u{345}name", .string("a")), ("b", .string("c"))])]),
        .list([.object([("\u{301}name", .object([("\u{903}", .string("a"))]))])]),
    ])
    func `a sign that joins the space before it is kept`(node: Node) {
        let (back, problems) = read(YAMLWriter.text(of: node))
        #expect(problems == [])
        #expect(back.map { CanonicalJSON.text(of: $0) } == CanonicalJSON.text(of: node))
    }

    @Test func `a recording's parts are written as they stand in the repository`() {
        let node = Node.object([
            ("recording", .string("2026-04-27-revised-agreement")),
            ("instrument", .object([("effective", .object([("through", .string("2030"))]))])),
            ("signed", .boolean(true)), ("number", .integer(3)),
            ("tags", .list([.string("a/b"), .string("c")])), ("none", .list([])),
            (
                "events",
                .list([
                    .object([
                        (
                            "term-amended",
                            .object([
                                ("term", .string("license.models-and-products")),
                                ("set", .object([("exclusivity", .string("non-exclusive"))])),
                                ("note", .string(String(repeating: "word ", count: 30) + "end")),
                            ])
                        )
                    ]),
                    .object([("term-removed", .object([("term", .string("a.b"))]))]),
                ])
            ),
        ])
        #expect(
            YAMLWriter.text(of: node) == """
                recording: 2026-04-27-revised-agreement
                instrument: { effective: { through: 2030 } }
                signed: yes
                number: 3
                tags: [a/b, c]
                none: []
                events:
                  - term-amended:
                      term: license.models-and-products
                      set: { exclusivity: non-exclusive }
                      note: >-
                        word word word word word word word word word word word word word word word word word word
                        word word word word word word word word word word word word end
                  - term-removed: { term: a.b }

                """)
    }

    @Test(
        arguments: [
            ("plain words", "plain words"), ("2026-04-27", "2026-04-27"), ("2032", "2032"),
            ("2025-10-28/..", "2025-10-28/.."), ("a, b [c]", "a, b [c]"), ("it's", "it's"),
            ("USD 10.50", "USD 10.50"), ("https://x.org/?p=1", "https://x.org/?p=1"),
            ("key#2", "key#2"), ("Économie", "Économie"),
            ("no", "\"no\""), ("Yes", "\"Yes\""), ("OFF", "\"OFF\""), ("null", "\"null\""),
            ("~", "\"~\""), ("", "\"\""), ("0123", "\"0123\""), ("10.50", "\"10.50\""),
            ("1e3", "\"1e3\""), ("0x1F", "\"0x1F\""), ("12:30", "\"12:30\""),
            ("1_000", "\"1_000\""), ("12345678901234567890", "\"12345678901234567890\""),
            ("2026-04-27T10:00:00Z", "\"2026-04-27T10:00:00Z\""), ("-1", "-1"), ("-0", "\"-0\""),
            ("-01", "\"-01\""),
            ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a:", "\"a:\""), (" a", "\" a\""),
            ("a ", "\"a \""), ("- a", "\"- a\""), ("*a", "\"*a\""), ("&a", "\"&a\""),
            ("@a", "\"@a\""), ("%a", "\"%a\""), ("[***]", "\"[***]\""), ("a\tb", "\"a\\tb\""),
            ("say \"a\"", "say \"a\""), ("\"a\"", "'\"a\"'"), ("\\a", "'\\a'"),
            ("\"it's\"", "\"\\\"it's\\\"\""),
            ("a\u{0}b\u{85}", "\"a\\u0000b\\u0085\""), ("a\u{202E}b", "\"a\\u202eb\""),
            ("a\u{E0001}", "\"a\\U000e0001\""), ("a\u{200B}b", "\"a\\u200bb\""),
            ("\u{3164}b", "\"\\u3164b\""), ("a\u{34F}\u{FE0F}", "\"a\\u034f\\ufe0f\""),
            ("\"\u{200D}\\", "\"\\\"\\u200d\\\\\""),
        ])
    func `a text is quoted where a reader would take it for something else`(
        _ text: String, _ written: String
    ) {
        #expect(YAMLWriter.text(of: .object([("a", .string(text))])) == "a: \(written)\n")
    }

    @Test func `no letter that is invisible stands in a file as it is`() {
        let unseen = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            let properties = scalar.properties
            return properties.isDefaultIgnorableCodePoint || properties.isBidiControl
                || properties.generalCategory == .format
        }
        let texts = unseen.map { "a\($0)b c" }
        let hidden = Set(unseen)
        let lines = texts + [texts.joined(separator: " "), texts.joined(separator: "\n")]
        let file = YAMLWriter.text(of: .list(lines.map { .string($0) }))
        #expect(!file.unicodeScalars.contains { hidden.contains($0) })
    }

    @Test(arguments: ["می\u{200C}خواهم", "क\u{94D}\u{200D}ष"])
    func `a joiner that honest text needs stays in its word`(_ text: String) {
        #expect(YAMLWriter.text(of: .object([("a", .string(text))])) == "a: \(text)\n")
    }

    @Test(arguments: ["a, b", "a?b", "[a]", "{a}", "it's"])
    func `a text between brackets is quoted for what would end it there`(_ text: String) {
        #expect(YAMLWriter.text(of: .list([.list([.string(text)])])) == "- [\"\(text)\"]\n")
    }

    @Test func `a flag read without quotes stays a flag`() throws {
        let node = try #require(read("a: yes\nb: 0123\n").node)
        #expect(YAMLWriter.text(of: node) == "a: yes\nb: 0123\n")
    }

    @Test(
        arguments: [
            ("one\ntwo", "a: |-\n  one\n  two\n"), ("one\n\n  two\n", "a: |\n  one\n\n    two\n"),
            ("one\n", "a: |\n  one\n"), ("one\n\n", "a: \"one\\n\\n\"\n"),
            (" one\ntwo", "a: \" one\\ntwo\"\n"), ("one \ntwo", "a: \"one \\ntwo\"\n"),
            ("\n", "a: \"\\n\"\n"), ("one\r\ntwo", "a: \"one\\r\\ntwo\"\n"),
        ])
    func `a text of several lines stands as it is where that keeps it`(
        _ text: String, _ written: String
    ) {
        #expect(YAMLWriter.text(of: .object([("a", .string(text))])) == written)
    }

    @Test func `a long text without spaces stays in one line`() {
        let address = "https://example.org/" + String(repeating: "x", count: 120)
        #expect(YAMLWriter.text(of: .object([("url", .string(address))])) == "url: \(address)\n")
    }

    @Test(arguments: 0..<20)
    func `random trees are read back as they were written`(_ seed: Int) throws {
        var trees = RandomTrees(seed: UInt64(seed))
        for _ in 0..<60 {
            let node = trees.node()
            let text = YAMLWriter.text(of: node)
            let (back, problems) = read(text)
            #expect(problems == [], "\(text)")
            #expect(try untyped(#require(back)) == untyped(node), "\(text)")
            #expect(try YAMLWriter.text(of: #require(back)) == text, "written again it differs")
        }
    }
}

/// Trees of the texts that are hard to write.
private struct RandomTrees {
    private var generator: Seeded
    private static let words = [
        "a", "word", "no", "0123", "1e3", "10.50", "2026-04-27", "null", "~", "-", "- ", "?", ":",
        ": ", " #", "#", "&a", "*a", "!t", "|", ">", "%", "@", "`", "'", "\"", "\\", ",", "[", "]",
        "{", "}", "---", "...", "<<", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "\u{0}",
        "\u{7F}",
        "\u{85}", "\u{A0}", "\u{AD}", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFE}", "é",
        "e\u{301}",
        " \u{301}", "😀", "\u{10FFFF}", "\u{E000}", "https://x.org/?a=b&c#d", "key#1", "中文",
        "\u{200B}", "\u{200D}", "\u{3164}", "\u{34F}", "\u{FE0F}", "\u{115F}", "\u{E0100}",
        "9\u{FE0F}\u{20E3}",
        "👩\u{200D}🚀", "می\u{200C}خواهم", "longer words that go on and on ",
        "until the line is full ",
    ]

    init(seed: UInt64) { generator = Seeded(seed) }

    mutating func node(depth: Int = 0) -> Node {
        switch Int.random(in: 0..<(depth > 4 ? 4 : 8), using: &generator) {
        case 0: return .integer(Int.random(in: -5000...5000, using: &generator))
        case 1: return .boolean(Bool.random(using: &generator))
        case 2, 3: return .string(text(most: 12))
        case 4, 5: return .list(few { $0.node(depth: depth + 1) })
        case _:
            var seen: Set<String> = []
            let members = few { ($0.text(most: 3), $0.node(depth: depth + 1)) }
            return .object(members.filter { !$0.0.isEmpty && seen.insert($0.0).inserted })
        }
    }

    private mutating func few<Element>(_ make: (inout Self) -> Element) -> [Element] {
        (0..<Int.random(in: 0..<5, using: &generator)).map { _ in make(&self) }
    }

    private mutating func text(most words: Int) -> String {
        (0..<Int.random(in: 0...words, using: &generator)).map { _ in
            Self.words.randomElement(using: &generator) ?? ""
        }.joined()
    }
}
