import ArgumentParser
import EventStore
import Journal
import Notation
import Rendering

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

    @OptionGroup var output: TableOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let (files, unreadable) = Journal.tidied(paths: self.files)
        var problems = unreadable
        var changed = 0
        var changes: [TidiedRow] = []
        for file in files {
            problems += file.tidying.problems.map { $0.placed(in: file.path) }
            guard !file.tidying.changes.isEmpty else { continue }
            changed += 1
            if !check {
                try environment.files.write(file.tidying.bytes, to: file.path, .replacing)
            }
            let rows = file.tidying.changes.map { Self.row(for: $0, in: file.path) }
            changes += rows
            // Whatever comes of the next file, this one is written.
            if output.format == .text { try say(rows, in: environment) }
        }
        // Of what cannot be found there is no more to say than that.
        guard !files.isEmpty || problems.isEmpty else {
            throw DeedbookError.problems(.missing, problems)
        }
        switch output.format {
        case .json: try environment.output.write(TidiedRows.json(changes))
        case .table, .csv: try output.write(TidiedRows.of(changes), in: environment)
        case .text: try environment.output.say(summary(changed, of: files.count))
        }
        guard problems.isEmpty else {
            throw DeedbookError.problems(unreadable.isEmpty ? .invalid : .missing, problems)
        }
        if check, changed > 0 { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private func say(_ changes: [TidiedRow], in environment: CommandEnvironment) throws {
        for change in changes {
            let place = change.place.map { "\(change.file):\($0)" } ?? change.file
            try environment.output.say("\(place): \(change.written) -> \(change.canonical)")
        }
    }

    private func summary(_ changed: Int, of total: Int) -> String {
        let files = "\(total) \(total == 1 ? "file" : "files")"
        if changed == 0 { return "nothing to change in \(files)" }
        return "\(changed) of \(files) \(check ? "would be changed" : "changed")"
    }

    private static func row(for change: Rewording, in path: String) -> TidiedRow {
        TidiedRow(
            file: path, place: change.mark?.description, written: change.written.excerpt,
            canonical: change.text)
    }
}
