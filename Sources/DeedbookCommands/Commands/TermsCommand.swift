import ArgumentParser
import Questions
import Rendering
import Terms

struct TermsCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Show the terms in force on a day, and the instruments that made them.",
        discussion: """
            A line for each term in force, what matters most first. With -v every term has its status \
            and its fields, each with the position of the event that governs it; with --sources, the \
            instruments behind it; with --full, both. The last lines say what is not shown.

            With --format svg it is a picture of their lives, with the day as a line. With --format \
            json-document it is the document that the patches of diff --format json-patch apply to.

            Example, the terms of 1 May 2026 as the public knew them on that day:
              deedbook terms microsoft-openai --on 2026-05-01 --disclosed-by 2026-05-01
            Example, the terms as they would be once a draft is recorded:
              deedbook terms microsoft-openai --with draft.yaml
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, table, json, csv, svg
        case jsonDocument = "json-document"
    }

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @OptionGroup var vantageOptions: VantageOptions

    @Flag(help: "Also show ended terms, terms agreed later, and expectations that came true.")
    var all = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Only these terms, by id, its beginning or a pattern of it ('license.*').",
            valueName: "id"),
        completion: Completion.terms)
    var term: [String] = []

    @OptionGroup var detail: DetailOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption

    @Option(
        help:
            "Output format: text, table, json, csv, json-document, or svg for a picture."
    )
    var format: Format = .preferred(else: .text)

    @OptionGroup var output: PictureOptions

    func validate() throws {
        try output.validate(isDrawn: format == .svg)
        if format == .jsonDocument, !term.isEmpty {
            throw ValidationError("a patch applies to the whole document: leave out --term")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let question = TermsQuestion(
            of: agreement, on: point.on, point.knowledge,
            terms: try await inquirer.terms(term, of: agreement, from: point),
            resting: inquirer.basis(countingLater: vantageOptions.countsLater))
        let answer = try await inquirer.answer(question)
        let copy = answer.content.copy
        let rows = TermRows.of(copy, showsAll: all || !term.isEmpty)
        let text: String
        switch format {
        case .text: text = self.text(of: answer, in: environment)
        case .table: text = rows.text(output.layout.text(in: environment))
        case .csv: text = rows.csv
        case .json: text = ConformedCopyJSON.render(copy)
        case .jsonDocument: text = StateDocument.render(copy)
        case .svg:
            let picture = PictureQuestion(of: .terms(question), withConflicts: output.conflicts)
            text = output.picture(try await inquirer.answer(picture), in: environment)
        }
        try environment.output.write(text)
        try status.end(found: !rows.rows.isEmpty)
    }

    private func text(
        of answer: Answer<TermsQuestion>, in environment: CommandEnvironment
    ) -> String {
        var options = output.layout.text(of: answer, in: environment)
        detail.apply(to: &options)
        options.showsAll = all || !term.isEmpty
        options.termsLeftOut = answer.content.termsLeftOut
        return ConformedCopyText.render(answer.content.copy, options: options)
    }
}
