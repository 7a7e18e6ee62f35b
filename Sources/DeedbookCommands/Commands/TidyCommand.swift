import ArgumentParser
import EventStore
import Journal
import Notation

struct TidyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidy",
        abstract: "Rewrite the values in files in their canonical form.",
        discussion: """
            People may write USD 500,000, 2 years, [eu, us], Exclusive, Yes, 31 March 2026 or through \
            March 2026: check and record understand them, and what is recorded is canonical. This \
            writes the canonical form into YAML files, in place: USD 500000, P2Y, { only: [eu, us] }, \
            exclusive, yes, 2026-03-31, { through: 2026-03 }. Comments, order and layout stay as they \
            are. What may mean several things, as 03/04/2026 or $5, is shown with all it may mean, and \
            left.

            Each change is shown with its place. With --check nothing is written, and the exit status \
            is 1 where something is to be changed.

            Example:
              deedbook tidy deal
              deedbook tidy --check deal
            """)

    @Argument(help: ArgumentHelp("YAML files, or folders of them.", valueName: "file"))
    var files: [String]

    @Flag(help: "Show what would be changed, and write nothing.")
    var check = false

    func run() async throws {
        let environment = try CommandEnvironment.current
        let (files, unreadable) = Journal.tidied(paths: self.files)
        var problems = unreadable
        var changed = 0
        for file in files {
            problems += file.tidying.problems.map { $0.placed(in: file.path) }
            guard !file.tidying.changes.isEmpty else { continue }
            changed += 1
            if !check {
                try environment.files.write(file.tidying.bytes, to: file.path, .replacing)
            }
            for change in file.tidying.changes {
                try environment.output.say(Self.line(change, in: file.path))
            }
        }
        // Of what cannot be found there is no more to say than that.
        guard !files.isEmpty || problems.isEmpty else {
            throw DeedbookError.problems(.missing, problems)
        }
        let count = "\(changed) of \(files.count) \(files.count == 1 ? "file" : "files")"
        try environment.output.say(
            changed == 0
                ? "nothing to change in \(files.count) \(files.count == 1 ? "file" : "files")"
                : check ? "\(count) would be changed" : "\(count) changed")
        guard problems.isEmpty else {
            throw DeedbookError.problems(unreadable.isEmpty ? .invalid : .missing, problems)
        }
        if check, changed > 0 { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private static func line(_ change: Rewording, in path: String) -> String {
        let place = change.mark.map { "\(path):\($0)" } ?? path
        return "\(place): \(change.written.excerpt) -> \(change.text)"
    }
}
