public import EventStore
public import Ledger
public import Terms

/// Why does a term, or one of its fields, read as it does, and on what evidence?
public struct WhyQuestion: PointedQuestion {
    public var agreement: AgreementID
    public var subject: Subject
    /// nil for today in the agreement's zone.
    public var on: Day?
    public var knowledge: Knowledge
    public var basis: Basis

    /// The chain of instruments behind a value, with who signed them.
    public struct Content: Signed, Hashable, Sendable {
        public var explanation: Explanation
        public var signers: RecordingSigners
    }

    public init(
        _ subject: Subject, of agreement: AgreementID, on day: Day? = nil,
        _ knowledge: Knowledge = .everything, resting basis: Basis = .recorded
    ) {
        self.agreement = agreement
        self.subject = subject
        on = day
        self.knowledge = knowledge
        self.basis = basis
    }

    /// - Throws: `unknownAgreement`; `beyondHead` or `beyondNow` for a point that the book has not reached;
    ///   `unknownTerm` where no reading of the subject names a term; `unknownField` for a field that it never had.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<WhyQuestion> {
        let point = try await inquiry.resolvedVantage(of: agreement, on: on, knowledge)
        let explanation = try await explanation(in: inquiry.book, from: point.vantage)
        return Answer(
            self, from: point,
            Content(
                explanation: explanation,
                signers: try await EntryLookup(inquiry.book).signers(of: explanation.events)))
    }

    /// The first reading of the subject that names a term; where none does, what is wrong with the first.
    private func explanation(
        in book: Book, from vantage: Vantage
    ) async throws(DeedbookError) -> Explanation {
        do throws(DeedbookError) {
            return try await explanation(of: subject.first, in: book, from: vantage)
        } catch {
            guard case .unknownTerm = error, let second = subject.second else { throw error }
            do throws(DeedbookError) {
                return try await explanation(of: second, in: book, from: vantage)
            } catch .unknownTerm {
                throw error
            }
        }
    }

    private func explanation(
        of reading: Subject.Reading, in book: Book, from vantage: Vantage
    ) async throws(DeedbookError) -> Explanation {
        try await book.explanation(
            of: agreement, term: reading.term, field: reading.field, from: vantage)
    }
}

extension WhyQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([explanation.resolved]) }
}
