import Notation
import Terms

/// How one value of a field is spelled in a cell.
///
/// A cell has the words of a recording, and for what is a map or a list there the shorter ones that people write:
/// `through 2030`, `only eu, us`, `between USD 1 and USD 2`, `acme, lumen`. What has no such words stands as in a
/// recording, in braces or brackets. A text is taken as it stands.
enum TableValue {
    /// How cells are read: every cell is read with an empty list such as this.
    static let manner = Problems(.forgiving)

    /// The node that the cell stands for, to be read by the codec of its field.
    ///
    /// - Parameter currency: of amounts that name none.
    static func node(_ text: String, of field: FieldSchema, currency: String? = nil) -> Node {
        if let map = flow(text, of: field) { return map }
        switch field.type {
        case .text: return .string(text)
        case .bound: return bound(text, bare: field.name == .starts ? "from" : nil)
        case .tags: return range(text) ?? tags(text)
        case .parties, .yearly: return list(text)
        case .money:
            let amount: (String) -> String = { text in
                currency.map { Money.completed(text, in: $0) } ?? text
            }
            return range(text, amount) ?? Node(.plain(amount(text)))
        case .choice, .flag, .count, .rate, .unitPrice, .tiers, .schedule, .formula,
            .indexation, .date, .duration, .lapse, .party, .term, .condition:
            return range(text) ?? Node(.plain(text))
        }
    }

    /// A bound as people write it.
    ///
    /// - Parameter bare: the word meant where a date stands alone; nil where that would be a guess.
    static func bound(_ text: String, bare: String?) -> Node {
        if let node = flow(text) { return node }
        let (word, rest) = firstWord(of: text)
        if let name = boundWords[word], !rest.isEmpty {
            return .object([(name, Node(.plain(rest)))])
        }
        if let bare, isDate(text) || (text.first?.isNumber ?? false) {
            return .object([(bare, Node(.plain(text)))])
        }
        return range(text) ?? Node(.plain(text))
    }

    /// What to write instead of a bound that cannot be read; nil for a field of another type.
    static func hint(for text: String, of field: FieldSchema) -> String? {
        guard field.type == .bound else { return nil }
        guard isDate(text) else { return boundHint }
        return
            "say which it is: through \(text) (its last day) or until \(text) (the first day without it)"
    }

    static let boundHint =
        "write through 2030-12-31 (its last day), until 2031-01-01 (the first day without it), from 2024-01-01, "
        + "on 2024-01-01, announced 2024-01-01, upon CONDITION, or open"

    /// The cell of a value, which reads back the same.
    static func text(of value: ValueState, in field: FieldSchema) -> String {
        let node = field.codec.encode(value)
        let short = shortText(of: node, field.type)
        if let short, isKept(short), reads(short, as: value, in: field) { return short }
        let whole = YAMLWriter.flow(node)
        // A text may look like a map, or have at its ends what a cell loses.
        return whole.hasPrefix("{") || whole.hasPrefix("[")
            ? whole : YAMLWriter.flow(.object([("stated", node)]))
    }

    /// The cell of a bound that is no field: of `effective` and `lasts`.
    static func text(of bound: DateBound) -> String {
        let node = DateBound.codec.encode(bound)
        var problems = manner
        guard let short = shortText(of: node, .bound),
            DateBound.codec.decode(Self.bound(short, bare: nil), &problems) == bound,
            problems.isEmpty
        else { return YAMLWriter.flow(node) }
        return short
    }

    private static func reads(_ text: String, as value: ValueState, in field: FieldSchema) -> Bool {
        var problems = manner
        return field.codec.decode(Self.node(text, of: field), &problems) == value
            && problems.isEmpty
    }

    /// Whether a spreadsheet and the reader of cells leave a text as it is, and people see all of it.
    static func isKept(_ text: String) -> Bool {
        SafeText.isSeen(text) && text == trimmed(text) && unguarded(text) == text
    }

