import Amendments
import EventStore
import GRDB
import Synchronization
import Transparency

/// Which events were read, by blocks of 256, and whether they hang in the tree that the book keeps.
///
/// Every statement that reads events notes each by a function of SQL, so no reader can forget to. Before an answer is
/// given, the leaves of each block must give the hash of its subtree, and that one with its neighbours the next above:
/// the root, which a reader remembers, so holds for what was read, and not only for the rows of the tree. The events
/// after the last whole block are in the root themselves.
final class ReadBlocks: Sendable {
    /// Adds a function with side effects to a statement, so that it is called for each row.
    static let function = "deedbook_note_read"

    private struct Subtree: Hashable {
        let level: Int
        let number: Int

        var above: Subtree { Subtree(level: level + 1, number: number / MerkleTree.width) }
        var below: Range<Int> { number * MerkleTree.width..<(number + 1) * MerkleTree.width }
        /// How many leaves there are up to its end.
        var end: Int { (number + 1) << (8 * level) }
    }

    private struct State {
        var noted: Set<Int> = []
        var sound: Set<Subtree> = []
        /// The version of the file for which that was found.
        var version: Int?
    }

    private let state = Mutex(State())

    func add(to db: Database) {
        db.add(
            function: DatabaseFunction(Self.function, argumentCount: 1) { [weak self] values in
                if let position = Int.fromDatabaseValue(values[0]), position > 0 {
                    self?.state.withLock { state in
                        _ = state.noted.insert((position - 1) / MerkleTree.width)
                    }
                }
                return nil
            })
    }

    /// Throws where an event that was read since is not under the tree. To be asked in the transaction that read.
    func check(in db: Database) throws {
        let noted = state.withLock { state in
            defer { state.noted = [] }
            return state.noted
        }
        if noted.isEmpty { return }
        let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
        var sound = state.withLock { $0.version == version ? $0.sound : [] }
        let size = try SQLiteStore.size(of: db)
        for block in noted {
            var subtree = Subtree(level: 1, number: block)
            while subtree.end <= size, !sound.contains(subtree) {
                try Self.check(subtree, in: Tree(db: db))
                sound.insert(subtree)
                subtree = subtree.above
            }
        }
        let found = sound
        state.withLock { ($0.sound, $0.version) = (found, version) }
    }

    /// Forgets what was noted: of a read that gave no answer, or one that is not held to the tree.
    func forget() { state.withLock { $0.noted = [] } }

    private static func check(_ subtree: Subtree, in tree: Tree) throws {
        let (level, number) = (subtree.level, subtree.number)
        let kept = try tree.hashes(level: level, number..<number + 1)
        let hash = MerkleTree.subtree(of: try tree.hashes(level: level - 1, subtree.below))
        guard kept == [hash] else {
            throw DeedbookError.corrupted(
                Position((number << (8 * level)) + 1),
                detail:
                    "subtree \(number) of level \(level), which it is in, is not over its leaves")
        }
    }
}
