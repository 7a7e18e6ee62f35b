public import Amendments
public import Notation

/// A problem with the file it stands in, printed as compilers do.
public struct FileProblem: Hashable, Sendable, Error, CustomStringConvertible {
    public var file: String
    public var problem: Problem

    public init(file: String, problem: Problem) {
        self.file = file
        self.problem = problem
    }

    /// A violation of a recording that was read from a file.
    public init(file: String, violation: Violation) {
        var message = violation.message
        if let other = violation.other { message += " (see \(other))" }
        self.init(
            file: file,
            problem: Problem(message, hint: violation.hint, mark: violation.mark))
    }

    /// `file:line:column: error: message`, then a line with what would be right.
    public var description: String {
        let place = problem.mark.map { ":\($0.line):\($0.column)" } ?? ""
        let path = problem.path.isEmpty ? "" : " (at \(problem.path.joined(separator: "/")))"
        let hint = problem.hint.map { "\n  hint: \($0)" } ?? ""
        return "\(file)\(place): error: \(problem.message)\(path)\(hint)"
    }
}
