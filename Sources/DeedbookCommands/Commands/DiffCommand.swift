import ArgumentParser
import Ledger
import Questions
import Rendering
import Terms

struct DiffCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Redline the terms between two dates, or between two states of knowledge.",
        discussion: """
            FROM and TO are a day, a day as disclosed by a day (2026-04-28@2026-05-01), or a day as \
            recorded at a position ('2026-04-28@#17'). A line says what changed of each term; with -v \
            each field has a line of its own, with --sources the instruments behind it and their \
            sources, with --full both. With --exit-code the status is 1 where something differs, 0 where \
            nothing does.

            Example, what the revised agreement changed:
              deedbook diff microsoft-openai 2026-04-26 2026-04-28
            Example, the same by the instrument's key:
              deedbook diff microsoft-openai --by 2026-04-27-revised-agreement
            Example, what was learned about one day in May:
              deedbook diff microsoft-openai 2026-05-01@2026-05-01 2026-05-01@2026-05-12
            Example, what a draft would change, on the last day on which it takes effect:
              deedbook diff microsoft-openai --with draft.yaml
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, table, json, csv, markdown, html
        case jsonPatch = "json-patch"
    }

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @Argument(
        help: ArgumentHelp(
            "The point compared from: DAY, DAY@DISCLOSED-BY or DAY@#POSITION; else, with drafts, "
                + "the book without them."), completion: Completion.days, transform: pointWords)
    var from: PointWords?

    @Argument(
        help: "The point compared to; else, with drafts, the book with them.",
        completion: Completion.days, transform: pointWords)
    var to: PointWords?

    @Option(
        help: ArgumentHelp(
            "In place of two points: what that recording changed, by its key.", valueName: "key"),
        completion: Completion.recordings)
    var by: String?

    @Flag(help: "Every step in between, also what changed and changed back.")
    var through = false

    @Flag(help: "Only how many lines of which class, for each term.")
    var stat = false

    @Option(help: "Output format: text, table, json, csv, json-patch, markdown or html.")
    var format: Format = .preferred(else: .text)

    @OptionGroup var detail: DetailOptions
    @OptionGroup var later: LaterOption
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if by != nil {
            guard from == nil, draftOptions.drafts.isEmpty else {
                throw ValidationError("--by takes neither points nor drafts")
            }
        } else if to == nil, from != nil || draftOptions.drafts.isEmpty {
            throw Self.noPoints
        }
        guard through || stat else { return }
        if through, stat { throw ValidationError("give --through or --stat, not both") }
        switch format {
        case .text, .json: return
        case .table, .csv, .markdown, .html, .jsonPatch:
            throw ValidationError("--through and --stat are for --format text or json")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let agreement = try await inquirer.agreement(agreement)
        let question = DiffQuestion(
            of: agreement, try await sides(of: agreement, inquirer), countsLater: later.hidden)
        let isEmpty: Bool
        let text: String
        if through {
            let answer = try await inquirer.answer(StepsQuestion(of: question))
            isEmpty = answer.content.isEmpty
            text = steps(answer, options(answer.today, in: environment))
        } else {
            let answer = try await inquirer.answer(question)
            isEmpty = answer.content.isEmpty
            text = redline(answer.content, options(answer.today, in: environment))
        }
        try environment.output.write(text)
        try status.end(found: !isEmpty)
    }

    private func sides(
        of agreement: AgreementID, _ inquirer: Inquirer
    ) async throws -> DiffQuestion.Sides {
        if let by { return .changedBy(try await inquirer.recording(by)) }
        if let from, let to {
            let today = try await inquirer.today(
                of: agreement, from.on, from.disclosedBy, to.on, to.disclosedBy)
            return .points(
                from: from.vantage(today: today), to: to.vantage(today: today),
                resting: inquirer.drafts)
        }
        guard let drafts = inquirer.drafts else { throw Self.noPoints }
        return .withoutAndWith(drafts)
    }

    private static let noPoints = ValidationError(
        "give the two points to compare, FROM and TO; or a recording with --by, or drafts with --with"
    )

    private func options(_ today: Day?, in environment: CommandEnvironment) -> TextOptions {
        var options = layout.text(in: environment)
        detail.apply(to: &options)
        options.today = today
        return options
    }

    private func steps(_ answer: Answer<StepsQuestion>, _ options: TextOptions) -> String {
        format == .json
            ? RedlineJSON.render(answer)
            : RedlineText.render(answer, options: options)
    }

    private func redline(_ redline: Redline, _ options: TextOptions) -> String {
        switch format {
        case .text where stat: RedlineStatText.render(redline, options: options)
        case .json where stat: RedlineStatJSON.render(redline)
        case .text: RedlineText.render(redline, options: options)
        case .json: RedlineJSON.render(redline)
        case .table: RedlineRows.of(redline).text(options)
        case .csv: RedlineRows.of(redline).csv
        case .jsonPatch: RedlinePatch.render(redline)
        case .markdown: RedlineMarkdown.render(redline, options: options)
        case .html: RedlineHTML.render(redline, options: options)
        }
    }
}
