public import Amendments
import Foundation
import GRDB
public import Ledger
public import Terms

extension SQLiteStore {
    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(EventStoreError) -> [RecordedEvent] {
        try translating {
            try queue.read { db in
                try self.events(
                    from: db.cachedStatement(
                        sql: Self.selection + """
                             WHERE event.agreement = ? AND event.position <= ?
                            ORDER BY event.version
                            """),
                    [agreement.text, position?.number ?? Int.max])
            }
        }
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(EventStoreError) -> [RecordedEvent] {
        try translating {
            try queue.read { db in
                try self.events(
                    from: db.cachedStatement(
                        sql: Self.selection
                            + " WHERE event.position > ? ORDER BY event.position LIMIT ?"),
                    [position.number, limit])
            }
        }
    }

    public func head() async throws(EventStoreError) -> Head {
        try translating {
            try queue.read { db in
                let position =
                    try Int.fetchOne(db, sql: "SELECT max(position) FROM event") ?? 0
                let rows = try Row.fetchAll(db, sql: "SELECT id, version FROM agreement")
                let versions = rows.compactMap { row -> (AgreementID, Int)? in
                    AgreementID(row["id"] as String).map { ($0, row["version"]) }
                }
                return Head(
                    position: Position(position),
                    versions: Dictionary(versions) { first, _ in first })
            }
        }
    }

    public func stored(at position: Position) async throws(EventStoreError) -> StoredEvent? {
        try translating {
            try queue.read { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT entry, bytes, salt FROM event JOIN payload USING (position)
                        WHERE position = ?
                        """, arguments: [position.number])
                return row.map {
                    StoredEvent(
                        position: position, entry: Array($0["entry"] as Data),
                        payload: Array($0["bytes"] as Data), salt: Array($0["salt"] as Data))
                }
            }
        }
    }

    private static let selection = """
        SELECT event.position, event.agreement, event.ordinal, event.kind, event.schema,
            event.recording, payload.bytes, recording.header
        FROM event
        JOIN payload ON payload.position = event.position
        JOIN recording ON recording.key = event.recording
        """

    /// Reads rows by column index; a header is decoded once for all events of its recording.
    private func events(
        from statement: Statement, _ arguments: StatementArguments
    ) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        var headers: [String: RecordingHeader] = [:]
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            let position = Position(row[0])
            let key: String = row[5]
            let header =
                try headers[key]
                ?? HeaderFormat.header(from: Array(row[7] as Data), at: position)
            headers[key] = header
            guard let agreement = AgreementID(row[1] as String) else {
                throw EventStoreError.corrupted(position, detail: "unreadable agreement id")
            }
            let event = try Entry.event(
                kind: row[3], schema: row[4], payload: Array(row[6] as Data), at: position)
            events.append(
                RecordedEvent(
                    position: position, agreement: agreement, ordinal: row[2], recording: header,
                    event: event))
        }
        return events
    }
}
