import ArgumentParser
import Conflicts
import EventStore
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
            Example, the first finding with all it rests on:
              deedbook conflicts --on 2026-03-15 --detail 1
            """)

    @Argument(help: "Agreements (default: the whole book).", completion: Completion.agreements)
    var agreement: [String] = []

    @OptionGroup var vantageOptions: VantageOptions

    @Option(
        help: ArgumentHelp("The first day of a range, in place of --on.", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var from: DayWords?

    @Option(
        help: ArgumentHelp("The last day of a range.", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var to: DayWords?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Only findings of these rules: \(RuleName.listing).", valueName: "name"),
        completion: .list(RuleName.allCases.map(\.rawValue)), transform: word)
    var rule: [RuleName] = []

    @Flag(help: "Also findings of which too little is known: a party, or anything but the parties.")
    var all = false

    @Option(
        name: .customLong("detail"), parsing: .unconditional,
        help: ArgumentHelp(
            "Only the finding with that number, with all it rests on.", valueName: "n"))
    var finding: Int?

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
        if finding != nil, output.format != .text {
            throw ValidationError("--detail is for text; --format json has every finding whole")
        }
        if (from == nil) != (to == nil) {
            throw ValidationError("a range takes both ends: --from DAY --to DAY")
        }
        if let from = from?.fixed, let to = to?.fixed, to < from {
            throw ValidationError(
                "--to \(to) lies before --from \(from); give the earlier day first")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let answer = try await inquirer.answer(
            ConflictsQuestion(
                of: try await inquirer.agreements(agreement), days: try days(inquirer),
                inquirer.knowledge(vantageOptions.known), rules: Set(rule),
                resting: inquirer.basis(countingLater: vantageOptions.countsLater)))
        switch output.format {
        case .text:
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            options.showsAll = all
            try environment.output.write(text(of: answer.content, options))
        case .json: try environment.output.write(ConflictsJSON.render(answer.content))
        case .table, .csv:
            try output.write(ConflictRows.of(answer.content, showsAll: all), in: environment)
        }
        try status.end(found: !answer.content.isEmpty)
    }

    private func text(
        of report: ConflictReport, _ options: TextOptions
    ) throws(DeedbookError) -> String {
        guard let finding else { return ConflictsText.render(report, options: options) }
        guard let text = ConflictsText.render(finding: finding, of: report, options: options) else {
            let count = ConflictsText.count(of: report)
            throw DeedbookError(
                .usage, "there is no finding \(finding)",
                hint: count == 0
                    ? "nothing was found" : "they are numbered from 1 to \(count)")
        }
        return text
    }

    private func days(_ inquirer: Inquirer) throws -> ConflictsQuestion.Days {
        guard let from = inquirer.day(from), let to = inquirer.day(to) else {
            return inquirer.dayUnlessToday(vantageOptions.on).map { .on($0) } ?? .today
        }
        guard from <= to else { throw DeedbookError.reversedDays(from: from, to: to) }
        return .through(from...to)
    }
}

extension RuleName {
    fileprivate static var listing: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
