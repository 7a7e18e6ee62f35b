import ArgumentParser
import EventStore
import Questions
import Synchronization

/// The line that a shell asks to complete.
struct CompletedLine: Sendable {
    /// The words of it, as they were typed, the command's name first.
    let words: [String]
    /// What was typed of the word that is completed, without the quote before it.
    let prefix: String

    init(words: [String], prefix: String) {
        self.words = words.map { Self.unquoted($0) }
        self.prefix = Self.unquoted(prefix)
    }

    /// The value of an option on the line.
    func value(of option: String) -> String? {
        if let place = words.firstIndex(of: option), place + 1 < words.count {
            return words[place + 1]
        }
        let joined = words.first { $0.hasPrefix(option + "=") }
        return joined.map { String($0.dropFirst(option.count + 1)) }
    }

    /// Shells give a word with its quotes, which may not be closed yet.
    private static func unquoted(_ word: String) -> String {
        guard let quote = word.first, quote == "'" || quote == "\"" else { return word }
        let inside = word.dropFirst()
        return String(inside.last == quote ? inside.dropLast() : inside)
    }
}

/// Words that complete a command line, read from the book that it would be about.
///
/// A person waits for them: they come in time or not at all, and nothing that is wrong is said.
enum Completion {
    /// A longer list is not read; a few more letters make it shorter.
    private static let most = 500

    /// How long a shell waits, in nanoseconds.
    private static let waitLimit: UInt64 = 2_000_000_000

    /// - Parameter words: what may stand there; those that begin with what was typed are offered.
    static func kind(
        _ words: @escaping @Sendable (CompletedLine, Book) async throws -> [String]
    ) -> CompletionKind {
        .custom { typed, _, prefix in
            let line = CompletedLine(words: typed, prefix: prefix)
            return await inTime {
                guard let book = try? CommandEnvironment.current.book(of: line),
                    let found = try? await words(line, book)
                else { return [] }
                return Array(found.filter { $0.hasPrefix(line.prefix) }.prefix(most))
            }
        }
    }

    /// What the work gives; nothing where it takes too long, and then it is left to itself.
    private static func inTime(
        _ work: @escaping @Sendable () async -> [String]
    ) async -> [String] {
        await withCheckedContinuation { continuation in
            let isDone = Mutex(false)
            let finish: @Sendable ([String]) -> Void = { words in
                let isFirst = isDone.withLock { done in
                    defer { done = true }
                    return !done
                }
                if isFirst { continuation.resume(returning: words) }
            }
            let environment = CommandEnvironment.bound
            Task.detached {
                await CommandEnvironment.$bound.withValue(environment) { finish(await work()) }
            }
            Task.detached {
                try? await Task.sleep(nanoseconds: waitLimit)
                finish([])
            }
        }
    }
}

extension CommandEnvironment {
    /// The book that a line is about, as it is: nothing is remembered of it, and what is wrong with it is said beside
    /// an answer, not here. Nil where there is none.
    fileprivate func book(of line: CompletedLine) throws(DeedbookError) -> Book? {
        let path = line.value(of: "--book") ?? settings.value(\.book) ?? BookOptions.defaultPath
        return bookExists(path) ? Book(store: try openStore(path, .readOnly)) : nil
    }
}
