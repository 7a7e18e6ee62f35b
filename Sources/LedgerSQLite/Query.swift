import GRDB

/// What a store asks of its book in normal use. Each is one statement, so it sees one moment.
///
/// All of them find their rows by a key; a test looks at their plans.
package enum Query: CaseIterable {
    case recordingOfKey
    case lastRecording
    case versionOfAgreement
    case eventsOfAgreement
    case eventsAfterPosition
    case bytesAtPosition

    /// The statement.
    package var sql: String {
        switch self {
        case .recordingOfKey:
            """
            SELECT content_digest, first_position, last_position, recorded_at
            FROM recording WHERE key = ?
            """
        case .lastRecording:
            """
            SELECT last_position, recorded_at FROM recording
            ORDER BY first_position DESC LIMIT 1
            """
        case .versionOfAgreement: "SELECT version FROM agreement WHERE id = ?"
        case .eventsOfAgreement:
            """
            \(Self.events)
            WHERE event.agreement = ? AND event.position <= ?
            ORDER BY event.version
            """
        case .eventsAfterPosition:
            """
            \(Self.events)
            WHERE event.position > ?
            ORDER BY event.position LIMIT ?
            """
        case .bytesAtPosition:
            """
            SELECT event.entry, payload.bytes, payload.salt
            FROM event JOIN payload ON payload.position = event.position
            WHERE event.position = ?
            """
        }
    }

    /// A recording is found by its first position: the event's own, less the events before it.
    private static let events = """
        SELECT event.position, event.agreement, event.ordinal, event.kind, event.schema,
            payload.bytes, recording.header
        FROM event
        JOIN payload ON payload.position = event.position
        JOIN recording ON recording.first_position = event.position - event.ordinal + 1
        """

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
