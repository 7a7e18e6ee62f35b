import Notation
import Terms
import Yams

/// Turns the parser's tree into nodes with marks, and reports what the format does not have.
struct YAMLConversion {
    private var text: YAMLText
    /// The names of keys that were disguised to get them past the parser; see `YAMLReader`.
    private let disguised: [Notation.Mark: String]
    /// Where values that are no YAML were taken out; see `YAMLBrokenValues`.
    private let broken: Set<Notation.Mark>
    private var count = 0
    /// An anchored value is met again at each of its aliases, with the same mark.
    private var reportedAnchors: Set<Notation.Mark?> = []

    init(_ text: YAMLText, disguised: [Notation.Mark: String], broken: Set<Notation.Mark>) {
        self.text = text
        self.disguised = disguised
        self.broken = broken
    }

    /// Whether there were more values than a document may hold; those beyond are left out.
    var isBeyondLimit: Bool { count > YAMLReader.Limit.nodes }

    /// Returns the node; what was reported is unreadable in it.
    mutating func node(
        _ source: Yams.Node, depth: Int = 0, _ problems: inout Problems
    ) -> Notation.Node {
        let mark = Self.mark(source)
        count += 1
        guard count <= YAMLReader.Limit.nodes else {
            if count == YAMLReader.Limit.nodes + 1 {
                problems.report(
                    "the file has too many values",
                    hint: "at most \(YAMLReader.Limit.nodes)", at: mark)
            }
            return .unreadable(at: mark)
        }
        guard depth <= YAMLReader.Limit.depth else {
            problems.report(
                "the value is nested too deeply",
                hint: "at most \(YAMLReader.Limit.depth) levels", at: mark)
            return .unreadable(at: mark)
        }
        guard !isDecorated(source, at: mark, &problems) else { return .unreadable(at: mark) }
        switch source {
        case .scalar(let scalar): return node(of: scalar, mark, &problems)
        case .sequence(let items):
            let nodes = items.enumerated().map { index, item in
                problems.within(String(index + 1)) { node(item, depth: depth + 1, &$0) }
            }
            return Notation.Node(.list(nodes), mark: mark)
        case .mapping(let pairs):
            guard let members = members(of: pairs, depth: depth, &problems) else {
                return .unreadable(at: mark)
            }
            return Notation.Node(.object(members), mark: mark)
        case .alias:
            Self.reportAnchor(nil, at: mark, &problems)
            return .unreadable(at: mark)
        }
    }

    /// The members; nil where a name cannot be read, for which one it would have been is not known.
    private mutating func members(
        of pairs: Yams.Node.Mapping, depth: Int, _ problems: inout Problems
    ) -> [Notation.Node.Member]? {
        var members: [Notation.Node.Member] = []
        var places: [String: Int] = [:]
        var areNamed = true
        // The parser says how a map ends, not how it is written.
        let isFlow =
            pairs.mark.flatMap {
                text.byte(at: Notation.Mark(line: $0.line, column: $0.column))
            } == UInt8(ascii: "{")
        var cut: CutValue?
        for (key, value) in pairs where !isBeyondLimit {
            let mark = Self.mark(key)
            if isFlow, let longer = longer(cut, by: key, after: members.last) {
                cut = longer
                continue
            }
            report(&cut, in: &members, &problems)
            let name = name(key, at: mark, &problems)
            let first = name.flatMap { places[$0] }
            if let name, let first {
                let other = members[first].mark.map { "; the other is in line \($0.line)" } ?? ""
                problems.report(
                    "'\(name)' is given twice in one map", hint: "keep one\(other)", at: mark)
            }
            let content = problems.within(name ?? "?") { node(value, depth: depth + 1, &$0) }
            if let first {
                members[first].value = .unreadable(at: members[first].value.mark)
            } else if let name {
                places[name] = members.count
                members.append(Notation.Node.Member(name, content, mark: mark))
            } else {
                areNamed = false
            }
        }
        report(&cut, in: &members, &problems)
        return areNamed ? members : nil
    }

    // MARK: A value cut at its comma

    /// A value without quotes whose commas end it, as they do in a map in braces: `{ amount: USD 1,000 }`.
    private struct CutValue {
        var written: String
        /// The byte behind it.
        var end: Int
        /// Whether its commas stand in a number: between two digits, and nothing else.
        var isInNumber: Bool
    }

    /// The value with one more piece: a name without a colon behind a value without quotes, or behind its pieces.
    private mutating func longer(
        _ cut: CutValue?, by key: Yams.Node, after member: Notation.Node.Member?
    ) -> CutValue? {
        guard let member, case .plain(let value) = member.value.content,
            let place = member.value.mark, let name = key.scalar, Self.isPlain(name),
            let mark = Self.mark(key), let begin = text.offset(of: mark)
        else { return nil }
        let end = begin + name.string.utf8.count
        let next = text.bytes.dropFirst(end).first { !" \n".utf8.contains($0) }
        guard let next, ",}".utf8.contains(next) else { return nil }
        let before =
            cut
            ?? text.offset(of: place).map {
                CutValue(written: value, end: $0 + value.utf8.count, isInNumber: true)
            }
        guard let before, before.end <= begin else { return nil }
        let between = String(decoding: text.bytes[before.end..<begin], as: UTF8.self)
        let piece = disguised[mark] ?? name.string
        let isInNumber =
            between == ","
            && [before.written.last, piece.first].allSatisfy { $0?.isNumber ?? false }
        return CutValue(
            written: before.written + between + piece, end: end,
            isInNumber: before.isInNumber && isInNumber)
    }

    private func report(
        _ value: inout CutValue?, in members: inout [Notation.Node.Member],
        _ problems: inout Problems
    ) {
        guard let cut = value, let last = members.indices.last else { return }
        value = nil
        let (whole, mark) = (cut.written, members[last].value.mark)
        // In quotes it is one value for every reader of YAML; the codec that reads it may know it better still.
        if cut.isInNumber, problems.manner == .forgiving {
            members[last].value = Notation.Node(.plain(whole), mark: mark)
            problems.reword(members[last].value, as: .string(whole))
            return
        }
        problems.within(members[last].name) {
            $0.report(
                "'\(whole)' is cut at its comma",
                hint: WrittenAmount.hint(for: whole) ?? "put a text with a comma in quotes",
                at: mark)
        }
        members[last].value = .unreadable(at: mark)
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
    ) -> Notation.Node {
        if let mark, broken.contains(mark) { return .unreadable(at: mark) }
        guard Self.isPlain(scalar) else {
            return Notation.Node(.string(string(scalar, at: mark)), mark: mark)
        }
        guard !["", "~", "null"].contains(scalar.string) else {
            problems.report(
                scalar.string.isEmpty ? "no value" : "'\(scalar.string)' is no value",
                hint: mark.flatMap { text.advice(inLine: $0.line) } ?? Self.missingValueHint,
                at: mark)
            return .unreadable(at: mark)
        }
        return Notation.Node(.plain(scalar.string), mark: mark)
    }

    static let missingValueHint =
        "give one; what a recording need not have is left out with its name, and a field of a term may be none, "
        + "unknown or undisclosed"

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
