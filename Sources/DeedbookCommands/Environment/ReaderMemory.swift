import EventStore
import Notation
import Transparency

/// What this reader remembers of books from one command to the next: a short text for each path of a book.
public struct ReaderMemory: Sendable {
    /// What is remembered of the book at a path; nil where nothing is.
    public var recall: @Sendable (_ book: String) throws(FileFailure) -> [UInt8]?
    /// Remembers a text of the book at a path, in the place of what was recalled of it: reading again, comparing and
    /// writing are one step, even when another process does so. False, and nothing changes, where something else is
    /// remembered by now.
    public var replace:
        @Sendable (_ book: String, _ recalled: [UInt8]?, _ text: String) throws(FileFailure) -> Bool
    /// Where that is kept, in words for a message; nil where nothing is remembered.
    public var place: @Sendable (_ book: String) -> String?
    /// False where nothing is ever remembered.
    public let isKept: Bool

    public init(
        recall: @escaping @Sendable (_ book: String) throws(FileFailure) -> [UInt8]?,
        replace:
            @escaping @Sendable (_ book: String, _ recalled: [UInt8]?, _ text: String)
            throws(FileFailure) -> Bool,
        place: @escaping @Sendable (_ book: String) -> String?
    ) {
        self.init(recall: recall, replace: replace, place: place, isKept: true)
    }

    private init(
        recall: @escaping @Sendable (_ book: String) throws(FileFailure) -> [UInt8]?,
        replace:
            @escaping @Sendable (_ book: String, _ recalled: [UInt8]?, _ text: String)
            throws(FileFailure) -> Bool,
        place: @escaping @Sendable (_ book: String) -> String?, isKept: Bool
    ) {
        self.recall = recall
        self.replace = replace
        self.place = place
        self.isKept = isKept
    }

    /// Remembers nothing.
    public static let none = ReaderMemory(
        recall: { _ in nil }, replace: { _, _, _ in true }, place: { _ in nil }, isKept: false)
}

extension CommandEnvironment {
    /// Remembers the head of the book at a path, in the place of what was recalled of it.
    ///
    /// Where that cannot be done the answer stands, and its reader knows that the next one is not held to it.
    ///
    /// - Returns: false where another command remembered something else meanwhile, which stays.
    @discardableResult
    func remember(
        _ head: Checkpoint, of path: String, insteadOf recalled: [UInt8]?
    ) throws -> Bool {
        do throws(FileFailure) { return try memory.replace(path, recalled, head.text) } catch {
            let problem = error.writing("what is remembered of the book \(path)")
            for problem in problem.problems() { try errors.say("warning: \(problem.message)") }
            return true
        }
    }

    /// What is remembered of a path, where the book there need not continue it; nil also where it cannot be read, which
    /// is reported when it is replaced.
    func recalled(of path: String) -> [UInt8]? { (try? memory.recall(path)) ?? nil }
}
