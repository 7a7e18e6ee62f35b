import ArgumentParser
import Ledger
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
        let book = try bookOptions.opened(in: environment)
        let logged = try await answering { () async throws(LedgerError) in
            try await book.recording(recording)
        }
        switch output.format {
        case .text:
            let options = output.layout.text(in: environment)
            try environment.output.write(RecordingText.render(logged, options: options))
        case .json: try environment.output.write(RecordingJSON.render(logged))
        }
    }
}
