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
              deedbook log microsoft-openai --grep cap --since 2026-04-01
            """)

    @Argument(
        help: "Only recordings that touch this agreement.", completion: Completion.agreements)
    var agreement: String?

    @Option(
        name: [.customShort("n"), .long], parsing: .unconditional,
        help: ArgumentHelp("Only that many of the latest; no others are read.", valueName: "n"))
    var last: Int?

    @Option(
        help: ArgumentHelp(
            "Only what was disclosed on that day or later, as 2026-04-01.", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var since: DayWords?

    @Option(
        help: ArgumentHelp(
            "Only recordings with that text, in any case: in the key, the title, a source or an event.",
            valueName: "text"))
    var grep: String?

    @Flag(help: "The oldest first.")
    var reverse = false

    @OptionGroup var detail: DetailOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last is at least 1") }
        if let grep, grep.allSatisfy(\.isWhitespace) {
            throw ValidationError("--grep takes a text; it has none")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await bookOptions.inquirer(in: environment)
        let meant = try await inquirer.agreements([agreement].compactMap(\.self)).first
        let answer = try await inquirer.answer(
            LogQuestion(
                of: meant, last: last,
                where: LogFilter(since: inquirer.day(since), text: grep)))
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
