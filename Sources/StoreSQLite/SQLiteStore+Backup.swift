import Amendments
public import Audit
public import EventStore
import GRDB
import Ledger
import Notation
public import Transparency

extension SQLiteStore {
    /// Copies the book as it is at one moment to a new file, while others go on appending, also through
    /// this store.
    ///
    /// The copy is whole and on the disk when this returns, or there is none. It is a book of its own, with
    /// the same origin; only its owner may read it.
    ///
    /// - Throws: `inaccessible` where there is a file of that name already, or none can be made.
    public func backUp(to copy: String) async throws(DeedbookError) {
        do {
            // A connection and a queue of its own: a large book takes time, and no append waits for it.
            try await AccessQueue().run {
                let (source, frozen) = try Self.open(
                    path, isWritten: false, waitLimit, ReadBlocks())
                try source.unsafeRead { db in
                    guard try Self.identify(db, path: path).utf8.elementsEqual(origin.utf8) else {
                        throw DeedbookError.notABook(
                            path: path, detail: "another book has taken its place")
                    }
                }
                try BookFile.makeNew(at: copy) { temporary throws(DeedbookError) in
                    do {
                        let target = try DatabaseQueue(path: BookFile.resolved(temporary))
                        try source.backup(to: target)
                        try frozen?.checkUnchanged()
                        try target.writeWithoutTransaction(Self.eraseFromCopy)
                        try target.close()
                    } catch {
                        throw StoreErrors.translated(error, path: copy)
                    }
                }
                try source.close()
            }
        } catch {
            throw StoreErrors.translated(error, path: path)
        }
    }

    /// A copy that was taken before its book was written anew has bytes of what was redacted, too.
    private static func eraseFromCopy(_ db: Database) throws {
        guard try PendingErasure.isMarked(in: db) else { return }
        try db.execute(sql: "VACUUM")
        try PendingErasure.unmark(in: db)
    }

    /// Restores a book from events that were exported, byte for byte (all or nothing).
    ///
    /// Nothing is decoded but entries, for the columns they project to; leaves and tree are worked out anew.
    /// Audit the export first (`ExportAudit`): here is only checked that every entry is at its own place in
    /// this book, that all of them are there, and that each checkpoint has the tree's root.
    ///
    /// - Parameter next: the events in order, some at a time; nil after the last.
    /// - Throws: `corrupted` or `checkpointRefused` where that is not so, `inaccessible` where there is a file
    ///   already; then nothing was made.
    public static func restore(
        to path: String, _ head: BookExport.Head, checkpoints: [SignedCheckpoint],
        next: () throws -> [BookExport.Line]?
    ) throws(DeedbookError) {
        try BookFile.makeNew(at: path) { temporary throws(DeedbookError) in
            do {
                let queue = try makeDatabase(at: temporary, origin: head.origin)
                try queue.writeWithoutTransaction { db in
                    // In kibibytes: rows are put into their indexes in no order.
                    try db.execute(sql: "PRAGMA cache_size = -65536")
                    try db.inTransaction(.immediate) {
                        var restoration = Restoration(head, in: db)
                        while let lines = try next() {
                            for line in lines { try restoration.add(line) }
                        }
                        try restoration.finish()
                        for checkpoint in checkpoints {
                            try check(checkpoint.checkpoint, of: head.origin, in: db)
                            try insert(checkpoint, into: db)
                        }
                        try DerivedKeeper().remakeAll(in: SQLiteDerived(db: db))
                        return .commit
                    }
                    try db.checkpoint(.truncate)
                }
                try queue.close()
            } catch {
                throw StoreErrors.translated(error, path: path)
            }
        }
    }
}

/// Puts exported events into an empty book.
private struct Restoration {
    private let head: BookExport.Head
    private let db: Database
    /// The last one that was stored.
    private var position = 0
    private var remains: [(position: Int, remains: Remains)] = []
    private var open: [(contents: EntryContents, line: BookExport.Line)] = []

    init(_ head: BookExport.Head, in db: Database) {
        self.head = head
        self.db = db
    }

    mutating func add(_ line: BookExport.Line) throws {
        let contents = try contents(of: line.entry, at: Position(position + open.count + 1))
        if let last = open.last, last.contents.header.key != contents.header.key { try close() }
        open.append((contents, line))
    }

    private func contents(of entry: [UInt8], at position: Position) throws -> EntryContents {
        let contents: EntryContents
        do { contents = try EntryContents(parsing: entry) } catch {
            throw DeedbookError.corrupted(position, detail: error.message)
        }
        guard contents.place.position == position else {
            throw DeedbookError.corrupted(
                position, detail: "its entry says that it is \(contents.place.position)")
        }
        guard contents.place.origin.utf8.elementsEqual(head.origin.utf8) else {
            throw DeedbookError.corrupted(
                position, detail: "its entry is of the book '\(contents.place.origin)'")
        }
        return contents
    }

    /// What is left of redacted events comes last, because it names the events that redacted them.
    mutating func finish() throws {
        try close()
        guard position == head.size else {
            throw DeedbookError.corrupted(
                Position(position + 1), detail: "there are \(position) events, not \(head.size)")
        }
        for (position, remains) in remains {
            try SQLiteStore.insert(remains, at: position, into: db)
        }
        try Tree(db: db).completeSubtrees(from: 0, to: position)
    }

    private mutating func close() throws {
        guard let header = open.first?.contents.header else { return }
        let receipt = Receipt(
            key: header.key, first: Position(position + 1), last: Position(position + open.count),
            recordedAt: header.recordedAt, isRepeated: false)
        try SQLiteStore.insert(receipt, header: header, into: db)
        for (contents, line) in open {
            position += 1
            try SQLiteStore.insert(
                line.entry, at: position, StoredRow.Columns(of: contents),
                leaf: TreeHash.leaf(line.entry).bytes, into: db)
            switch line.payload {
            case .present(let bytes, let salt):
                try SQLiteStore.insert(payload: bytes, salt: salt, at: position, into: db)
            case .redacted(let left): remains.append((position, left))
            }
        }
        open = []
    }
}
