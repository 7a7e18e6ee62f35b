import Notation

extension Tag {
    /// A tag in any case.
    static func understood(_ text: String) -> Understanding<Tag>? {
        doubted(text) ?? Tag(text.lowercased()).map { .one($0) }
    }

    /// What speaks against a name among tags: it is a word of the notation, or of the spreadsheet, and says how much is
    /// covered or that nothing is stated.
    static func doubted(_ text: String) -> Understanding<Tag>? {
        let word = text.lowercased()
        if TagSet.quantifiers.contains(word) {
            return .nothing(
                "is not a tag, but says how much is covered",
                hint:
                    "write all alone, all except a, b or only a, b; a tag of that name stands in quotes"
            )
        }
        guard
            ValueState.Word(rawValue: word) != nil || ["true", "false"].contains(word)
                || ValueState.Word.placeholders.contains(word)
        else {
            return nil
        }
        return .nothing(
            "is not a tag, but says that nothing is named", hint: TagSet.stateHint)
    }
}

extension TagSet {
    /// A scope as people write it: a list, `[eu, us]`, is only what is in it; so is a text with commas, and one tag.
    static func understood(_ node: Node) -> Understanding<TagSet>? {
        switch node.content {
        case .list(let items):
            for item in items {
                if case .plain(let text) = item.content, let doubt = doubted(text) { return doubt }
            }
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
            let names = text.dropFirst(words.count)
            if let doubt = doubted(names, isListed: true) { return doubt }
            guard let tags = list(names) else { return nil }
            return isExcept ? .one(.allExcept(tags.sorted())) : only(tags)
        }
        if let doubt = doubted(text) { return doubt }
        if let state = stateMeant(by: text) {
            return .nothing(
                "is not a set of tags: did you mean \(state)?",
                hint: "write \(state), or \(theTag(text))")
        }
        if ["no", "na"].contains(text) { return country(text) }
        return list(text).flatMap(only)
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

    /// What speaks against names among tags.
    ///
    /// - Parameter isListed: whether `only` or `all except` stands before them, so that no name may be a whole.
    private static func doubted(
        _ text: some StringProtocol, isListed: Bool = false
    ) -> Understanding<TagSet>? {
        let words = text.lowercased().split { ",;[]".contains($0) }.map(\.trimmed)
        for word in words {
            if case .nothing(let reason, let hint)? = Tag.doubted(word) {
                return .nothing("is not a set of tags: '\(word)' \(reason)", hint: hint)
            }
            guard !isListed else { continue }
            if wholes.contains(String(word.filter { $0.isLetter })) {
                return .nothing(
                    "is not a set of tags: '\(word)' may be no limit, or a tag",
                    hint: "write all for no limit, or \(theTag(word))")
            }
        }
        return nil
    }

    /// Alone in its place, a short word may be a country or none.
    private static func country(_ code: String) -> Understanding<TagSet> {
        let name = code == "no" ? "Norway" : "Namibia"
        return .nothing(
            "may be \(name), or that there is none",
            hint: "write only \(code) for \(name); \(stateHint)")
    }

    private static func theTag(_ name: String) -> String {
        "{ only: [\(name)] } for a tag of that name"
    }

    /// How much is covered, in the words of the notation.
    static let quantifiers: Set<String> = ["all", "only", "except", "all-except", "all except"]
    static let stateHint =
        "where nothing is stated leave it out, or write none, unknown or undisclosed alone"

    /// Words that mean no limit, or a tag of that name: who means no limit writes `all`.
    private static let wholes: Set<String> = [
        "any", "everything", "everywhere", "global", "unlimited", "world", "worldwide",
    ]

    /// The state of which it is hardly a tag, but a misspelling, such as `unknwon`.
    private static func stateMeant(by word: String) -> String? {
        Spelling.nearest(to: word, among: ValueState.Word.allCases.map(\.rawValue)).first
    }
}
