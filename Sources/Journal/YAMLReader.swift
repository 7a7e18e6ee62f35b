public import Notation
import Yams

/// Reads one YAML document into nodes, taking every scalar as it is written.
///
/// Nothing is resolved: `no`, `0123`, `1e3`, `10.50` and `2026-04-27` arrive as those characters, and
/// the codec of the member decides. Refused, with line and column: anchors and aliases, tags, duplicate
/// keys, keys that are not plain texts, empty values, more than one document, control characters,
/// invalid UTF-8, and whatever is beyond the limits, before it is parsed.
public enum YAMLReader {
    /// What a recording's file may be at most.
    public enum Limit {
        static let bytes = 1 << 20
        static let lineBytes = 1 << 16
        static let depth = 32
        static let nodes = 100_000
    }

    /// Returns the document, or nil and every problem.
    public static func read(_ bytes: [UInt8], _ problems: inout Problems) -> Notation.Node? {
        guard let text = Precheck.text(of: bytes, &problems) else { return nil }
        do {
            guard let root = try Yams.compose(yaml: text) else {
                problems.report("the file is empty", hint: "expected a recording", at: nil)
                return nil
            }
            var conversion = Conversion(
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
            let before = problems.all.count
            let node = conversion.node(root, depth: 0, &problems)
            return problems.all.count == before ? node : nil
        } catch let error as YamlError {
            report(error, &problems)
        } catch {
            problems.report("unreadable YAML", hint: nil, at: nil)
        }
        return nil
    }

    private static func report(_ error: YamlError, _ problems: inout Problems) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let more = context.map { "; \($0.text) in line \($0.mark.line)" } ?? ""
            problems.report(
                problem + more, hint: "YAML: check indentation, quotes and brackets here",
                at: Notation.Mark(line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let names, let context):
            problems.report(
                names.map { "'\($0)'" }.joined(separator: ", ") + " given twice in one map",
                hint: "keep one",
                at: Notation.Mark(line: context.mark.line, column: context.mark.column))
        case .reader(let problem, let offset, _, _):
            problems.report(
                "\(problem) (byte \(offset ?? 0))", hint: "expected UTF-8 text", at: nil)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            problems.report("unreadable YAML", hint: nil, at: nil)
        }
    }
}

/// What can be refused before a parser sees it.
private enum Precheck {
    static func text(of bytes: [UInt8], _ problems: inout Problems) -> String? {
        guard bytes.count <= YAMLReader.Limit.bytes else {
            problems.report(
                "the file has \(bytes.count) bytes",
                hint: "a recording has at most \(YAMLReader.Limit.bytes) bytes", at: nil)
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            problems.report(
                "the file is not UTF-8", hint: "save it as UTF-8", at: firstInvalid(in: bytes))
            return nil
        }
        let before = problems.all.count
        var line = 1
        var start = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                line += 1
                start = index + 1
            } else if index - start == YAMLReader.Limit.lineBytes {
                problems.report(
                    "the line is longer than \(YAMLReader.Limit.lineBytes) bytes",
                    hint: "wrap long text with >-", at: Notation.Mark(line: line, column: 1))
            } else if byte < 0x20 && byte != 0x09 && byte != 0x0D || byte == 0x7F {
                problems.report(
                    "a control character (\(byte))", hint: "remove it",
                    at: Notation.Mark(line: line, column: index - start + 1))
            }
        }
        reportAliases(in: text, &problems)
        return problems.all.count == before ? text : nil
    }

    private static func firstInvalid(in bytes: [UInt8]) -> Notation.Mark? {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            return Notation.Mark(line: index + 1, column: 1)
        }
        return nil
    }

    /// A name that is both `&anchored` and `*used` would let a small file grow without bound; it is
    /// refused here, because the parser expands it before anyone can count.
    private static func reportAliases(in text: String, _ problems: inout Problems) {
        let used = Set(tokens(after: "*", in: text).map(\.name))
        for token in tokens(after: "&", in: text) where used.contains(token.name) {
            problems.report(
                "an anchor '&\(token.name)'",
                hint: "anchors and aliases are not part of the format: write it out",
                at: Notation.Mark(line: token.line, column: token.column))
        }
    }

    private static func tokens(
        after sign: Character, in text: String
    ) -> [(name: Substring, line: Int, column: Int)] {
        var found: [(Substring, Int, Int)] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated() where line.contains(sign)
        {
            var previous: Character = " "
            for index in line.indices {
                if line[index] == sign, " [{,:-?\t".contains(previous) {
                    let name = line[line.index(after: index)...].prefix {
                        $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-"
                    }
                    let column = line.distance(from: line.startIndex, to: index) + 1
                    if !name.isEmpty { found.append((name, number + 1, column)) }
                }
                previous = line[index]
            }
        }
        return found
    }
}

