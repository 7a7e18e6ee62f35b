/// What this reader remembers of books from one command to the next: a short text for each path of a book.
public struct ReaderMemory: Sendable {
    /// What is remembered of the book at a path; nil where nothing is.
    public var recall: @Sendable (_ book: String) throws(FileFailure) -> [UInt8]?
    /// Remembers a text of the book at a path, in the place of what was remembered of it.
    public var remember: @Sendable (_ book: String, _ text: String) throws(FileFailure) -> Void

    public init(
        recall: @escaping @Sendable (_ book: String) throws(FileFailure) -> [UInt8]?,
        remember: @escaping @Sendable (_ book: String, _ text: String) throws(FileFailure) -> Void
    ) {
        self.recall = recall
        self.remember = remember
    }

    /// Remembers nothing.
    public static let none = ReaderMemory(recall: { _ in nil }, remember: { _, _ in })
}
