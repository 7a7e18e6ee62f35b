import ArgumentParser
import Ledger
import Rendering
import Terms

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tell why a term, or one of its fields, reads as it does, and on what evidence.",
        discussion: """
            TERM.FIELD or TERM/FIELD asks for one field. The answer is the chain of instruments \
            behind the value with their sources, and everything that is asserted beside it.

            Example:
              deedbook why microsoft-openai revenue-share.openai-to-microsoft.cap --on 2026-05-12
            """)

    @Argument(help: "The agreement, as listed by: deedbook agreements.")
    var agreement: AgreementID

    @Argument(help: ArgumentHelp("The term, or one of its fields.", valueName: "term[.field]"))
    var subject: String

    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var draftOptions: DraftOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if Subject.readings(of: subject).isEmpty {
            throw ValidationError("'\(subject)' is neither a term nor a field of one")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let book = try await draftOptions.book(bookOptions, in: environment)
            .countingLater(vantageOptions.later.hidden)
        var (vantage, options) = try await vantageOptions.resolved(
            for: agreement, in: book, environment, output.layout.text(in: environment))
        let explanation = try await explanation(in: book, from: vantage)
        options.signers = try await EntryLookup(book.store).signers(of: explanation.events)
        switch output.format {
        case .text:
            try environment.output.write(ExplanationText.render(explanation, options: options))
        case .json:
            try environment.output.write(
                ExplanationJSON.render(explanation, signers: options.signers))
        }
    }

    /// The first reading of the argument that names a term; ids have dots, so the longest comes first.
    private func explanation(in book: Book, from vantage: Vantage) async throws -> Explanation {
        var unknown: LedgerError?
        for reading in Subject.readings(of: subject) {
            do {
                return try await book.explanation(
                    of: agreement, term: reading.term, field: reading.field, from: vantage)
            } catch .unknownTerm(let id, let nearest) {
                if unknown == nil { unknown = .unknownTerm(id, nearest: nearest) }
            } catch {
                throw CommandFailure(error)
            }
        }
        throw unknown.map { CommandFailure($0) }
            ?? CommandFailure(.usage, "'\(subject)' names no term")
    }
}

/// A term, or a field of one, as it is written on the command line.
struct Subject: Hashable {
    var term: TermID
    var field: FieldName?

    /// Every way to read the text, the longest term id first.
    static func readings(of text: String) -> [Subject] {
        if let slash = text.firstIndex(of: "/") {
            return split(text, at: slash).map { [$0] } ?? []
        }
        let whole = TermID(text).map { Subject(term: $0) }
        let part = text.lastIndex(of: ".").flatMap { split(text, at: $0) }
        return [whole, part].compactMap(\.self)
    }

    private static func split(_ text: String, at index: String.Index) -> Subject? {
        guard let term = TermID(String(text[..<index])),
            let field = FieldName(rawValue: String(text[text.index(after: index)...]))
        else { return nil }
        return Subject(term: term, field: field)
    }
}
