public import EventStore
public import Questions
import SystemTime

extension Book {
    /// The answer to a question as of now, by the clock of the system: see `Book.answer(_:at:)` of `Questions`, which takes
    /// another moment.
    ///
    /// - Throws: what the question's `answer(to:)` names; nothing is answered in part.
    public func answer<Asked: Question>(
        _ question: Asked
    ) async throws(DeedbookError) -> Answer<Asked> {
        try await answer(question, at: .now)
    }
}
