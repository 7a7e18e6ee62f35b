import ArgumentParser
import EventStore
import Questions
import Rendering
import Terms

struct AgreementsCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "List the agreements of the book.",
        discussion: """
            Examples:
              deedbook agreements --format json
              deedbook agreements --limit 20 --after microsoft-openai
            """)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("At most that many; no others are read.", valueName: "n"))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            "Only those whose id comes after that of this one, in the order of the ids: its id, its "
                + "beginning, or its title.",
            valueName: "agreement"), completion: Completion.agreements)
    var after: String?

    @OptionGroup var detail: FullOption

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await bookOptions.inquirer(in: environment)
        let after = try await place(inquirer)
        let page = try await inquirer.answer(AgreementsQuestion(after: after, limit: limit)).content
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            detail.apply(to: &options)
            try environment.output.write(
                AgreementsText.render(page, after: after, options: options))
        case .json: try environment.output.write(AgreementsJSON.render(page))
        case .table, .csv: try output.write(AgreementRows.of(page), in: environment)
        }
        try status.end(found: !page.agreements.isEmpty)
    }

    /// Where the list begins; an id that means no agreement is a place in the order all the same.
    private func place(_ inquirer: Inquirer) async throws -> AgreementID? {
        guard let after else { return nil }
        do { return try await inquirer.agreement(after) } catch DeedbookError.unknownAgreement(
            let id, _)
        {
            return id
        }
    }
}
