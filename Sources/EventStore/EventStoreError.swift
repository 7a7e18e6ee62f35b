public import Amendments
public import Terms

/// Why a store could not do what it was asked. Nothing was written, unless `outcomeUnknown`.
public enum EventStoreError: Error, Hashable, Sendable {
    /// An agreement is not at the version the caller expected.
    case versionConflict(agreement: AgreementID, expected: ExpectedVersion, actual: Int)
    /// The key was recorded before, with other content.
    case keyReused(RecordingKey, recordedAt: Position)
    /// One event would take more than the 65,535 bytes an entry may have.
    case entryTooLarge(EventReference, bytes: Int)
    /// Another process holds the book.
    case busy(String)
    /// The file cannot be opened, read or written.
    case inaccessible(path: String, detail: String)
    /// The file is not a book.
    case notABook(path: String, detail: String)
    /// The book was written by a newer version of Deedbook.
    case newerFormat(path: String, found: Int, known: Int)
    /// The book was written by a version of Deedbook before its first release.
    case olderFormat(path: String, found: Int, known: Int)
    /// There is no space left where the book is.
    case full(path: String)
    /// The store has more appends waiting than it takes, and was told not to wait for a place.
    case overloaded(capacity: Int)
    /// A redaction names an event that is not in the book, or not in an earlier recording.
    case redactsNothing(EventReference, by: EventReference)
    /// A recording's signature is not its recorder's signature of it.
    case sealRefused(RecordingKey, detail: String)
    /// A size of the book that it has not reached.
    case sizeBeyondHead(asked: Int, size: Int)
    /// A checkpoint that is not of this book, or not of what this book was at its size.
    case checkpointRefused(size: Int, detail: String)
    /// A stored event cannot be read back.
    case corrupted(Position, detail: String)
    /// An event of a kind this version does not know.
    case unknownKind(Position, kind: String)
    /// The storage failed in the middle of an append: whether it was written is not known. Opening the
    /// book again and appending the same key tells.
    case outcomeUnknown(detail: String)
}

extension EventStoreError {
    /// For what is read beyond a position and does not lie there.
    public static func outOfOrder(_ position: Int, after last: Int) -> EventStoreError {
        .corrupted(Position(position), detail: "it is found beyond #\(last): the file is damaged")
    }
}
