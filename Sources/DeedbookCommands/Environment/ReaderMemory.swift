import EventStore
import Notation
import Transparency

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

extension CommandEnvironment {
    /// Remembers the head of the book at a path, in the place of what was remembered of it.
    ///
    /// Where that cannot be done the answer stands, and whoever reads it knows that the next one is not held to it.
    func remember(_ head: Checkpoint, of path: String) throws {
        do throws(FileFailure) { try memory.remember(path, head.text) } catch {
            let problem = error.writing("what is remembered of the book \(path)")
            for problem in problem.problems() { try errors.say("warning: \(problem.message)") }
        }
    }
}
