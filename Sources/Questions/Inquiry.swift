import Ledger
import Terms

/// A book as one question reads it: with the drafts of the question on top.
///
/// Only `Book.answer(_:at:)` makes one, so no question reads a book without its drafts.
public struct Inquiry: Sendable {
    public let book: Book
    public let moment: Moment

    init(_ book: Book, _ basis: Basis, at moment: Moment) async throws(QuestionError) {
        var read = book
        if let drafts = basis.drafts {
            do {
                read = try await book.proposing(
                    drafts.recordings, by: drafts.recorder, at: moment.instant)
            } catch {
                throw .draft(error)
            }
        }
        self.book = read.countingLater(basis.countsLater)
        self.moment = moment
    }

    /// Asks the ledger, whose errors are those of the question.
    func asking<Value>(
        _ ask: (Book) async throws(LedgerError) -> Value
    ) async throws(QuestionError) -> Value {
        do { return try await ask(book) } catch { throw .ledger(error) }
    }
}
