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
        let reports = try await answering { () async throws(LedgerError) in
            try await book.reports(on: logged)
        }
        let signers = try await EntryLookup(book.store).signers(of: [logged])
        let redactions = try await EntryLookup(book.store).redactions(in: logged)
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            options.signers = signers
            options.redactions = redactions
            try environment.output.write(
                RecordingText.render(logged, reports: reports, options: options))
        case .json:
            try environment.output.write(
                RecordingJSON.render(
                    logged, reports: reports, signers: signers, redactions: redactions))
        }
    }
}
