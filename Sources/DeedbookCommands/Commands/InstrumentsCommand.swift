import ArgumentParser
import Questions
import Rendering
import Terms

struct InstrumentsCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "instruments",
        abstract: "List the documents of an agreement that are in effect on a day.",
        discussion: """
            The definitive agreement, its amendments, waivers and side letters, in the order in which \
            the parties agreed them, with the terms that each of them made.

            Examples:
              deedbook instruments microsoft-openai --on 2026-05-01
              deedbook instruments microsoft-openai --all --format markdown
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, table, json, csv, markdown
    }

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @OptionGroup var vantageOptions: VantageOptions

    @Flag(help: "Also show documents that ended or were superseded.")
    var all = false

    @OptionGroup var detail: FullOption
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption

    @Option(help: "Output format: text, table, json, csv or markdown.")
    var format: Format = .preferred(else: .text)

    @OptionGroup var layout: LayoutOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let answer = try await inquirer.answer(
            InstrumentsQuestion(
                of: agreement, on: point.on, point.knowledge,
                resting: inquirer.basis(countingLater: vantageOptions.countsLater)))
        var options = layout.text(of: answer, in: environment)
        detail.apply(to: &options)
        options.showsAll = all
        let text =
            switch format {
            case .text: InstrumentsText.render(answer, options: options)
            case .table: InstrumentRows.of(answer, showsAll: all).text(options)
            case .json: InstrumentsJSON.render(answer)
            case .csv: InstrumentRows.of(answer, showsAll: all).csv
            case .markdown: InstrumentsMarkdown.render(answer, options: options)
            }
        try environment.output.write(text)
        try status.end(found: !InstrumentRows.of(answer, showsAll: all).rows.isEmpty)
    }
}
