import ArgumentParser
import Questions
import Rendering
import Terms

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one recording: its instrument, its sources, its documents and its events.",
        discussion: """
            The documents that its sources were read from are looked at where they are kept beside the \
            book: each is present, missing, altered or redacted.

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
        let documents = try DocumentFolder(
            beside: bookOptions.path(in: environment), in: environment
        )
        .report(on: shown.content.documents)
        switch output.format {
        case .text:
            try environment.output.write(
                RecordingText.render(
                    shown, documents, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(RecordingJSON.render(shown, documents))
        }
    }
}
