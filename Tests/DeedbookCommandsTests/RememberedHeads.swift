import DeedbookCommands
import Synchronization

/// What a reader remembers of books, in memory.
final class RememberedHeads: Sendable {
    private let heads = Mutex<[String: String]>([:])

    subscript(book: String) -> String? {
        get { heads.withLock { $0[book] } }
        set { heads.withLock { $0[book] = newValue } }
    }

    var access: ReaderMemory {
        ReaderMemory(
            recall: { book in self[book].map { Array($0.utf8) } },
            replace: { book, recalled, text in
                self.heads.withLock { heads in
                    guard heads[book].map({ Array($0.utf8) }) == recalled else { return false }
                    heads[book] = text
                    return true
                }
            },
            place: { _ in nil })
    }
}
