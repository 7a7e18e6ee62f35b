import Amendments
import ArgumentParser
import Ledger
import Payments
import Rendering
import Terms

struct PayableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payable",
        abstract: "Work out what a payment or commitment comes to in each period.",
        discussion: """
            A revenue share or royalty needs figures: FILE is CSV with the header period,base,amount: \
            2026-04,revenue,USD 1000000.00. A period is a year, a month or a range (2026-01/2026-03); \
            the base is spelled as the rate spells it. A fee needs the days instead, --from and --to. \
            A minimum commitment takes either: with what was spent it comes to that and the shortfall.

            Each day counts under its own terms, changes split a period by actual days unless the \
            terms say otherwise (proration), and what is not told gives a range with its reason. With \
            --on every day counts under the terms of that one day; --compare adds a second answer \
            under the terms of another point.

            Examples, what the revised agreement changed in money, and a commitment:
              deedbook payable microsoft-openai revenue-share.openai-to-microsoft \
            --figures figures.csv --compare 2026-04-26
              deedbook payable amazon-openai compute.aws --from 2025-11-03 --to 2026-12-31
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv
    }

    @Argument(help: "The agreement, as listed by: deedbook agreements.")
    var agreement: AgreementID

    @Argument(help: "The term: a revenue share, royalty, fee or minimum commitment.")
    var term: TermID

    @Option(help: ArgumentHelp("The figures, as CSV.", valueName: "file"))
    var figures: String?

    @Option(help: ArgumentHelp("The first day; leaves out figures before it.", valueName: "day"))
    var from: Day?

    @Option(help: ArgumentHelp("The last day; leaves out figures after it.", valueName: "day"))
    var to: Day?

    @Option(
        help: ArgumentHelp(
            "Also under the terms of that one point: DAY, DAY@DISCLOSED-BY or DAY@#POSITION.",
            valueName: "point"))
    var compare: Vantage?

    @Option(
        help: ArgumentHelp(
            "The currency, where no figures say it and the terms name several.", valueName: "code"))
    var currency: Currency?

    @Option(help: "The format of the answer: text, json or csv.")
    var format: Format = .text

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var layout: LayoutOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try await draftOptions.book(bookOptions, in: environment)
            .countingLater(vantageOptions.later.hidden)
        var (vantage, options) = try await vantageOptions.resolved(
            for: agreement, in: book, environment, layout.text(in: environment))
        let figures = try figures.map { try readFigures($0, in: environment) }
        if vantageOptions.on == nil, let last = figures?.last?.last ?? to { vantage.on = last }
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
        _ figures: [Figure]?, _ book: Book, _ vantage: Vantage, asOn day: Day?
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
        else { throw notPayable(reading.term(term)?.record.kind, vantage) }
        guard let figures else { return try payable(terms) }
        return try payable(terms, figures)
    }

    private func notPayable(_ kind: TermKind?, _ vantage: Vantage) -> CommandFailure {
        let message =
            switch kind {
            case nil: "\(agreement) has no term '\(term)' from \(vantage)"
            case .volumeCommitment?:
                "'\(term)' is a quantity, for which the record has no price: it comes to no amount"
            case let kind?:
                "'\(term)' is a \(kind.rawValue) term, which comes to no amount of money"
            }
        let kinds = TermsOfPayment.kinds.map(\.rawValue).joined(separator: ", ")
        return CommandFailure(
            .badData, message, hint: "see: deedbook terms \(agreement); payable: \(kinds)")
    }
}
