import ArgumentParser
import Questions
import Rendering
import Terms

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one recording: its instrument, its sources and its events.",
        discussion: """
            Example:
              deedbook show 2026-04-27-revised-agreement
            """)

    @Argument(help: "The recording's key, as listed by: deedbook log.")
    var recording: RecordingKey

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let shown = try await bookOptions.inquirer(in: environment)
            .answer(ShowQuestion(recording))
        switch output.format {
        case .text:
            try environment.output.write(
                RecordingText.render(shown, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(RecordingJSON.render(shown))
        }
    }
}
