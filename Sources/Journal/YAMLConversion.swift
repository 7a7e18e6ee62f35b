import Notation
import Yams

/// Turns the parser's tree into nodes with marks, and reports what the format does not have.
struct YAMLConversion {
    private var text: YAMLText
    /// The names of keys that were disguised to get them past the parser; see `YAMLReader`.
    private let disguised: [Notation.Mark: String]
    private var count = 0
    /// An anchored value is met again at each of its aliases, with the same mark.
    private var reportedAnchors: Set<Notation.Mark?> = []

    init(_ text: YAMLText, disguised: [Notation.Mark: String]) {
        self.text = text
        self.disguised = disguised
    }

    /// Returns the node; it is whole where nothing was reported.
    mutating func node(
        _ source: Yams.Node, depth: Int = 0, _ problems: inout Problems
    ) -> Notation.Node? {
        let mark = Self.mark(source)
        count += 1
        guard count <= YAMLReader.Limit.nodes else {
            if count == YAMLReader.Limit.nodes + 1 {
                problems.report(
                    "the file has too many values",
                    hint: "at most \(YAMLReader.Limit.nodes)", at: mark)
            }
            return nil
        }
        guard depth <= YAMLReader.Limit.depth else {
            problems.report(
                "the value is nested too deeply",
                hint: "at most \(YAMLReader.Limit.depth) levels", at: mark)
            return nil
        }
        guard !isDecorated(source, at: mark, &problems) else { return nil }
        switch source {
        case .scalar(let scalar): return node(of: scalar, mark, &problems)
        case .sequence(let items):
            let nodes = items.enumerated().map { index, item in
                problems.within(String(index + 1)) { node(item, depth: depth + 1, &$0) }
            }
            return Notation.Node(.list(nodes.compactMap(\.self)), mark: mark)
        case .mapping(let pairs):
            let members = members(of: pairs, depth: depth, &problems)
            return Notation.Node(.object(members), mark: mark)
        case .alias:
            Self.reportAnchor(nil, at: mark, &problems)
            return nil
        }
    }

    private mutating func members(
        of pairs: Yams.Node.Mapping, depth: Int, _ problems: inout Problems
    ) -> [Notation.Node.Member] {
        var members: [Notation.Node.Member] = []
        var first: [String: Notation.Mark] = [:]
        for (key, value) in pairs where count <= YAMLReader.Limit.nodes {
            let mark = Self.mark(key)
            let name = name(key, at: mark, &problems)
            if let name, let mark, let earlier = first.updateValue(mark, forKey: name) {
                problems.report(
                    "'\(name)' is given twice in one map",
                    hint: "keep one; the other is in line \(earlier.line)", at: mark)
            }
            let value = problems.within(name ?? "?") { node(value, depth: depth + 1, &$0) }
            guard let name, let value else { continue }
            members.append(Notation.Node.Member(name, value, mark: mark))
        }
        return members
    }

    private mutating func name(
        _ key: Yams.Node, at mark: Notation.Mark?, _ problems: inout Problems
    ) -> String? {
        guard !isDecorated(key, at: mark, &problems) else { return nil }
        guard let scalar = key.scalar, !string(scalar, at: mark).isEmpty else {
            problems.report("a key that is not a word", hint: "expected name: value", at: mark)
            return nil
        }
        guard scalar.string != "<<" || !Self.isPlain(scalar) else {
            problems.report(
                "a merge key", hint: "write out the members that it would merge", at: mark)
            return nil
        }
        return mark.flatMap { disguised[$0] } ?? string(scalar, at: mark)
    }

    private mutating func node(
        of scalar: Yams.Node.Scalar, _ mark: Notation.Mark?, _ problems: inout Problems
    ) -> Notation.Node? {
        guard Self.isPlain(scalar) else {
            return Notation.Node(.string(string(scalar, at: mark)), mark: mark)
        }
        guard !["", "~", "null"].contains(scalar.string) else {
            problems.report(
                scalar.string.isEmpty ? "no value" : "'\(scalar.string)' is no value",
                hint: "give one, leave the member out, or write none, unknown or undisclosed",
                at: mark)
            return nil
        }
        return Notation.Node(.plain(scalar.string), mark: mark)
    }

    /// The scalar's text, with the byte order mark that Foundation takes away where it is the first.
    private mutating func string(_ scalar: Yams.Node.Scalar, at mark: Notation.Mark?) -> String {
        guard scalar.style == .doubleQuoted, let mark, let start = text.offset(of: mark) else {
            return scalar.string
        }
        let begin = String(decoding: text.bytes[start...].prefix(11), as: UTF8.self).lowercased()
        let hasMark = begin.hasPrefix("\"\\ufeff") || begin == "\"\\u0000feff"
        return hasMark ? "\u{FEFF}" + scalar.string : scalar.string
    }

    private static func isPlain(_ scalar: Yams.Node.Scalar) -> Bool {
        scalar.style == .plain || scalar.style == .any
    }

    /// True for a value or a key with an anchor or a tag.
    private mutating func isDecorated(
        _ source: Yams.Node, at mark: Notation.Mark?, _ problems: inout Problems
    ) -> Bool {
        if let anchor = source.anchor {
            if reportedAnchors.insert(mark).inserted {
                Self.reportAnchor(anchor.rawValue, at: mark, &problems)
            }
            return true
        }
        // The parser forgets the tags ! and !!str; what it took for a node begins with its tag.
        guard let mark, text.byte(at: mark) == UInt8(ascii: "!") else { return false }
        problems.report("a tag", hint: "values have no tags: write the value itself", at: mark)
        return true
    }

    static func reportAnchor(
        _ name: String?, at mark: Notation.Mark?, _ problems: inout Problems
    ) {
        problems.report(
            name.map { "an anchor '&\($0)'" } ?? "an alias",
            hint: "anchors and aliases are not part of the format: write the value out", at: mark)
    }

    private static func mark(_ source: Yams.Node) -> Notation.Mark? {
        source.mark.map { Notation.Mark(line: $0.line, column: $0.column) }
    }
}
