import ArgumentParser
import Rendering

struct ExitStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exit-status",
        abstract: "List the exit statuses and what each means.",
        discussion: """
            One rule for every question: an answer is status 0, whether or not anything was found. With \
            --exit-code it is 1 where something was found and 0 where nothing was, as git diff has it. \
            What could not be answered has a status of 3 or more, with an error in words.

            \(ExitStatus.allCases.map { "\($0.rawValue): \($0.meaning)." }.joined(separator: "\n"))

            Example:
              deedbook exit-status --format csv
            """)

    @OptionGroup var output: TableOptions

    func run() throws {
        let environment = try CommandEnvironment.current
        let statuses = ExitStatus.allCases.map { status in
            StatusRow(status: Int(status.rawValue), meaning: status.meaning)
        }
        switch output.format {
        case .json: try environment.output.write(StatusRows.json(statuses))
        case .text, .table, .csv: try output.write(StatusRows.of(statuses), in: environment)
        }
    }
}

/// Whether the exit status says if anything was found.
struct ExitCodeOption: ParsableArguments {
    @Flag(help: "Exit with status 1 where something is found, with 0 where nothing is.")
    var exitCode = false

    /// Ends the command with the status of its answer.
    func end(found: Bool) throws {
        if exitCode, found { throw ExitCode(ExitStatus.found.rawValue) }
    }
}
