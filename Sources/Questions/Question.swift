public import EventStore
import Ledger

/// What a person asks of a book: a plain value, whose members are the words of the question.
///
/// A question knows neither a book nor what day it is; `Book.answer(_:at:)` puts it to one. The same question, asked
/// of the same events at the same moment, has the same answer.
public protocol Question: Hashable, Sendable {
    /// What the answer says, beside what all answers say.
    associatedtype Content: Sendable

    /// On what the answer rests beside what was recorded.
    var basis: Basis { get }

    /// Reads the answer.
    ///
    /// - Throws: what keeps the question from being answered; then nothing was answered in part.
    func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<Self>
}

/// A question asked from a point of knowledge, which is the same for every agreement in the answer.
public protocol PointedQuestion: Question {
    /// What counts as known.
    var knowledge: Knowledge { get }
}

extension Book {
    /// The answer to a question.
    ///
    /// Drafts in the question are laid over the book first, each checked as if it were recorded; nothing is written.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - moment: when it is asked; every today in the answer is of that moment.
    /// - Throws: `draft` for a draft that could not be recorded, before anything else is looked at; then what the
    ///   question itself throws.
    public func answer<Asked: Question>(
        _ question: Asked, at moment: Moment
    ) async throws(DeedbookError) -> Answer<Asked> {
        try await question.answer(to: try await Inquiry(self, question.basis, at: moment))
    }
}
