import Algorithms
import Amendments
import ArgumentParser
import Conflicts
import EventStore
import Ledger
import Questions
import Terms

extension Completion {
    static let agreements = kind { _, book in try await book.agreements(at: nil).map(\.text) }

    /// The terms of the agreement on the line.
    static let terms = kind { line, book in
        guard let copy = try await copy(on: line, in: book) else { return [] }
        return copy.terms.map(\.id.text).sorted()
    }

    /// The same; of a term that is typed already, its fields.
    static let subjects = kind { line, book in
        guard let copy = try await copy(on: line, in: book) else { return [] }
        let fields = copy.terms.filter { line.prefix.hasPrefix($0.id.text + ".") }
            .flatMap { term in term.fields.map { "\(term.id).\($0.name.rawValue)" } }
        return copy.terms.map(\.id.text).sorted() + fields.sorted()
    }

    /// The recordings, those of the agreement on the line where there is one.
    static let recordings = kind { line, book in
        try await log(on: line, in: book).map(\.header.key.text)
    }

    /// The days on which a document of the agreement on the line, or of any, was disclosed or took effect, the last first.
    static let days = kind { line, book in
        let dates = try await log(on: line, in: book).flatMap { recording in
            [recording.header.disclosed] + recording.events.compactMap(\.effective.date)
        }
        return dates.filter { $0.isExact && $0.qualifier == .none }.map(\.earliest)
            .uniqued().sorted(by: >).map(\.description)
    }

    /// Tests for `find`, each with a party, an agreement, a kind or a status of the book.
    static let predicates = kind { _, book in
        let agreements = try await book.agreements(at: nil)
        var parties: Set<PartyID> = []
        for agreement in agreements.prefix(agreementsForParties) {
            guard let copy = try? await copy(of: agreement, in: book) else { continue }
            parties.formUnion(copy.parties.map(\.id))
        }
        return agreements.map { "agreement = \($0)" }
            + TermKind.allCases.map { "kind = \($0.rawValue)" }
            + parties.sorted().map { "party = \($0)" }
            + TermStatus.allCases.map { "status = \($0.rawValue)" }
    }

    /// Of how many agreements the parties are read: each takes a look at its terms.
    private static let agreementsForParties = 40

    /// The agreement on a line: the first word of it that is one of the book.
    private static func agreement(
        on line: CompletedLine, in book: Book
    ) async throws -> AgreementID? {
        for word in line.words.dropFirst(2) {
            guard let agreement = AgreementID(word),
                try await book.store.version(of: agreement) > 0
            else { continue }
            return agreement
        }
        return nil
    }

    private static func copy(on line: CompletedLine, in book: Book) async throws -> ConformedCopy? {
        guard let agreement = try await agreement(on: line, in: book) else { return nil }
        return try await copy(of: agreement, in: book)
    }

    private static func copy(
        of agreement: AgreementID, in book: Book
    ) async throws -> ConformedCopy {
        let moment = try CommandEnvironment.current.moment()
        return try await book.answer(TermsQuestion(of: agreement), at: moment).content.copy
    }

    private static func log(
        on line: CompletedLine, in book: Book
    ) async throws -> [LoggedRecording] {
        let question = LogQuestion(of: try await agreement(on: line, in: book), last: latest)
        let moment = try CommandEnvironment.current.moment()
        return try await book.answer(question, at: moment).content.log.recordings.reversed()
    }

    /// How many recordings are read at most.
    private static let latest = 500
}

// What completes an argument of a type, wherever one stands.
extension Identifier {
    static var completion: CompletionKind {
        switch Self.self {
        case is AgreementID.Type: Completion.agreements
        case is TermID.Type: Completion.terms
        case is RecordingKey.Type: Completion.recordings
        case _: .default
        }
    }
}
