import Foundation
import Terms

/// The same states kept as one file in git, a commit for each amendment.
struct GitHistory {
    let folder: URL

    init(in parent: URL, amendments: Int) throws {
        folder = parent.appendingPathComponent("git")
        try Stopwatch.run("/usr/bin/env", ["git", "init", "--quiet", folder.path])
        let stream = parent.appendingPathComponent("stream")
        try Self.stream(of: amendments).write(to: stream, atomically: true, encoding: .utf8)
        try Stopwatch.run(
            "/usr/bin/env", ["git", "-C", folder.path, "fast-import", "--quiet"], input: stream)
    }

    private static func stream(of amendments: Int) -> String {
        var stream = ""
        for index in 0..<amendments {
            let text = Sample.file(after: index)
            let time = Sample.day(of: index).number * 86_400
            stream += "commit refs/heads/main\n"
            stream += "committer clerk <clerk@example.invalid> \(time) +0000\ndata 9\namendment\n"
            stream += "M 100644 inline terms.txt\ndata \(text.utf8.count)\n\(text)\n"
        }
        return stream
    }

    /// What someone would type to see the state on a day.
    func show(on day: Day) throws {
        try run("git show \(commit(on: day)):terms.txt")
    }

    /// What someone would type to see what changed between two days.
    func diff(_ early: Day, _ late: Day) throws {
        try run("git diff \(commit(on: early)) \(commit(on: late))")
    }

    private func commit(on day: Day) -> String {
        "\"$(git rev-list -1 --before='\(day)T23:59:59Z' main)\""
    }

    private func run(_ script: String) throws {
        try Stopwatch.run("/bin/sh", ["-c", "cd '\(folder.path)' && \(script)"])
    }
}
