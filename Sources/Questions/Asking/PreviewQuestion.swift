public import EventStore
public import Ledger
import Terms

/// What would drafts change in each agreement that they touch?
public struct PreviewQuestion: Question {
    /// One redline of each agreement that the drafts touch, in the order in which they touch them; empty where all
    /// are recorded already.
    public typealias Content = [Redline]

    public var drafts: Drafts

    public init(of drafts: Drafts) { self.drafts = drafts }

    /// The drafts are what is asked about, not what the book is read with.
    public var basis: Basis { .recorded }

    /// - Throws: `draft` for one that could not be recorded.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<PreviewQuestion> {
        let redlines = try await inquiry.book.preview(
            drafts.recordings, by: drafts.recorder, at: inquiry.moment.instant
        ) { _, zone in inquiry.moment.today(in: zone) }
        return Answer(self, redlines)
    }
}
