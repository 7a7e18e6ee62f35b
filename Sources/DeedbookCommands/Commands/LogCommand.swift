import ArgumentParser
import Questions
import Rendering
import Terms

struct LogCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List the recordings of the book, newest first.",
        discussion: """
            Those of an agreement stand in the order in which its instruments were agreed: numbered ones \
            by their numbers, others by the day they were signed, else disclosed.

            Examples:
              deedbook log microsoft-openai
              deedbook log --last 3
            """)

    @Argument(help: "Only recordings that touch this agreement.")
    var agreement: AgreementID?

    @Option(
        name: [.customShort("n"), .long], parsing: .unconditional,
        help: ArgumentHelp("Only that many of the latest; no others are read.", valueName: "n"))
    var last: Int?

    @Flag(help: "The oldest first.")
    var reverse = false

    @OptionGroup var detail: DetailOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last is at least 1") }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let answer = try await bookOptions.inquirer(in: environment)
            .answer(LogQuestion(of: agreement, last: last))
        let order: LogText.Order = reverse ? .oldestFirst : .newestFirst
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            detail.apply(to: &options)
            try environment.output.write(
                LogText.render(answer, order: order, options: options))
        case .json: try environment.output.write(LogJSON.render(answer))
        case .table, .csv:
            try output.write(LogRows.of(answer, order: order), in: environment)
        }
        try status.end(found: !answer.content.log.recordings.isEmpty)
    }
}
