import Journal
import Notation

extension FuzzTarget {
    /// YAML of any content: what is read is written so that it reads back the same.
    static let yaml = FuzzTarget(
        "yaml",
        seeds: [
            "a: b\nc: [d, 'e', \"f\\n\"]\ng:\n  - h: 1\n    i: {j: k}\n  - |\n    two\n    lines\n",
            "text: >-\n  a long text that is folded\n  over lines\nno: no\n'quoted: name': 10.50\n",
            "- [a, [b, {c: d}]]\n- {}\n- []\n- \"\\u00e9\\U0001F600\"\n", "a", "",
            "a: |\n  b\n\n  c\n",
            "a: &x b\nc: *x\n", "? a\n: b\n", "%YAML 1.2\n---\na: b\n...\n", "!!str a: !x b\n",
        ],
        words: [
            ": ", "- ", "? ", "|", "|-", ">-", ">+", "\n", "\n  ", "{", "}", "[", "]", ",", "&a ",
            "*a",
            "!!str ", "<<: ", "#", " #", "---\n", "...\n", "%TAG ! x\n", "'", "\"", "~", "null",
            "\\x41",
            "\\N", "0123", "1e3", "yes", "@", "`",
        ]
    ) { bytes throws(Broken) in
        var problems = Problems()
        let node = YAMLReader.read(bytes, &problems)
        try hold((node == nil) != problems.isEmpty, "a document, or problems, and never both")
        guard let node else { return .refused }
        return try checkWritten(node)
    }

    private static func checkWritten(_ node: Node) throws(Broken) -> Outcome {
        let text = YAMLWriter.text(of: node)
        guard fitsLimits(text), hasShortNames(node) else { return .accepted }
        var problems = Problems()
        guard let again = YAMLReader.read(Array(text.utf8), &problems) else {
            let why = problems.all.first?.message ?? "no reason given"
            throw Broken("what was read is written and refused (\(why)): \(text.debugDescription)")
        }
        try holdSame(canonical(node), canonical(again), "a document says the same, written again")
        try holdSettled(again)
        return .accepted
    }

    /// A document that was written once is written alike ever after. (A first time it may change: quotes
    /// go where no one needs them.)
    private static func holdSettled(_ node: Node) throws(Broken) {
        let text = YAMLWriter.text(of: node)
        var problems = Problems()
        guard let again = YAMLReader.read(Array(text.utf8), &problems) else {
            throw Broken("what was written twice is refused: \(text.debugDescription)")
        }
        try holdSame(text, YAMLWriter.text(of: again), "a document is written alike")
    }

    /// YAML takes at most 1,024 characters for a name, which a longer one may have once it is escaped.
    private static func hasShortNames(_ node: Node) -> Bool {
        switch node.content {
        case .list(let items): items.allSatisfy(hasShortNames)
        case .object(let members):
            members.allSatisfy { $0.name.utf8.count <= 128 && hasShortNames($0.value) }
        case .plain, .string, .integer, .boolean, .null: true
        }
    }

    /// A reader refuses what is too long, which a text may become when it is escaped, and a long text that is
    /// full of what might begin a key.
    static func fitsLimits(_ text: String) -> Bool {
        let questions = text.utf8.count { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: ":") }
        return text.utf8.count <= YAMLReader.Limit.bytes
            && questions * text.utf8.count <= 1 << 22
            && text.utf8.split(separator: 0x0A).allSatisfy {
                $0.count <= YAMLReader.Limit.lineBytes
            }
    }
}
