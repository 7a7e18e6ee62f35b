import Journal
import Notation

extension CommandFailure {
    /// Everything wrong with the files read; nil where nothing is.
    init?(_ reading: Journal.Reading) {
        guard !reading.isSound else { return nil }
        let problems = reading.unreadable + reading.problems
        self.init(
            reading.unreadable.isEmpty ? .badData : .noInput, problems.map { Complaint($0) })
    }
}

extension CommandFailure.Complaint {
    init(_ problem: FileProblem) {
        let mark = problem.problem.mark.map { ":\($0.line):\($0.column)" } ?? ""
        let path = problem.problem.path
        let within = path.isEmpty ? "" : " (at \(path.joined(separator: "/")))"
        self.init(
            place: problem.file + mark, message: problem.problem.message + within,
            hint: problem.problem.hint)
    }
}
