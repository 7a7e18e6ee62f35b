public import Audit
public import EventStore
import Ledger
public import Terms
public import Transparency

/// What is done with a book as a file, which only its store knows how to do.
public struct BookFiles: Sendable {
    /// Copies the book at a path to a new file, while others go on appending.
    public var backUp:
        @Sendable (_ book: String, _ copy: String) async throws(DeedbookError) -> Void
    /// Restores a book from exported events, byte for byte (all or nothing).
    public var restore: Restore
    /// How file, store and machine are.
    public var diagnose:
        @Sendable (_ book: String, _ now: Instant) async throws(DeedbookError) -> [Diagnosis]

    /// The events come in order, some at a time; nil after the last.
    public typealias Restore =
        @Sendable (
            _ path: String, BookExport.Head, [SignedCheckpoint],
            _ next: () throws -> [BookExport.Line]?
        ) throws(DeedbookError) -> Void

    public init(
        backUp: @escaping @Sendable (String, String) async throws(DeedbookError) -> Void,
        restore: @escaping Restore,
        diagnose:
            @escaping @Sendable (String, Instant) async throws(DeedbookError) -> [Diagnosis]
    ) {
        self.backUp = backUp
        self.restore = restore
        self.diagnose = diagnose
    }
}
