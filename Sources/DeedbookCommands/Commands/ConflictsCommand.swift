import ArgumentParser
import Conflicts
import Questions
import Rendering
import Terms

struct ConflictsCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Show terms that conflict, and what is not known about each conflict.",
        discussion: """
            With no agreement the whole book is looked through; with one, what meets a term of it \
            anywhere in the book; with several, what meets among them. A finding is certain when \
            every dimension is proved from what instruments state in names, and possible when one is \
            not known; the answer says which. What is settled is shown as settled, and gaps in the \
            record are a list of their own. Deedbook reports and does not judge. A conflict that is \
            over is still reported for the days on which it was open. With --exit-code the status is 1 \
            where a conflict is found, 0 where none is.

            Example, what stood against each other on 15 March 2026:
              deedbook conflicts microsoft-openai amazon-openai --on 2026-03-15
            Example, every right passed over in 2025:
              deedbook conflicts --from 2025-01-01 --to 2025-12-31 --rule process-bypassed
            """)

    @Argument(help: "The agreements, as listed by: deedbook agreements. None: the whole book.")
    var agreement: [AgreementID] = []

    @OptionGroup var vantageOptions: VantageOptions

    @Option(
        help: ArgumentHelp("The first day of a range, in place of --on.", valueName: "day"))
    var from: Day?

    @Option(help: ArgumentHelp("The last day of a range.", valueName: "day"))
    var to: Day?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Only findings of these rules: \(RuleName.listing).", valueName: "name"))
    var rule: [RuleName] = []

    @Flag(help: "Also findings of which too little is known: a party, or anything but the parties.")
    var all = false

    @OptionGroup var detail: DetailOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func validate() throws {
        if vantageOptions.on != nil, from != nil || to != nil {
            throw ValidationError("give --on for one day, or --from and --to for a range, not both")
        }
        if (from == nil) != (to == nil) {
            throw ValidationError("a range takes both ends: --from DAY --to DAY")
        }
        if let from, let to, to < from {
            throw ValidationError(
                "--to \(to) lies before --from \(from); give the earlier day first")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let answer = try await inquirer.answer(
            ConflictsQuestion(
                of: agreement, days: days, vantageOptions.knowledge, rules: Set(rule),
                resting: inquirer.basis(countingLater: vantageOptions.countsLater)))
        switch output.format {
        case .text:
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            options.showsAll = all
            try environment.output.write(ConflictsText.render(answer.content, options: options))
        case .json: try environment.output.write(ConflictsJSON.render(answer.content))
        case .table, .csv:
            try output.write(ConflictRows.of(answer.content, showsAll: all), in: environment)
        }
        try status.end(found: !answer.content.isEmpty)
    }

    private var days: ConflictsQuestion.Days {
        if let from, let to { return .through(from...to) }
        return vantageOptions.on.map { .on($0) } ?? .today
    }
}

extension RuleName {
    fileprivate static var listing: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
