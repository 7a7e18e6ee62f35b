import EventStore
import Foundation
import GRDB
import Ledger

/// The same bytes in the same file settings with no ledger around them: what the disk and SQLite cost.
struct RawSQLite {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try queue.write {
            try $0.execute(
                sql:
                    "CREATE TABLE event (position INTEGER PRIMARY KEY, entry BLOB, bytes BLOB, salt BLOB)"
            )
        }
    }

    /// One durable transaction.
    func insert(_ stored: StoredEvent) throws {
        guard case .present(let payload, let salt) = stored.payload else { return }
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try db.cachedStatement(
                    sql: "INSERT INTO event (entry, bytes, salt) VALUES (?, ?, ?)"
                )
                .execute(arguments: [Data(stored.entry), Data(payload), Data(salt)])
                return .commit
            }
        }
    }
}
