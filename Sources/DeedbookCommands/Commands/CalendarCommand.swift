import ArgumentParser
import EventStore
import Questions
import Rendering
import Terms

struct CalendarCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Show what ends, renews, opens, is due or takes effect in a span of days.",
        discussion: """
            For one agreement, several, or all. Each entry states how its date was computed and the \
            instruments it depends on. A date that is stated as a month or a year stays one; what depends \
            on a condition is listed at the end, without a date. Renewals are counted from the stated end, \
            by the renewal's own length, and notice days from the renewed end.

            Example, the next twelve months:
              deedbook calendar
            Example, a file for a calendar program:
              deedbook calendar microsoft-openai --from 2026-01-01 --to 2032-12-31 \\
                --format ics
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, table, json, csv, ics
    }

    @Argument(help: "Agreements (default: all).", completion: Completion.agreements)
    var agreements: [String] = []

    @Option(
        help: ArgumentHelp("First day, such as 2026-04-28 (default: today).", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var from: DayWords?

    @Option(
        help: ArgumentHelp("Last day (default: one year after the first).", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var to: DayWords?

    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var draftOptions: DraftOptions

    @Option(help: "Output format: text, table, json, csv or ics.")
    var format: Format = .preferred(else: .text)

    @OptionGroup var detail: FullOption
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if let from = from?.fixed, let to = to?.fixed, from > to {
            throw ValidationError("--to \(to) lies before --from \(from)")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (from, to) = (inquirer.dayUnlessToday(from), inquirer.day(to))
        if let from, let to, from > to {
            throw DeedbookError.reversedDays(from: from, to: to)
        }
        let question = CalendarQuestion(
            of: try await inquirer.agreements(agreements), from: from, to: to,
            inquirer.knowledge(knowledge),
            resting: inquirer.basis(countingLater: knowledge.later.hidden))
        let answer = try await inquirer.answer(question)
        let text: String
        switch format {
        case .text:
            var options = layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            text = CalendarText.render(answer.content, options: options)
        case .table: text = CalendarRows.of(answer.content).text(layout.text(in: environment))
        case .csv: text = CalendarRows.of(answer.content).csv
        case .json: text = CalendarJSON.render(answer.content)
        case .ics:
            let file = try await inquirer.answer(CalendarEntriesQuestion(of: question)).content
            text = CalendarICS.render(file.calendar, entries: file.entries, origin: file.origin)
        }
        try environment.output.write(text)
        try status.end(found: !CalendarRows.of(answer.content).rows.isEmpty)
    }
}
