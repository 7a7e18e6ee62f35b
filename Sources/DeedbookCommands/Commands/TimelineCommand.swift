import ArgumentParser
import Questions
import Rendering
import Terms

struct TimelineCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Show the history of one term, or of all, with every change of its fields.",
        discussion: """
            With --format svg it is a picture: a bar for each term over the years, with every change and \
            report, and the conditions and disputes around them. Browsers show it, and it prints \
            well in black and white.

            Example:
              deedbook timeline microsoft-openai license.models-and-products
              deedbook timeline microsoft-openai --format svg > timeline.svg
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, table, json, csv, svg
    }

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @Argument(
        help: "The term (default: every term of the agreement).", completion: Completion.terms)
    var term: String?

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var detail: FullOption
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption

    @Option(help: "Output format: text, table, json, csv, or svg for a picture.")
    var format: Format = .preferred(else: .text)

    @OptionGroup var output: PictureOptions

    func validate() throws { try output.validate(isDrawn: format == .svg) }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        var meant: TermID?
        if let term {
            meant = try await inquirer.subject(
                term, of: agreement, from: point, takesField: false
            ).term
        }
        let question = TimelineQuestion(
            of: agreement, term: meant, on: point.on, point.knowledge,
            resting: inquirer.basis(countingLater: vantageOptions.countsLater))
        let answer = try await inquirer.answer(question)
        let text: String
        switch format {
        case .text:
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            text = TimelineText.render(answer, options: options)
        case .table: text = TimelineRows.of(answer).text(output.layout.text(in: environment))
        case .csv: text = TimelineRows.of(answer).csv
        case .json: text = TimelineJSON.render(answer)
        case .svg:
            let picture = PictureQuestion(
                of: .timeline(question), withConflicts: output.conflicts)
            text = output.picture(try await inquirer.answer(picture), in: environment)
        }
        try environment.output.write(text)
        try status.end(found: !answer.content.histories.isEmpty)
    }
}