/// Turns the parser's tree into nodes with marks.
private struct Conversion {
    let lines: [Substring]
    private var count = 0

    init(lines: [Substring]) { self.lines = lines }

    mutating func node(
        _ source: Yams.Node, depth: Int, _ problems: inout Problems
    ) -> Notation.Node? {
        let mark = source.mark.map { Notation.Mark(line: $0.line, column: $0.column) }
        count += 1
        guard depth <= YAMLReader.Limit.depth, count <= YAMLReader.Limit.nodes else {
            if count <= YAMLReader.Limit.nodes + 1 {
                problems.report(
                    "the file is nested too deeply or has too many values",
                    hint: "\(YAMLReader.Limit.depth) levels, \(YAMLReader.Limit.nodes) values",
                    at: mark)
                count = YAMLReader.Limit.nodes + 2
            }
            return nil
        }
        guard !isDecorated(at: mark, &problems) else { return nil }
        switch source {
        case .scalar(let scalar): return self.scalar(scalar, mark, &problems)
        case .sequence(let items):
            let nodes = items.map { node($0, depth: depth + 1, &problems) }
            return Notation.Node(.list(nodes.compactMap(\.self)), mark: mark)
        case .mapping(let pairs):
            let members = pairs.map { member($0.key, $0.value, depth: depth, &problems) }
            return Notation.Node(.object(members.compactMap(\.self)), mark: mark)
        case .alias:
            problems.report("an alias", hint: "write it out", at: mark)
            return nil
        }
    }

    private mutating func member(
        _ key: Yams.Node, _ value: Yams.Node, depth: Int, _ problems: inout Problems
    ) -> Notation.Node.Member? {
        let mark = key.mark.map { Notation.Mark(line: $0.line, column: $0.column) }
        guard let name = key.scalar?.string, name != "<<", !isDecorated(at: mark, &problems) else {
            problems.report("a key that is not a word", hint: "expected name: value", at: mark)
            return nil
        }
        return problems.within(name) {
            node(value, depth: depth + 1, &$0)
        }.map { Notation.Node.Member(name, $0, mark: mark) }
    }

    private func scalar(
        _ scalar: Yams.Node.Scalar, _ mark: Notation.Mark?, _ problems: inout Problems
    ) -> Notation.Node? {
        guard scalar.style == .plain || scalar.style == .any else {
            return Notation.Node(.string(scalar.string), mark: mark)
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

    /// True for a value written with an anchor or a tag, which start where the value starts.
    private func isDecorated(at mark: Notation.Mark?, _ problems: inout Problems) -> Bool {
        guard let mark, lines.indices.contains(mark.line - 1) else { return false }
        let scalars = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
        switch scalars.first {
        case "&":
            problems.report("an anchor", hint: "write the value out where it is used", at: mark)
            return true
        case "!":
            problems.report("a tag", hint: "values have no tags: write the value itself", at: mark)
            return true
        case _: return false
        }
    }
}