    /// A text for a column that takes no other spelling than its own: what is not seen in it stays, for the table is
    /// read again; white space at its ends does not, nor tabs and line breaks beside what is not seen.
    static func words(_ text: String) -> String {
        isKept(text)
            ? text : trimmed(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    }

    /// Whether such a text is read again as it is.
    static func comesBack(_ text: String) -> Bool {
        words(text) == text && unguarded(text) == text
    }

    // MARK: Cells

    /// The value without white space around it, and without the apostrophe by which a spreadsheet is kept from running
    /// it.
    static func value(of cell: String) -> String { unguarded(trimmed(cell)) }

    /// The words with one blank between them, also where a line was broken or a blank was kept from breaking it.
    static func inOneLine(_ text: String) -> String {
        guard text.contains(where: { $0.isNewline || $0 == "\u{A0}" || $0 == "\u{202F}" }) else {
            return text
        }
        return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }

    private static func unguarded(_ text: String) -> String {
        guard text.first == "'" else { return text }
        let rest = text.dropFirst()
        let first = rest.first { !$0.isWhitespace }
        return first.map { "=+-@＝＋－＠".contains($0) } ?? false ? trimmed(String(rest)) : text
    }

    static func trimmed(_ text: String) -> String {
        let rest = text.drop { $0.isWhitespace }
        return String(String(rest.reversed().drop { $0.isWhitespace }).reversed())
    }

    // MARK: Words

    private static let boundWords = [
        "on": "on", "from": "from", "through": "through", "until": "until", "before": "until",
        "announced": "announced", "upon": "upon", "soft": "soft",
    ]

    /// `between USD 1 and USD 2`.
    private static func range(_ text: String, _ end: (String) -> String = { $0 }) -> Node? {
        let (word, rest) = firstWord(of: text)
        guard word == "between" else { return nil }
        let ends = rest.split(separator: " ", omittingEmptySubsequences: true)
        guard let middle = ends.firstIndex(where: { $0.lowercased() == "and" }) else { return nil }
        let low = ends[..<middle].joined(separator: " ")
        let high = ends[(middle + 1)...].joined(separator: " ")
        return .object([("between", .list([Node(.plain(end(low))), Node(.plain(end(high)))]))])
    }

    /// As `TagSet` understands a text, a line for a name too; where it does not, each name is wrong by itself.
    private static func tags(_ text: String) -> Node {
        let node = Node(.plain(text.split(whereSeparator: \.isNewline).joined(separator: ", ")))
        var problems = manner
        let isUnderstood = TagSet.codec.decode(node, &problems) != nil
        return isUnderstood || !problems.doubts.isEmpty ? node : .object([("only", list(text))])
    }

    private static func list(_ text: String) -> Node {
        if ["undisclosed", "unknown", "silent", "none"].contains(text) {
            return Node(.plain(text))
        }
        return .list(
            text.split { ",;".contains($0) || $0.isNewline }
                .map { Node(.plain(trimmed(String($0)))) })
    }

    private static func firstWord(of text: String) -> (word: String, rest: String) {
        let word = text.prefix { !$0.isWhitespace }
        return (word.lowercased(), trimmed(String(text.dropFirst(word.count))))
    }

    private static func isDate(_ text: String) -> Bool {
        var problems = manner
        return CivilDate.codec.decode(Node(.plain(text)), &problems) != nil
    }

    // MARK: Maps and lists as in a recording

    /// A map or a list in braces or brackets; of a text only a map that says something of its value.
    private static func flow(_ text: String, of field: FieldSchema) -> Node? {
        guard let node = flow(text) else { return nil }
        if field.type == .tags, case .list = node.content { return .object([("only", node)]) }
        guard field.type == .text else { return node }
        var problems = manner
        guard case .object = node.content, field.codec.decode(node, &problems) != nil,
            problems.isEmpty
        else { return nil }
        return node
    }

    static func flow(_ text: String) -> Node? {
        guard let first = text.first, "{[".contains(first) else { return nil }
        var problems = manner
        return YAMLReader.read(Array(text.utf8), &problems)
    }

    // MARK: Writing

    private static func shortText(of node: Node, _ type: FieldType) -> String? {
        switch node.content {
        case .plain(let text), .string(let text): return text
        case .integer(let number): return String(number)
        case .boolean(let flag): return flag ? "yes" : "no"
        case .list(let items): return listing(items)
        case .object(let members):
            guard let member = members.first, members.count == 1 else { return nil }
            return shortText(of: member, type)
        case .null: return nil
        }
    }

    private static func shortText(of member: Node.Member, _ type: FieldType) -> String? {
        if case .list(let items) = member.value.content {
            guard let texts = listing(items) else { return nil }
            switch (type, member.name) {
            case (.tags, "only"): return "only \(texts)"
            case (.tags, "all-except"): return "all except \(texts)"
            case (_, "between"):
                let ends = items.compactMap(\.text)
                return ends.count == 2 ? "between \(ends[0]) and \(ends[1])" : nil
            case _: return nil
            }
        }
        guard type == .bound, boundWords[member.name] == member.name else { return nil }
        return member.value.text.map { "\(member.name) \($0)" }
    }

    private static func listing(_ items: [Node]) -> String? {
        let texts = items.compactMap(\.text)
        return texts.count == items.count ? texts.joined(separator: ", ") : nil
    }
}
