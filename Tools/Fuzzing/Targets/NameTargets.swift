import Notation
import Terms

extension FuzzTarget {
    /// Sets of tags as JSON: one, or a list of two to compare.
    static let tags = FuzzTarget(
        "tags",
        seeds: [
            #""all""#, #"{"only":["compute","compute/training"]}"#, #"{"all-except":["a.b/c-d"]}"#,
            #"[{"only":["a","b/c"]},{"all-except":["b","a/d"]}]"#, #"["all",{"only":["a"]}]"#,
        ],
        words: [#"{"only":["#, #"{"all-except":["#, "]}", #""a""#, #""a/b""#, ",", "/", "."],
        lengthLimit: 2048
    ) { bytes throws(Broken) in
        guard let node = parsedJSON(bytes) else { return .refused }
        var nodes = [node]
        if case .list(let items) = node.content { nodes = Array(items.prefix(2)) }
        var sets: [TagSet] = []
        for node in nodes {
            guard let tags = try decoded(node, TagSet.codec, "a set of tags") else {
                return .refused
            }
            try holdRoundTrip(tags, TagSet.codec, "a set of tags")
            try hold(tags.contains(tags), "a set contains itself: \(tags)")
            sets.append(tags)
        }
        if sets.count == 2 { try checkTags(sets[0], sets[1]) }
        return .accepted
    }

    private static func checkTags(_ left: TagSet, _ right: TagSet) throws(Broken) {
        let pair = "\(left) and \(right)"
        try hold(left.overlaps(right) == right.overlaps(left), "either way: \(pair)")
        guard left.contains(right) else { return }
        try hold(left.overlaps(right), "what contains overlaps: \(pair)")
        guard right.contains(left) else { return }
        for tag: Tag in ["a", "a/b", "compute/training/small"] {
            try hold(left.contains(tag) == right.contains(tag), "the same set, twice: \(pair)")
        }
    }

    /// Names of all kinds, and references made of them.
    static let identifiers = FuzzTarget(
        text: "identifiers",
        seeds: [
            "microsoft-openai", "revenue-share.openai-to-microsoft", "a", "2026-04-27-revised#2",
            "rate",
            "compute/training", "a.b-c", "a--b", "a.-",
        ],
        words: ["-", ".", "/", "#", "#1", "#999999999", "#0", "A", "_"]
    ) { text throws(Broken) in
        let names: [String?] = [
            TermID(text)?.description, PartyID(text)?.description, ConditionID(text)?.description,
            AgreementID(text)?.description, DisputeID(text)?.description,
            ExpectationID(text)?.description, SourceID(text)?.description,
            RecordingKey(text)?.description, ReadingID(text)?.description,
            FieldName(rawValue: text)?.description, Tag(text)?.description,
            EventReference(text)?.description,
        ]
        for name in names.compactMap(\.self) {
            try holdSame(name, text, "a name is written as it was")
            try hold(text.utf8.count <= 140, "a name is short")
            try hold(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a name is ASCII: \(text)")
        }
        try hold(PartyID(text) == nil || TermID(text) != nil, "a party id is a term id: \(text)")
        try hold(TermID(text) == nil || RecordingKey(text) != nil, "a term id is a key: \(text)")
        return names.contains { $0 != nil } ? .accepted : .refused
    }
}
