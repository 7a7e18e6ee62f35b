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
            .answer(ShowQuestion(recording)).content
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            options.signers = shown.signers
            options.redactions = shown.redactions
            try environment.output.write(
                RecordingText.render(shown.recording, reports: shown.reports, options: options))
        case .json:
            try environment.output.write(
                RecordingJSON.render(
                    shown.recording, reports: shown.reports, signers: shown.signers,
                    redactions: shown.redactions))
        }
    }
}
