import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import Transparency

/// The book's tree: leaves beside their events, and one row for every complete subtree of 256.
///
/// What is kept never changes, so it is never worked out twice: an append hashes its own entries and, at the
/// end of each 256 of a level, the one subtree above them.
struct Tree: HashTiles {
    let db: Database
    /// Off only where the cost of the tree is measured.
    var grows = true

    func hashes(level: Int, _ range: Range<Int>) throws(any Error) -> [TreeHash] {
        let hashes = level == 0 ? try leaves(range) : try subtrees(level, range)
        guard hashes.count == range.count else {
            throw DeedbookError.corrupted(
                Position(range.upperBound << (8 * level)),
                detail: "the tree lacks hashes of level \(level)")
        }
        return hashes
    }

    private func leaves(_ range: Range<Int>) throws -> [TreeHash] {
        try Self.hashes(
            Query.leaves.statement(in: db), [range.lowerBound, range.upperBound])
    }

    private func subtrees(_ level: Int, _ range: Range<Int>) throws -> [TreeHash] {
        try Self.hashes(
            Query.subtrees.statement(in: db), [level, range.lowerBound, range.upperBound])
    }

    private static func hashes(
        _ statement: Statement, _ arguments: StatementArguments
    ) throws -> [TreeHash] {
        var hashes: [TreeHash] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            let hash = try row.withUnsafeData(atIndex: 0) { data in
                data.flatMap { TreeHash($0) }
            }
            if let hash { hashes.append(hash) }
        }
        return hashes
    }

    /// Adds the rows of the subtrees that the leaves from `old` through `new` have completed.
    func completeSubtrees(from old: Int, to new: Int) throws {
        guard grows else { return }
        var (old, new) = (old, new)
        var level = 1
        while true {
            old /= MerkleTree.width
            new /= MerkleTree.width
            guard old < new else { return }
            for number in old..<new {
                let first = number * MerkleTree.width
                let hash = MerkleTree.subtree(
                    of: try hashes(level: level - 1, first..<first + MerkleTree.width))
                try db.cachedStatement(
                    sql: "INSERT INTO subtree (level, number, hash) VALUES (?, ?, ?)"
                ).execute(arguments: [level, number, Data(hash.bytes)])
            }
            level += 1
        }
    }
}
