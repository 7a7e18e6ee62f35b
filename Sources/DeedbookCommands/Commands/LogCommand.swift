import ArgumentParser
import Ledger
import Rendering
import Terms

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List the recordings of the book, oldest first.",
        discussion: """
            Example:
              deedbook log microsoft-openai
            """)

    @Argument(help: "Only recordings that touch this agreement.")
    var agreement: AgreementID?

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try bookOptions.opened(in: environment)
        let log = try await answering { () async throws(LedgerError) in
            try await book.log(of: agreement)
        }
        let signers = try await EntryLookup(book.store).signers(of: log)
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            options.signers = signers
            try environment.output.write(LogText.render(log, of: agreement, options: options))
        case .json: try environment.output.write(LogJSON.render(log, signers: signers))
        }
    }
}
