import ArgumentParser
import EventStore
import Portfolio
import Questions
import Rendering
import Terms

struct FindCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find terms over all agreements.",
        discussion: """
            A predicate tests kind, status, party, agreement, term, grade, any, or a field of a term, \
            joined by and, or, not and brackets. Terms that may match, because a value is undisclosed \
            or a date imprecise, are listed apart, with the reason. Where the predicate names no \
            status, terms in force are asked for.

            Examples:
              deedbook find 'kind = revenue-share and rate > 15% and party = microsoft'
              deedbook find 'status = in-force and ends before 2030-01-01' --on 2026-05-01
              deedbook find 'cap is undisclosed or grade below regulatory-filing' \\
                --format csv
            """)

    @Argument(
        help: "What to find, such as: kind = fee and amount > USD 1000000.",
        completion: Completion.predicates)
    var predicate: String

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var detail: FullOption
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let asked: TermPredicate
        do { asked = try TermPredicate(predicate) } catch { throw DeedbookError(error) }
        let answer = try await bookOptions.inquirer(in: environment).answer(
            FindQuestion(
                asked, on: vantageOptions.on, vantageOptions.knowledge,
                resting: Basis(countsLater: vantageOptions.countsLater)))
        switch output.format {
        case .text:
            var options = output.layout.text(of: answer, in: environment)
            detail.apply(to: &options)
            try environment.output.write(PortfolioText.render(answer.content, options: options))
        case .json: try environment.output.write(PortfolioJSON.render(answer.content))
        case .table, .csv: try output.write(PortfolioRows.of(answer.content), in: environment)
        }
        let found = answer.content
        try status.end(found: !found.matches.isEmpty || !found.possible.isEmpty)
    }
}
