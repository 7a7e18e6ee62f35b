import ArgumentParser
import EventStore
import Portfolio
import Questions
import Rendering
import Terms

struct FindCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find terms over all agreements, by words or by conditions.",
        discussion: """
            Words are looked for in the ids, sentences, fields, readings, conditions and notes of terms: \
            each has to occur, whole and in any case (capac* for how a word begins), and what stands in \
            "quotes" as it stands.

            A condition tests kind, status, party, agreement, term, grade, any, or a field of a term, \
            joined by and, or, not and brackets; a text in "quotes" by itself is a test as well. What has a \
            comparison sign, or is, contains, in, before, after, below or above behind the name of a \
            field, is a condition; all else are words. Terms that may match, because a value is undisclosed \
            or a date imprecise, are listed apart, with the reason. Where no \
            status is named, terms in force are asked for.

            Examples:
              deedbook find cap --kind revenue-share
              deedbook find 'kind = revenue-share and rate > 15% and party = microsoft'
              deedbook find 'status = in-force and ends before 2030-01-01' --on 2026-05-01
              deedbook find 'cap is undisclosed or grade below regulatory-filing' \\
                --format csv
            """)

    @Argument(
        help:
            "Words, or a condition such as: kind = fee and amount > USD 1000000. None: with --kind.",
        completion: Completion.predicates)
    var query: String?

    @Option(
        help: ArgumentHelp("Only terms of this kind; may be repeated.", valueName: "kind"),
        completion: .list(TermKind.allCases.map(\.rawValue)), transform: word)
    var kind: [TermKind] = []

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var detail: FullOption
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var status: ExitCodeOption
    @OptionGroup var output: TableOptions

    func validate() throws {
        if query == nil, kind.isEmpty {
            throw ValidationError("give words or a condition to find, or a kind with --kind")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await bookOptions.inquirer(in: environment)
        let asked = try await predicate(inquirer)
        let answer = try await inquirer.answer(
            FindQuestion(
                asked, on: inquirer.dayUnlessToday(vantageOptions.on),
                inquirer.knowledge(vantageOptions.known),
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
        let isFound = !found.matches.isEmpty || !found.possible.isEmpty
        if !isFound { try await note(unknownIn: asked, inquirer, in: environment) }
        try status.end(found: isFound)
    }
}

extension FindCommand {
    /// Says which ids nothing has, and which may be meant: that nothing is found may be a slip of the pen.
    private func note(
        unknownIn asked: TermPredicate, _ inquirer: Inquirer, in environment: CommandEnvironment
    ) async throws {
        for id in try await inquirer.answer(UnknownIDsQuestion(in: asked)).content {
            let account =
                DeedbookError.unknownName(id.text, id.named, nearest: id.nearest).account
            let hint = account.hint.map { "; \($0)" } ?? ""
            try environment.errors.say("note: \(account.sentence)\(hint)")
        }
    }

    /// The words or the condition, of terms of the kinds that are asked for.
    private func predicate(_ inquirer: Inquirer) async throws -> TermPredicate {
        let kinds = kind.map { TermPredicate.kind($0) }
        let only = kinds.count == 1 ? kinds[0] : .any(kinds)
        guard let query else { return only }
        let names = TermPredicate.names(in: query)
        let meanings =
            names.isEmpty ? [:] : try await inquirer.answer(PredicateNamesQuestion(names)).content
        let asked: TermPredicate
        do { asked = try TermPredicate(orWords: query, meaning: meanings) } catch {
            throw DeedbookError(error)
        }
        guard !kinds.isEmpty else { return asked }
        guard case .all(let parts) = asked else { return .all([asked, only]) }
        return .all(parts + [only])
    }
}
