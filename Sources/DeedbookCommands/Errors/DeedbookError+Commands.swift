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

    /// A predicate that cannot be read.
    init(_ error: PredicateError) {
        self.init(
            .usage, "column \(error.column): \(error.message)\n\(error.excerpt)", hint: error.hint)
    }
}

extension Problem {
    /// As compilers print it. Whatever it repeats of a file, a name or a command line can neither steer the
    /// terminal, nor reorder what is read, nor begin a line of its own.
    var text: String {
        let place = place.map { "\(SafeText.oneLine($0)): " } ?? ""
        let hint = hint.map { "\nhint: \(Self.indented($0))" } ?? ""
        return "\(place)\(isNote ? "note" : "error"): \(Self.indented(sentence))\(hint)\n"
    }

    /// The text with every line but the first indented, so that none looks like another problem.
    private static func indented(_ text: String) -> String {
        let lines = SafeText.of(text).split(separator: "\n", omittingEmptySubsequences: false)
        let isIndented = lines.dropFirst().allSatisfy { $0.hasPrefix("  ") }
        return lines.joined(separator: isIndented ? "\n" : "\n  ")
    }
}
