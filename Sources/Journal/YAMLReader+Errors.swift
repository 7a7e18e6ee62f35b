import Notation
import Yams

/// Why the parser gave up, in the words of people who write files.
struct YAMLComplaint {
    var message: String
    var hint: String?
    /// Where it is wrong, as far as the parser says.
    var mark: Notation.Mark?

    /// - Parameter text: what the parser was given.
    init(_ error: YamlError, in text: YAMLText) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let line = context?.mark.line ?? mark.line
            (message, hint) =
                Self.known(problem, since: line)
                ?? (problem, "YAML: check indentation, quotes and brackets here")
            // What is never closed is wrong where it opens, not where the file ends.
            let isAtEnd = problem == "found unexpected end of stream"
            let place = isAtEnd ? context?.mark ?? mark : mark
            let own = Notation.Mark(line: place.line, column: place.column)
            self.mark = own
            if problem.hasPrefix("did not find expected ',' or "), Self.isAtBracket(own, in: text) {
                hint = hint.map { "\($0); put a text with brackets in quotes, such as \"[*]\"" }
            }
        case .duplicatedKeysInMapping(let names, let context):
            message = names.map { "'\($0)'" }.joined(separator: ", ") + " is given twice in one map"
            hint = "keep one"
            mark = Notation.Mark(line: context.mark.line, column: context.mark.column)
        case .reader(let problem, let offset, _, _):
            message = "\(problem) (character \(offset ?? 0))"
            hint = "expected UTF-8 text"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            message = "unreadable YAML"
        }
    }

    /// Whether a bracket stands there, or ends just before: without quotes it begins or ends a list or a map.
    private static func isAtBracket(_ mark: Notation.Mark, in text: YAMLText) -> Bool {
        var text = text
        guard let offset = text.offset(of: mark) else { return false }
        let before = text.bytes[..<offset].last { $0 != UInt8(ascii: " ") }
        return "[]{}".utf8.contains(text.bytes[offset])
            || before.map { "]}".utf8.contains($0) } ?? false
    }

    func report(_ problems: inout Problems) { problems.report(message, hint: hint, at: mark) }

    private static func known(_ problem: String, since line: Int) -> (String, String)? {
        switch problem {
        case "mapping values are not allowed in this context":
            (
                "a ':' where no member can begin",
                "put a text with ': ' in quotes, or indent as above"
            )
        case "found character that cannot start any token":
            (
                "a value cannot begin with this character",
                "put the text in quotes; indent with spaces, not tabs"
            )
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            ("a tab in the indentation", "indent with spaces")
        case "did not find expected ',' or ']'":
            ("the list that begins in line \(line) goes on wrongly", "expected , or ]")
        case "did not find expected ',' or '}'":
            ("the map that begins in line \(line) goes on wrongly", "expected , or }")
        case "did not find expected key", "did not find expected '-' indicator",
            "block sequence entries are not allowed in this context":
            (
                "the line does not fit the lines above",
                "indent it as its neighbours, two spaces a level"
            )
        case "could not find expected ':'":
            ("a name without ':'", "expected name: value")
        case "did not find expected node content":
            ("a value is missing", "give one, or remove the comma")
        case "found unexpected end of stream":
            ("the quotes that open here are not closed", "close them")
        case "found unknown escape character":
            ("an unknown escape", "\\n, \\t, \\\", \\\\ or \\uXXXX; or use single quotes")
        case "found undefined alias", "did not find expected alphabetic or numeric character":
            (
                "an anchor or an alias",
                "these are not part of the format: put a text that begins with & or * in quotes"
            )
        case "but found another document", "did not find expected <document start>":
            ("a second document begins", "one recording a file")
        case "found undefined tag handle":
            ("a tag", "values have no tags: write the value itself")
        case _ where problem.hasPrefix("Maximum nesting level"):
            ("the value is nested too deeply", "at most \(YAMLReader.Limit.depth) levels")
        case _: nil
        }
    }
}
