import ArgumentParser
import Questions
import Rendering
import Terms

struct TimelineCommand: AsyncParsableCommand {
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
        case text, json, svg
    }

    @Argument(help: "Id of the agreement (list them with: deedbook agreements).")
    var agreement: AgreementID

    @Argument(help: "The term; else every term of the agreement.")
    var term: TermID?

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var detail: FullOption
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text, json, or svg for a picture.")
    var format: Format = .text

    @OptionGroup var output: PictureOptions

    func validate() throws { try output.validate(isDrawn: format == .svg) }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let question = TimelineQuestion(
            of: agreement, term: term, on: vantageOptions.on, vantageOptions.knowledge,
            resting: inquirer.basis(countingLater: vantageOptions.countsLater))
        let text: String
        switch format {
        case .text:
            let answer = try await inquirer.answer(question)
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            text = TimelineText.render(answer, options: options)
        case .json:
            text = TimelineJSON.render(try await inquirer.answer(question))
        case .svg:
            let picture = PictureQuestion(
                of: .timeline(question), withConflicts: output.conflicts)
            text = output.picture(try await inquirer.answer(picture), in: environment)
        }
        try environment.output.write(text)
    }
}
