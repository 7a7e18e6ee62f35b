import Notation

extension Tag {
    /// A tag in any case.
    static func understood(_ text: String) -> Understanding<Tag>? {
        Tag(text.lowercased()).map { .one($0) }
    }
}

extension TagSet {
    /// A scope as people write it: a list, `[eu, us]`, is only what is in it; so is a text with commas, and one tag.
    static func understood(_ node: Node) -> Understanding<TagSet>? {
        switch node.content {
        case .list(let items):
            let tags = items.compactMap { $0.text.flatMap { Tag($0.lowercased()) } }
            return tags.count == items.count ? only(tags) : nil
        case .plain(let text), .string(let text): return understood(text)
        case .integer, .boolean, .null, .object: return nil
        }
    }

    private static func understood(_ text: String) -> Understanding<TagSet>? {
        let text = text.lowercased()
        if text == "all" { return .one(.all) }
        for (words, isExcept) in [("all except ", true), ("only ", false)]
        where text.hasPrefix(words) {
            guard let tags = list(text.dropFirst(words.count)) else { return nil }
            return isExcept ? .one(.allExcept(tags.sorted())) : only(tags)
        }
        guard let tags = list(text), !isStateMisspelled(text), !wholes.contains(text) else {
            return nil
        }
        return only(tags)
    }

    /// The tags of a text such as `eu, us`, in brackets or not, each once.
    private static func list(_ text: some StringProtocol) -> [Tag]? {
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        let names = (isBracketed ? String(text.dropFirst().dropLast()) : String(text))
            .split(omittingEmptySubsequences: false) { ",;".contains($0) }
        let tags = names.compactMap { Tag($0.trimmed) }
        return tags.count == names.count && Set(tags).count == tags.count ? tags : nil
    }

    /// In the order in which they are written, so that a list stays as it is.
    private static func only(_ tags: [Tag]) -> Understanding<TagSet>? {
        guard !tags.isEmpty, Set(tags).count == tags.count else { return nil }
        let names = Node.list(tags.map { .string($0.path) })
        return .one(.only(tags.sorted()), canonical: .object([("only", names)]))
    }

    /// Words that mean no limit, or a tag of that name: who means no limit writes `all`.
    private static let wholes: Set<String> = [
        "any", "everything", "everywhere", "global", "unlimited", "world", "worldwide",
    ]

    /// Whether it is hardly a tag, but `unknown` or another state with a slip in it.
    private static func isStateMisspelled(_ text: String) -> Bool {
        let states = ValueState.Word.allCases.map(\.rawValue)
        return !Spelling.nearest(to: text, among: states).isEmpty
    }
}
