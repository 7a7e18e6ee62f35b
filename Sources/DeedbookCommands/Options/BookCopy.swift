import Amendments
import EventStore
import Ledger
import Questions
import Terms

/// Copies a book's recordings, to try something out on them.
enum BookCopy {
    /// Appends every recording of one book to another as it was recorded, without checking it again.
    static func copy(from book: Book, to copy: Book) async throws(DeedbookError) {
        let log = try await book.log()
        for logged in log.recordings {
            _ = try await copy.store.append(
                recording(logged), by: logged.header.recorder, expecting: [:])
        }
    }

    private static func recording(_ logged: LoggedRecording) -> Recording {
        let header = logged.header
        return Recording(
            key: header.key, agreement: header.agreement, instrument: header.instrument,
            disclosed: header.disclosed, sources: header.sources,
            events: logged.events.sorted { $0.ordinal < $1.ordinal }.map(\.event))
    }
}
