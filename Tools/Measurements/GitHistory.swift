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

    /// What somebody would type to see the state on a day.
    func show(on day: Day) throws {
        let script = """
            git -C '\(folder.path)' show \
            "$(git -C '\(folder.path)' rev-list -1 --before='\(day)T23:59:59Z' main)":terms.txt
            """
        try Stopwatch.run("/bin/sh", ["-c", script])
    }
}
