import ArgumentParser
import Ledger
import Rendering

struct AgreementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "List the agreements of the book.",
        discussion: """
            Example:
              deedbook agreements --format json
            """)

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try bookOptions.opened(in: environment)
        let agreements = try await answering { () async throws(LedgerError) in
            try await book.agreements()
        }
        switch output.format {
        case .text:
            let options = output.layout.text(in: environment)
            try environment.output.write(AgreementsText.render(agreements, options: options))
        case .json: try environment.output.write(AgreementsJSON.render(agreements))
        }
    }
}
