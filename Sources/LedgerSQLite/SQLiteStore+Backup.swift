import Amendments
import GRDB
public import Ledger
public import Transparency

extension SQLiteStore {
    /// Copies the book as it is at one moment to a new file, while others go on appending.
    ///
    /// The copy is whole and on the disk when this returns, or there is none.
    ///
    /// - Throws: `inaccessible` where there is a file of that name already, or none can be made.
    public func backUp(to copy: String) async throws(EventStoreError) {
        try await access { db in
            try BookFile.makeNew(at: copy) { temporary throws(EventStoreError) in
                do {
                    let target = try DatabaseQueue(path: temporary)
                    try target.writeWithoutTransaction { try db.backup(to: $0) }
                    try target.close()
                } catch {
                    throw StoreErrors.translated(error, path: copy)
                }
            }
        }
    }

    /// Makes a new book of events that were exported, byte for byte, or none.
    ///
    /// Nothing is decoded but entries, for the columns they project to; leaves and tree are worked out anew.
    /// Audit the export first (`ExportAudit`): what is in it is not judged here.
    ///
    /// - Parameter next: the events in order, some at a time; nil after the last.
    public static func restore(
        to path: String, _ head: BookExport.Head, checkpoints: [SignedCheckpoint],
        next: () throws -> [BookExport.Line]?
    ) throws(EventStoreError) {
        try BookFile.makeNew(at: path) { temporary throws(EventStoreError) in
            do {
                let queue = try makeDatabase(
                    at: temporary, origin: head.origin, created: head.created)
                try queue.writeWithoutTransaction { db in
                    try db.inTransaction(.immediate) {
                        var restoration = Restoration(db: db)
                        while let lines = try next() {
                            for line in lines { try restoration.add(line) }
                        }
                        try restoration.finish()
                        for checkpoint in checkpoints { try insert(checkpoint, into: db) }
                        try PieceWriter().remakeAll(in: db)
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
    let db: Database
    private var position = 0
    private var remains: [(position: Int, remains: Remains)] = []
    private var open: [(contents: EntryContents, line: BookExport.Line)] = []

    init(db: Database) { self.db = db }

    mutating func add(_ line: BookExport.Line) throws {
        let contents = try EntryContents(parsing: line.entry)
        if let last = open.last, last.contents.header.key != contents.header.key { try close() }
        open.append((contents, line))
    }

    /// What is left of redacted events comes last, because it names the events that redacted them.
    mutating func finish() throws {
        try close()
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
