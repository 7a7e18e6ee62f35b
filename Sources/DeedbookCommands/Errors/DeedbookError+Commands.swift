import EventStore
import Journal
import Notation
import Portfolio
import Rendering

// What only a command can say: of its command line, and of the files that it was given.
extension DeedbookError {
    init(_ kind: Kind, _ message: String, hint: String? = nil) {
        self = .problems(kind, [Problem(message, hint: hint)])
    }

    /// Something wrong in a file, on a line where it is known.
    init(in path: String, line: Int? = nil, _ message: String, hint: String) {
        let mark = line.map { Mark(line: $0) }
        self = .problems(.invalid, [Problem(message, hint: hint, file: path, mark: mark)])
    }

    /// Everything wrong with the files read; nil where nothing is.
    init?(_ reading: Journal.Reading) {
        guard !reading.isSound else { return nil }
        self = .problems(
            reading.unreadable.isEmpty ? .invalid : .missing,
            reading.unreadable + reading.problems)
    }

    /// Files and folders in which there is no recording.
    ///
    /// - Parameter verb: what was to be done with them.
    static func nothing(to verb: String, in files: [String]) -> DeedbookError {
        DeedbookError(
            .missing, "nothing to \(verb) in \(files.joined(separator: ", "))",
            hint:
                "give files of recordings, or folders with some: their names end in .yaml, .yml or .jsonl"
        )
    }

    /// A predicate that cannot be read.
    init(_ error: PredicateError) {
        // So short that the excerpt is whole, whatever was given.
        let message = SafeText.shortened(error.message, to: 400)
        self.init(
            .usage, "column \(error.column): \(message)\n\(PredicateExcerpt.text(of: error))",
            hint: error.hint)
    }
}

extension Problem {
    /// As compilers print it. Whatever it repeats of a file, a name or a command line can neither steer the
    /// terminal, nor reorder or hide anything, nor begin a line of its own; of what is very long the middle is left out.
    var text: String {
        let place = place.map { "\(SafeText.oneLine(SafeText.shortened($0))): " } ?? ""
        let hint = hint.map { "\nhint: \(Self.indented($0))" } ?? ""
        return "\(place)\(isNote ? "note" : "error"): \(Self.indented(sentence))\(hint)\n"
    }

    /// The text with every line but the first indented, so that none looks like another problem.
    private static func indented(_ text: String) -> String {
        let lines = SafeText.of(SafeText.shortened(text)).split(
            separator: "\n", omittingEmptySubsequences: false)
        let isIndented = lines.dropFirst().allSatisfy { $0.hasPrefix("  ") }
        return lines.joined(separator: isIndented ? "\n" : "\n  ")
    }
}
