import ArgumentParser
import EventStore
import Ledger
import Notation
import Payments
import Questions
import Rendering
import Terms

struct PayableCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "payable",
        abstract: "Compute the amount of a payment or commitment in each period.",
        discussion: """
            A revenue share or royalty needs figures: FILE is CSV with the header period,base,amount: \
            2026-04,revenue,USD 1000000.00. A period is a year, a month or a range (2026-01/2026-03); \
            the base is spelled as the rate spells it. Where each unit has a price, the base is the unit and \
            the amount a quantity: 2026-04,wafer,1250. A fee needs the days instead, --from and --to. \
            A minimum commitment takes either: with what was spent, the amount is that and the shortfall. \
            A milestone and a sale need the days, a supply how many units were taken.

            A margin needs what is drawn (base: that of its rate, or drawn) and, in the file of indices, \
            the rate it is charged over in percent of a year: 2024-01,Term SOFR,5.32. A level of a grid or of a \
            service needs a figure of its measure, without a currency: 2024-01,leverage,3.25.

            A formula may need figures of several bases for the same periods, in one file. An amount that \
            follows an index needs its figures, --index FILE, with the header period,index,value: \
            2024-01,CPI-U,308.417.

            Each day counts under its own terms, changes split a period by actual days unless the \
            terms say otherwise (proration), and what is not stated gives a range with its reason. With \
            --on every day counts under the terms of that one day; --compare adds a second answer \
            under the terms of another point.

            Examples, what the revised agreement changed in money, and a commitment:
              deedbook payable microsoft-openai revenue-share.openai-to-microsoft \
            --figures figures.csv --compare 2026-04-26
              deedbook payable amazon-openai compute.aws --from 2025-11-03 --to 2026-12-31
            """)

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @Argument(
        help:
            "The term: a revenue share, royalty, fee, commitment, supply, sale, milestone, margin or service level.",
        completion: Completion.terms)
    var term: String

    @Option(help: ArgumentHelp("The figures, as CSV.", valueName: "file"))
    var figures: String?

    @Option(
        help: ArgumentHelp(
            "The figures of indices that amounts follow, as CSV: period,index,value.",
            valueName: "file"))
    var index: String?

    @Option(
        help: ArgumentHelp("The first day; leaves out figures before it.", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var from: DayWords?

    @Option(
        help: ArgumentHelp("The last day; leaves out figures after it.", valueName: "day"),
        completion: Completion.days, transform: dayWords)
    var to: DayWords?

    @Option(
        help: ArgumentHelp(
            "Also under the terms of that one point: DAY, DAY@DISCLOSED-BY or DAY@#POSITION.",
            valueName: "point"),
        completion: Completion.days, transform: pointWords)
    var compare: PointWords?

    @Option(
        help: ArgumentHelp(
            "The currency, where no figures say it and the terms name several.", valueName: "code"))
    var currency: Currency?

    @Option(help: "Output format: text, table, json or csv.")
    var format: TableFormat = .preferred(else: .text)

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var detail: DetailOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var layout: LayoutOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await draftOptions.inquirer(bookOptions, in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let today = try await inquirer.today(
            of: agreement, from, to, compare?.on, compare?.disclosedBy)
        let question = PayableQuestion(
            try await self.term(of: agreement, from: point, inquirer), of: agreement,
            figures: try figures.map { try read($0, in: environment, FiguresFile.read) },
            indices: try index.map { try read($0, in: environment, IndexFile.read) } ?? [],
            from: from?.day(today: today), to: to?.day(today: today), currency: currency,
            on: point.on, point.knowledge, compare: compare?.vantage(today: today),
            resting: inquirer.basis(countingLater: vantageOptions.countsLater))
        let answer = try await answer(question, of: inquirer)
        try environment.output.write(text(of: answer, in: environment))
    }

    /// The term that is named, as it stands on the day given, else on the last day.
    private func term(
        of agreement: AgreementID, from point: AskedPoint, _ inquirer: Inquirer
    ) async throws -> TermID {
        try await inquirer.subject(term, of: agreement, from: point, takesField: false).term
    }

    /// The answer; what is wrong with the figures is said of their file.
    private func answer(
        _ question: PayableQuestion, of inquirer: Inquirer
    ) async throws -> Answer<PayableQuestion> {
        do { return try await inquirer.answer(question) } catch let error as DeedbookError {
            guard case .figures? = error.account.place else { throw error }
            throw DeedbookError.problems(error.kind, error.problems { _ in figures })
        }
    }

    private func text(
        of answer: Answer<PayableQuestion>, in environment: CommandEnvironment
    ) -> String {
        switch format {
        case .text:
            var options = layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            return PayableText.render(answer, options: options)
        case .json: return PayableJSON.render(answer)
        case .table: return PayableRows.of(answer).text(layout.text(in: environment))
        case .csv: return PayableRows.of(answer).csv
        }
    }

    private func read<Row>(
        _ path: String, in environment: CommandEnvironment,
        _ rows: (String) throws(Problem) -> [Row]
    ) throws(DeedbookError) -> [Row] {
        let bytes = try environment.files.read(path, "figures file").bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DeedbookError(
                in: path, line: 1, "figures are UTF-8 text", hint: "save it as UTF-8")
        }
        do { return try rows(text) } catch {
            throw DeedbookError.problems(.invalid, [error.placed(in: path)])
        }
    }
}
