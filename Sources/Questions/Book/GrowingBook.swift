public import Amendments
public import EventStore
import Ledger
import Terms

/// A book in memory that takes every recording, and says of each why it cannot hold.
///
/// For looking through many recordings at once: what is wrong with one does not hide what is wrong with the next.
public struct GrowingBook {
    private let book: Book
    private var agreements: [AgreementID: GrowingAgreement] = [:]

    /// - Parameter book: what is there already; it is appended to.
    public init(over book: Book) { self.book = book }

    /// Adds a recording after what was added before.
    ///
    /// What is recorded already adds nothing, and is not checked again.
    ///
    /// - Returns: why it cannot hold, as `record` would say; it is there all the same.
    /// - Throws: what the store refuses; nothing is added then.
    public mutating func add(
        _ recording: Recording, by recorder: String
    ) async throws(DeedbookError) -> [Violation] {
        var touched = try await agreements.take(touchedBy: recording, in: book)
        let head = try await book.head()
        do {
            let receipt = try await book.store.append(recording, by: recorder, expecting: [:])
            defer { agreements.merge(touched) { _, new in new } }
            if receipt.isRepeated { return [] }
            let header = RecordingHeader(
                of: recording, recorder: recorder, recordedAt: receipt.recordedAt)
            return touched.add(recording, from: receipt.first, under: header)
        } catch {
            // What is recorded under the key already stands against it, whatever the rules say of it.
            if error.kind == .conflict { throw error }
            // What the store refuses has a reason in the recording, mostly.
            let header = RecordingHeader(
                of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
            let violations = touched.add(
                recording, from: Position(head.number + 1), under: header)
            if violations.isEmpty { throw error }
            return violations
        }
    }
}
