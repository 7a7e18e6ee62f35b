public import Amendments
public import EventStore
import Foundation
import GRDB
import Ledger
public import Transparency

extension SQLiteStore {
    public func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        try await snapshot { db in
            let head = try Self.size(of: db)
            let size = try Self.checked(size ?? head, upTo: head)
            return Checkpoint(
                origin: self.origin, size: size,
                root: try MerkleTree.root(size: size, from: Tree(db: db)))
        }
    }

    public func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await snapshot { db in
            let size = try Self.checked(size, upTo: try Self.size(of: db))
            guard position.number >= 1, position.number <= size else {
                throw DeedbookError.beyondHead(asked: position, head: Position(size))
            }
            return try MerkleTree.inclusionProof(
                of: position.number - 1, size: size, from: Tree(db: db))
        }
    }

    public func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        try await snapshot { db in
            let new = try Self.checked(new, upTo: try Self.size(of: db))
            let old = try Self.checked(old, upTo: new)
            return try MerkleTree.consistencyProof(from: old, to: new, from: Tree(db: db))
        }
    }

    /// Runs a question of several statements on one moment of the book, which is held to what its entries say.
    func snapshot<Answer: Sendable>(
        _ question: @Sendable (Database) throws -> Answer
    ) async throws(DeedbookError) -> Answer {
        try await moment { db in
            try self.checkColumns(in: db)
            return try question(db)
        }
    }

    /// The same, for one that reports what is wrong with the book, or asks nothing of what was recorded.
    func moment<Answer: Sendable>(
        _ question: @Sendable (Database) throws -> Answer
    ) async throws(DeedbookError) -> Answer {
        try await access { db in
            try db.beginTransaction(.deferred)
            defer { try? db.rollback() }
            self.blocks.forget()
            let answer = try question(db)
            try self.checkBlocks(in: db)
            return answer
        }
    }

    /// Throws where an event that was read is not under the tree.
    func checkBlocks(in db: Database) throws {
        if growsTree, !isAudited { try blocks.check(in: db) }
    }

    /// How many leaves the tree has.
    static func size(of db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT max(position) FROM event")) ?? 0
    }

    private static func checked(_ size: Int, upTo head: Int) throws -> Int {
        guard (0...head).contains(size) else {
            throw DeedbookError.beyondHead(asked: Position(size), head: Position(head))
        }
        return size
    }
}

extension SQLiteStore {
    public func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError) {
        try await access { db in
            try db.inTransaction(.immediate) {
                try Self.check(checkpoint.checkpoint, of: self.origin, in: db)
                try Self.insert(checkpoint, into: db)
                return .commit
            }
        }
    }

    /// Throws unless it states the truth about this book.
    static func check(
        _ checkpoint: Checkpoint, of origin: String, in db: Database
    ) throws {
        guard checkpoint.isOf(origin) else {
            throw DeedbookError.checkpointRefused(
                size: checkpoint.size, detail: "it is of the book '\(checkpoint.origin)'")
        }
        let size = try checked(checkpoint.size, upTo: try size(of: db))
        guard try MerkleTree.root(size: size, from: Tree(db: db)) == checkpoint.root else {
            throw DeedbookError.checkpointRefused(
                size: size, detail: "the book had another root at that size")
        }
    }

    /// A note of its own, or the lines that one lacks that is there.
    static func insert(_ checkpoint: SignedCheckpoint, into db: Database) throws {
        let size = checkpoint.checkpoint.size
        let root = Data(checkpoint.checkpoint.root.bytes)
        let row = try Row.fetchOne(
            db, sql: "SELECT id, note FROM checkpoint WHERE size = ? AND root = ?",
            arguments: [size, root])
        guard let row else {
            try db.execute(
                sql: """
                    INSERT INTO checkpoint (id, size, root, note)
                    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM checkpoint), ?, ?, ?)
                    """,
                arguments: [size, root, Data(checkpoint.encoded.utf8)])
            return
        }
        let id = try row.number(at: 0)
        let known = try signed(
            try row.decode(Data.self, atIndex: 1), lines: try lines(in: db)[id] ?? [], size: size)
        for signature in try known.missing(from: checkpoint) {
            try db.execute(
                sql: """
                    INSERT INTO cosignature (id, checkpoint, line)
                    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM cosignature), ?, ?)
                    """,
                arguments: [id, signature.line])
        }
    }

    /// A kept note with the lines that came later.
    private static func signed(
        _ note: Data, lines: [String], size: Int
    ) throws(DeedbookError) -> SignedCheckpoint {
        do {
            return try SignedCheckpoint(parsing: [UInt8](note) + lines.joined().utf8)
        } catch {
            throw .corrupted(Position(size), detail: "its checkpoint is unreadable: \(error)")
        }
    }

    /// The lines that were added to each checkpoint later, in the order in which they came.
    ///
    /// Rows that an index lacks are read all the same.
    private static func lines(in db: Database) throws -> [Int: [String]] {
        var lines: [Int: [String]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT checkpoint, line FROM cosignature NOT INDEXED ORDER BY id")
        while let row = try rows.next() {
            // One of no checkpoint is an audit's to report.
            guard let checkpoint = try? row.number(at: 0) else { continue }
            lines[checkpoint, default: []].append(try row.decode(String.self, atIndex: 1))
        }
        return lines
    }

    public func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
        try await snapshot { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, note, size, root FROM checkpoint NOT INDEXED ORDER BY size, id")
            if !self.isAudited {
                for table in ["checkpoint", "cosignature"] {
                    try Self.checkCount(of: table, in: db)
                }
            }
            let lines = try Self.lines(in: db)
            return try rows.map { row in
                let size = try row.number(at: 2)
                let signed = try Self.signed(
                    try row.decode(Data.self, atIndex: 1),
                    lines: lines[try row.number(at: 0)] ?? [], size: size)
                let own = signed.checkpoint
                guard
                    try self.isAudited
                        || own.size == size && own.origin == self.origin
                            && own.root.bytes == row.bytes(at: 3)
                else {
                    throw DeedbookError.corrupted(
                        Position(size), detail: "the note of its checkpoint is not of it")
                }
                return signed
            }
        }
    }

    /// Throws where a row was taken out of a table whose rows are numbered from 1.
    private static func checkCount(of table: String, in db: Database) throws {
        let last = try LastNumber(of: table, by: "id", in: db)
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) NOT INDEXED") ?? 0
        guard count == last.found, last.given == last.found else {
            throw DeedbookError.corrupted(
                Position(try size(of: db)),
                detail:
                    "\(table) has \(count) rows of the \(max(last.found, last.given)) that were kept"
            )
        }
    }
}
