public import EventStore
import Ledger
public import Terms

/// Which agreements has the book?
public struct AgreementsQuestion: Question {
    public typealias Content = AgreementPage

    /// Only those whose id comes after it, whether the book has it or not; nil for the first.
    public var after: AgreementID?
    /// How many at most; nil for all.
    public var limit: Int?

    public init(after: AgreementID? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public var basis: Basis { .recorded }

    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<AgreementsQuestion> {
        Answer(self, try await inquiry.book.agreements(after: after, limit: limit))
    }
}
