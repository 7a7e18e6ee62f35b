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

extension Problem {
    /// Whether it is read before the other: by file, then line and column; what has no place goes first.
    public func stands(before other: Problem) -> Bool {
        func place(_ problem: Problem) -> (String, Int, Int) {
            (problem.file ?? "", problem.mark?.line ?? 0, problem.mark?.column ?? 0)
        }
        return place(self) < place(other)
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

/// The problems found while one input is read; reading goes on after each, so that all are reported at once.
public struct Problems: Sendable {
    public private(set) var all: [Problem] = []
    /// What was not canonical and was understood; of a strict reading there is nothing.
    public private(set) var rewordings: [Rewording] = []
    /// Those problems that are values of which no one can say, as they are written, what they mean.
    public private(set) var doubts: [Problem] = []
    public let manner: Manner
    private var path: [String] = []

    /// How what is read may be written.
    public enum Manner: Hashable, Sendable {
        /// Canonically, as everything is that is stored.
        case strict
        /// As people write it, as far as it can only mean one thing.
        case forgiving
    }

    public init(_ manner: Manner = .strict) { self.manner = manner }

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

// What people write in their own way.
extension Problems {
    /// Keeps that a value was understood.
    public mutating func reword(_ node: Node, as canonical: Node) {
        rewordings.append(Rewording(written: node, canonical: canonical, path: path))
    }

    /// Reports a value that may mean several things.
    mutating func doubt(_ node: Node, _ readings: [(canonical: String, words: String)]) {
        func list(_ words: [String]) -> String {
            words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        }
        doubt(
            node, "may be \(list(readings.map(\.words)))",
            hint: "write \(list(readings.map(\.canonical)))")
    }

    /// Reports a value that cannot stand as it is written, for a reason that follows it.
    mutating func doubt(_ node: Node, _ reason: String, hint: String) {
        let written = Node.string(node.text ?? "").excerpt.dropFirst().dropLast()
        report("'\(written)' \(reason)", hint: hint, at: node.mark)
        doubts += all.suffix(1)
    }

    /// Whether nothing is wrong, or nothing but values that may mean several things.
    package var hasDoubtsAlone: Bool { all.count == doubts.count }

    /// An empty list of what is found in the same place.
    public var afresh: Problems {
        var problems = Problems(manner)
        problems.path = path
        return problems
    }

    /// Takes over what was found by a trial in the same place.
    public mutating func add(_ trial: Problems) {
        all += trial.all
        rewordings += trial.rewordings
        doubts += trial.doubts
    }

    /// Says more of what is right in the hints of the problems from that one on.
    public mutating func addToHints(since count: Int, _ words: String) {
        for index in all.indices.dropFirst(count) {
            all[index].hint = all[index].hint.map { "\($0); \(words)" } ?? words
        }
    }
}
