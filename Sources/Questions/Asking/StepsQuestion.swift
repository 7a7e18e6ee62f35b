public import EventStore
public import Ledger
import Terms

/// By which steps does one point differ from another, also those that were undone on the way?
public struct StepsQuestion: Question {
    /// Whose steps.
    public var diff: DiffQuestion

    /// The whole difference, and every step of it.
    public struct Content: Hashable, Sendable {
        public var redline: Redline
        /// In the order in which they were learned, then took effect.
        public var steps: [Redline]

        /// Whether nothing changed, not even to change back.
        public var isEmpty: Bool { redline.isEmpty && steps.isEmpty }
    }

    public init(of diff: DiffQuestion) { self.diff = diff }

    public var basis: Basis { diff.basis }

    /// - Throws: what the difference throws.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<StepsQuestion> {
        let whole = try await diff.answer(to: inquiry)
        let (from, to) = try await diff.points(in: inquiry)
        let steps = try await inquiry.book.steps(of: diff.agreement, from: from, to: to)
        return Answer(self, today: whole.today, Content(redline: whole.content, steps: steps))
    }
}
