import ArgumentParser
import Ledger
import Payments
import Rendering
import Terms

struct PayableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payable",
        abstract: "Work out what a revenue share or royalty comes to under given figures.",
        discussion: """
            FILE is CSV with the header period,base,amount: 2026-04,revenue,USD 1000000.00. A period \
            is a year, a month or a range (2026-01/2026-03); the base is spelled as the rate spells \
            it. Each day counts under its own terms, steps split a period by actual days, and what \
            is not told gives a range with its reason. With --on every day counts under the terms of \
            that one day; --compare adds a second answer under the terms of another point.

            Example, what the revised agreement changed in money:
              deedbook payable microsoft-openai revenue-share.openai-to-microsoft \
            --figures figures.csv --compare 2026-04-26
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv
    }

    @Argument(help: "The agreement, as listed by: deedbook agreements.")
    var agreement: AgreementID

    @Argument(help: "The term: a revenue share or a royalty.")
    var term: TermID

    @Option(help: ArgumentHelp("The figures, as CSV.", valueName: "file"))
    var figures: String

    @Option(help: ArgumentHelp("Leave out figures before that day.", valueName: "day"))
    var from: Day?

    @Option(help: ArgumentHelp("Leave out figures after that day.", valueName: "day"))
    var to: Day?

    @Option(
        help: ArgumentHelp(
            "Also under the terms of that one point: DAY, DAY@DISCLOSED-BY or DAY@#POSITION.",
            valueName: "point"))
    var compare: Vantage?

    @Option(help: "The format of the answer: text, json or csv.")
    var format: Format = .text

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var layout: LayoutOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let figures = try readFigures(in: environment)
        let book = try await draftOptions.book(bookOptions, in: environment)
        var (vantage, options) = try await vantageOptions.resolved(
            for: agreement, in: book, environment, layout.text(in: environment))
        if vantageOptions.on == nil, let last = figures.last?.last { vantage.on = last }
        let point = vantage
        let copy = try await answering { () async throws(LedgerError) in
            try await book.conformedCopy(of: agreement, from: point)
        }
        let payable = try await answer(figures, book, vantage, asOn: vantageOptions.on)
        var before: (label: String, payable: Payable)?
        if let compare {
            before = (
                "the terms of \(compare)",
                try await answer(figures, book, compare, asOn: compare.on)
            )
        }
        switch format {
        case .text:
            try environment.output.write(
                PayableText.render(payable, before: before, copy: copy, options: options))
        case .json:
            try environment.output.write(PayableJSON.render(payable, before: before, copy: copy))
        case .csv: try environment.output.write(PayableJSON.csv(payable, before: before))
        }
    }

    private func answer(
        _ figures: [Figure], _ book: Book, _ vantage: Vantage, asOn day: Day?
    ) async throws -> Payable {
        let (reading, resolved) = try await answering { () async throws(LedgerError) in
            (
                try await book.reading(of: agreement, from: vantage),
                try await book.conformedCopy(of: agreement, from: vantage).resolved
            )
        }
        guard
            let terms = TermsOfPayment(
                term, in: reading, from: vantage, resolved: resolved, asOn: day)
        else {
            throw CommandFailure(
                .badData,
                "'\(term)' is no revenue share or royalty of \(agreement) from \(vantage)",
                hint: "see: deedbook terms \(agreement)")
        }
        if let figure = figures.first(where: {
            !terms.bases.isEmpty && !terms.bases.contains($0.base)
        }) {
            throw CommandFailure(
                in: self.figures, line: figure.line,
                "no rate of \(term) is of '\(figure.base)'",
                hint: "its rates are of: \(terms.bases.joined(separator: "; "))")
        }
        guard let payable = Payable(terms, figures: figures) else {
            throw CommandFailure(in: self.figures, "no figures", hint: "add a line")
        }
        return payable
    }

    private func readFigures(in environment: CommandEnvironment) throws(CommandFailure) -> [Figure]
    {
        let bytes: [UInt8]
        do { bytes = try environment.files.read(figures).bytes } catch {
            throw CommandFailure(reading: figures, "figures file", error)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(
                in: figures, line: 1, "figures are UTF-8 text", hint: "save it as UTF-8")
        }
        var all: [Figure]
        do { all = try FiguresFile.read(text) } catch {
            throw CommandFailure(
                in: "\(figures):\(error.line):\(error.column)", error.message, hint: error.hint)
        }
        if let base = all.first?.base, let other = all.first(where: { $0.base != base }) {
            throw CommandFailure(
                in: figures, line: other.line, "a second base: '\(other.base)'",
                hint: "give one base a file, here '\(base)'")
        }
        all.removeAll { figure in
            (from.map { figure.last < $0 } ?? false) || (to.map { figure.first > $0 } ?? false)
        }
        for figure in all {
            for day in [from, to?.adding(days: 1)].compactMap(\.self)
            where figure.first < day && day <= figure.last {
                throw CommandFailure(
                    in: figures, line: figure.line, "\(figure.period) lies on both sides of \(day)",
                    hint:
                        "let --from and --to keep periods whole: nothing says how to split a figure"
                )
            }
        }
        guard !all.isEmpty else {
            throw CommandFailure(
                in: figures, "no figure lies in the time asked", hint: "check --from and --to")
        }
        return all
    }
}
