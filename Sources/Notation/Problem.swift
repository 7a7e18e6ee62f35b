/// One thing wrong with an input: where, what was found, and what would be right.
public struct Problem: Hashable, Sendable, Error {
    /// Where in the text, when the input is a text.
    public var mark: Mark?
    /// The members that lead to the place, outermost first: `events`, `2`, `term-amended`, `set`.
    public var path: [String]
    /// What is wrong, naming the offending value.
    public var message: String
    /// What would be right.
    public var hint: String?

    public init(_ message: String, hint: String? = nil, mark: Mark? = nil, path: [String] = []) {
        self.message = message
        self.hint = hint
        self.mark = mark
        self.path = path
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
