public import Notation
import Yams

/// Reads one YAML document into nodes, taking every scalar as it is written.
///
/// Nothing is resolved: `no`, `0123`, `1e3`, `10.50` and `2026-04-27` arrive as those characters, and
/// the codec of the member decides. Refused, with line and column: anchors and aliases, merge keys,
/// tags, keys given twice, keys that are not texts, empty values, more than one document, control
/// characters (other than escaped in quotes), invalid UTF-8, and whatever is beyond the limits. Files
/// that would make a parser slow are refused before it sees them.
public enum YAMLReader {
    /// How much one document may hold.
    public enum Limit {
        /// Bytes of a file: 1 MiB.
        public static let bytes = 1 << 20
        /// Bytes of a line: 64 KiB.
        public static let lineBytes = 1 << 16
        /// Maps and lists around a value.
        public static let depth = 32
        /// Texts, maps and lists together.
        public static let nodes = 100_000
    }

    /// How many maps with a key given twice, and lines that are no YAML, are reported in one reading.
    private static let repeatLimit = 16

    /// Whether the parser may read the text once more to find the next one: a long text it reads once.
    private static func mayReadAgain(_ text: YAMLText, after count: Int) -> Bool {
        count < repeatLimit && (count + 1) * text.bytes.count <= Limit.bytes / 2
    }

    /// Returns the document, or nil and every problem.
    public static func read(_ bytes: [UInt8], _ problems: inout Problems) -> Notation.Node? {
        let before = problems.all.count
        let node = readAsFarAsItGoes(bytes, &problems)
        return problems.all.count == before ? node : nil
    }

    /// Returns the document with every problem; where a value is wrong, `Node.unreadable` stands. nil where the text
    /// is no YAML, or beyond the limits.
    static func readAsFarAsItGoes(
        _ bytes: [UInt8], _ problems: inout Problems
    ) -> Notation.Node? {
        guard var text = YAMLText.checked(bytes, &problems) else { return nil }
        var disguised: [Notation.Mark: String] = [:]
        var broken = YAMLBrokenValues()
        while true {
            do {
                let node = try convert(text, disguised, broken.marks, &problems)
                broken.report(&problems)
                return node
            } catch YamlError.duplicatedKeysInMapping(let names, let context)
                where mayReadAgain(text, after: disguised.count)
            {
                let mark = Notation.Mark(line: context.mark.line, column: context.mark.column)
                if let disguise = text.disguiseKey(at: mark, number: disguised.count) {
                    disguised[mark] = names.first ?? ""
                    text = disguise
                } else {
                    YAMLComplaint(
                        .duplicatedKeysInMapping(duplicates: names, context: context), in: text
                    )
                    .report(&problems)
                    return nil
                }
            } catch let error as YamlError {
                let complaint = YAMLComplaint(error, in: text)
                if mayReadAgain(text, after: disguised.count + broken.marks.count),
                    let rest = broken.takeOut(complaint, of: text)
                {
                    text = rest
                    continue
                }
                (broken.first ?? complaint).report(&problems)
                return nil
            } catch {
                problems.report("unreadable YAML", hint: nil, at: nil)
                return nil
            }
        }
    }

    private static func convert(
        _ text: YAMLText, _ disguised: [Notation.Mark: String], _ broken: Set<Notation.Mark>,
        _ problems: inout Problems
    ) throws -> Notation.Node? {
        let parser = try Yams.Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
            problems.report("the file is empty", hint: "expected a recording", at: nil)
            return nil
        }
        var conversion = YAMLConversion(text, disguised: disguised, broken: broken)
        // The tree's anchors live as long as the parser.
        let node = withExtendedLifetime(parser) { conversion.node(root, &problems) }
        return conversion.isBeyondLimit ? nil : node
    }
}

extension YAMLText {
    /// The text with one key spelled in a way that no one writes.
    ///
    /// The parser gives up at the first map with a key given twice. With one of the two disguised it goes
    /// on, and the conversion, which knows the disguise, reports this pair with all other problems.
    fileprivate mutating func disguiseKey(at mark: Notation.Mark, number: Int) -> YAMLText? {
        guard var start = offset(of: mark) else { return nil }
        if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") { start += 1 }
        let isEscape = bytes[start] == UInt8(ascii: "\\") || bytes[start] == UInt8(ascii: "'")
        guard !isEscape, let mask = Unicode.Scalar(UInt32(0xE000 + number)) else { return nil }
        // One character for one: the marks of all that follows stay.
        let end = bytes[(start + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
        return YAMLText(
            lines: Array(bytes[..<start]) + Array(String(mask).utf8) + Array(bytes[end...]))
    }
}
