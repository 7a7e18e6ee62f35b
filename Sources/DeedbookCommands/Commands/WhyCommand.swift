import ArgumentParser
import Questions
import Rendering
import Terms

struct WhyCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show why a term, or one of its fields, reads as it does, and on what evidence.",
        discussion: """
            TERM.FIELD or TERM/FIELD asks for one field: what is agreed, by which instrument and on \
            what evidence, what was agreed before, and what is reported beside it. With --full every \
            step has all that is recorded of it.

            Example:
              deedbook why microsoft-openai revenue-share.openai-to-microsoft.cap \\
                --on 2026-05-12
            """)

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @Argument(
        help: ArgumentHelp("The term, or one of its fields.", valueName: "term[.field]"),
        completion: Completion.subjects)
    var subject: String

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var detail: FullOption

    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var output: TableOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let reading = try await inquirer.subject(subject, of: agreement, from: point)
        let question = WhyQuestion(
            Subject(reading.term, field: reading.field), of: agreement, on: point.on,
            point.knowledge,
            resting: inquirer.basis(countingLater: vantageOptions.countsLater))
        let answer = try await inquirer.answer(question)
        switch output.format {
        case .text:
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            try environment.output.write(ExplanationText.render(answer, options: options))
        case .json: try environment.output.write(ExplanationJSON.render(answer))
        case .table, .csv: try output.write(ExplanationRows.of(answer), in: environment)
        }
    }
}
