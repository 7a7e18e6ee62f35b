import EventStore
import Ledger
import Terms

/// A book as one question reads it: with the drafts of the question on top.
///
/// Only `Book.answer(_:at:)` makes one, so no question reads a book without its drafts.
public struct Inquiry: Sendable {
    public let book: Book
    public let moment: Moment

    init(_ book: Book, _ basis: Basis, at moment: Moment) async throws(DeedbookError) {
        var read = book
        if let drafts = basis.drafts {
            read = try await book.proposing(
                drafts.recordings, by: drafts.recorder, at: moment.instant)
        }
        self.book = read.countingLater(basis.countsLater)
        self.moment = moment
    }
}
