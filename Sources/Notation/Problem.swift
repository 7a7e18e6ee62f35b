/// One thing wrong with an input: where, what was found, and what would be right.
public struct Problem: Hashable, Sendable, Error {
    /// The file it is in, when the input is one.
    public var file: String?
    /// Where in the text, when the input is a text.
    public var mark: Mark?
    /// The members that lead to the place, outermost first: `events`, `2`, `term-amended`, `set`.
    public var path: [String]
    /// What is wrong, naming the offending value.
    public var message: String
    /// What would be right.
    public var hint: String?
    /// Whether it is nothing wrong, but something to know beside what is.
    public var isNote = false

    public init(
        _ message: String, hint: String? = nil, file: String? = nil, mark: Mark? = nil,
        path: [String] = []
    ) {
        self.message = message
        self.hint = hint
        self.file = file
        self.mark = mark
        self.path = path
    }

    /// The same problem, of a text that stands in that file.
    public func placed(in file: String) -> Problem {
        var problem = self
        problem.file = file
        return problem
    }
}

// As compilers print it.
extension Problem: CustomStringConvertible {
    /// `file:line:column`, as far as it is known; nil for nothing.
    public var place: String? {
        let place = [file, mark?.description].compactMap(\.self).joined(separator: ":")
        return place.isEmpty ? nil : place
    }

    /// What is wrong, with the members that lead to it.
    public var sentence: String {
        path.isEmpty ? message : "\(message) (at \(path.joined(separator: "/")))"
    }

    /// `file:line:column: error: message`, then a line with what would be right.
    public var description: String {
        let place = place.map { "\($0): " } ?? ""
        return "\(place)\(isNote ? "note" : "error"): \(sentence)"
            + (hint.map { "\n  hint: \($0)" } ?? "")
    }
}

/// The problems found while one input is read; reading goes on after each, so that all are told at once.
public struct Problems: Sendable {
    public private(set) var all: [Problem] = []
    private var path: [String] = []

    public init() {}

    public var isEmpty: Bool { all.isEmpty }

    public mutating func report(_ message: String, hint: String? = nil, at mark: Mark?) {
        all.append(Problem(message, hint: hint, mark: mark, path: path))
    }

    /// Runs `body` with `name` appended to the path of what it reports.
    public mutating func within<Result>(
        _ name: String, _ body: (inout Problems) -> Result
    ) -> Result {
        path.append(name)
        defer { path.removeLast() }
        return body(&self)
    }
}
