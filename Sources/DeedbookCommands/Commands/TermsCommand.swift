import ArgumentParser
import Ledger
import Pictures
import Rendering
import Terms

struct TermsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Tell the terms in force on a day, and the instruments that made them.",
        discussion: """
            The answer is a conformed copy: every term with its status, its fields, and the position \
            of the event that governs each. What the vantage hides is told at the foot.

            With --format svg it is a picture of their lives, with the day as a line. With --format \
            json-document it is the document that the patches of diff --format json-patch apply to.

            Example, the terms of 1 May 2026 as the public knew them on that day:
              deedbook terms microsoft-openai --on 2026-05-01 --disclosed-by 2026-05-01
            Example, the terms as they would be once a draft is recorded:
              deedbook terms microsoft-openai --with draft.yaml
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, svg
        case jsonDocument = "json-document"
    }

    @Argument(help: "The agreement, as listed by: deedbook agreements.")
    var agreement: AgreementID

    @OptionGroup var vantageOptions: VantageOptions

    @Flag(help: "Also show ended terms, terms agreed later, and expectations that came true.")
    var all = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Only these terms, by id.", valueName: "id"))
    var term: [TermID] = []

    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(help: "The format of the answer: text, json, json-document, or svg for a picture.")
    var format: Format = .text

    @OptionGroup var output: PictureOptions

    func validate() throws {
        try output.validate(isDrawn: format == .svg)
        if format == .jsonDocument, !term.isEmpty {
            throw ValidationError("a patch applies to the whole document: leave out --term")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try await draftOptions.book(bookOptions, in: environment)
            .countingLater(vantageOptions.later.hidden)
        var (vantage, options) = try await vantageOptions.resolved(
            for: agreement, in: book, environment, output.layout.text(in: environment))
        options.showsAll = all
        let copy = try await answering { () async throws(LedgerError) in
            try await book.conformedCopy(of: agreement, from: vantage)
        }
        let answer = try narrowed(copy)
        if !term.isEmpty { options.showsAll = true }
        options.termsLeftOut = copy.terms.count - answer.terms.count
        switch format {
        case .text:
            try environment.output.write(ConformedCopyText.render(answer, options: options))
        case .json: try environment.output.write(ConformedCopyJSON.render(answer))
        case .jsonDocument: try environment.output.write(StateDocument.render(answer))
        case .svg:
            try environment.output.write(try await picture(of: answer, in: book, options))
        }
    }

    private func picture(
        of copy: ConformedCopy, in book: Book, _ options: TextOptions
    ) async throws -> String {
        let histories = try await answering { () async throws(LedgerError) in
            try await book.timeline(of: agreement, term: nil, from: copy.vantage)
        }
        return try await output.picture(
            of: copy, histories: histories.filter { copy.term($0.identity) != nil },
            subject: .terms, in: book, options: options)
    }

    /// The copy with only the terms asked for, and what hangs on them.
    private func narrowed(_ copy: ConformedCopy) throws -> ConformedCopy {
        guard !term.isEmpty else { return copy }
        for id in term where copy.term(id) == nil {
            throw CommandFailure(.unknownTerm(id, nearest: copy.terms.map(\.id)))
        }
        var narrowed = copy
        narrowed.terms = copy.terms.filter { term.contains($0.id) || term.contains($0.identity) }
        let named = Set(narrowed.terms.flatMap(\.fields).flatMap { Self.conditions(in: $0.value) })
        narrowed.conditions.removeAll { !named.contains($0.id) }
        narrowed.disputes.removeAll { dispute in
            !dispute.about.contains { id in
                narrowed.terms.contains { $0.id == id || $0.identity == id }
            }
        }
        narrowed.expectations = []
        return narrowed
    }

    private static func conditions(in state: ValueState) -> Set<ConditionID> {
        switch state {
        case .stated(.bound(let bound)): bound.conditions
        case .stated(.condition(let id)): [id]
        case .stated, .between, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: []
        }
    }
}
