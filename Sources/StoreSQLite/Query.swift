import GRDB

/// What a store asks of its book in normal use. Each is one statement, so it sees one moment.
///
/// All of them find their rows by a key; a test looks at their plans.
package enum Query: CaseIterable {
    case recordingOfKey
    case keysAfter
    case lastRecording
    case head
    case versionOfAgreement
    case agreementsAfter
    case headOfAgreement
    case eventsOfAgreement
    case eventsAfterVersion
    case eventsOfKinds
    case eventsAfterPosition
    case bytesAtPosition
    case leaves
    case subtrees
    case origin

    /// The statement.
    package var sql: String {
        switch self {
        case .recordingOfKey:
            """
            SELECT first_position, last_position, recorded_at
            FROM recording WHERE key = ?
            """
        case .keysAfter: "SELECT key FROM recording WHERE key > ? ORDER BY key LIMIT ?"
        case .lastRecording:
            """
            SELECT last_position, recorded_at FROM recording
            ORDER BY first_position DESC LIMIT 1
            """
        case .head: "SELECT max(position) FROM event"
        case .agreementsAfter:
            """
            \(Self.heads)
            WHERE agreement.id > ?
            ORDER BY agreement.id LIMIT ?
            """
        case .headOfAgreement:
            """
            \(Self.heads)
            WHERE agreement.id = ?
            """
        case .versionOfAgreement:
            """
            SELECT agreement.version, last.version, next.version FROM agreement \(Self.lastEvents)
            WHERE agreement.id = ?
            """
        case .eventsOfAgreement:
            """
            \(Self.events)
            WHERE event.agreement = ? AND event.position <= ?
            ORDER BY event.version
            """
        case .eventsAfterVersion:
            """
            \(Self.events)
            WHERE event.agreement = ? AND event.version > ?
            ORDER BY event.version LIMIT ?
            """
        case .eventsOfKinds:
            // The kinds come as one text; only of events of these are the payloads looked for.
            """
            \(Self.events)
            WHERE event.agreement = ? AND instr(?, ' ' || event.kind || ' ') > 0
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
            SELECT event.entry, payload.bytes, payload.salt,
                remains.bytes, remains.schema, remains.redacted_by
            FROM event
            LEFT JOIN payload ON payload.position = event.position
            LEFT JOIN remains ON remains.position = event.position
            WHERE event.position = ?
            """
        case .origin: "SELECT origin FROM book WHERE id = 1"
        case .leaves:
            "SELECT leaf FROM event WHERE position > ? AND position <= ? ORDER BY position"
        case .subtrees:
            """
            SELECT hash FROM subtree WHERE level = ? AND number >= ? AND number < ?
            ORDER BY number
            """
        }
    }

    private static let heads = """
        SELECT agreement.id, agreement.version, event.position, last.version, next.version
        FROM agreement
            LEFT JOIN event ON event.agreement = agreement.id AND event.version = 1
            \(lastEvents)
        """

    /// The event that has the version of its agreement, which should be there, and the next, which should not.
    private static let lastEvents = """
        LEFT JOIN event AS last
            ON last.agreement = agreement.id AND last.version = agreement.version
        LEFT JOIN event AS next
            ON next.agreement = agreement.id AND next.version = agreement.version + 1
        """

    /// All that is stored of each event, also where something is missing. A recording is found by its first position:
    /// the event's own, less the events before it.
    static let events = """
        SELECT event.position, event.entry, event.leaf, payload.bytes, payload.salt,
            remains.bytes, remains.schema, remains.redacted_by,
            event.agreement, event.version, event.recording, event.ordinal, event.kind,
            event.schema, event.disclosed_latest,
            recording.first_position, recording.last_position, recording.key,
            recording.recorded_at, recording.header, \(ReadBlocks.function)(event.position)
        FROM event
        LEFT JOIN payload ON payload.position = event.position
        LEFT JOIN remains ON remains.position = event.position
        LEFT JOIN recording ON recording.first_position = event.position - event.ordinal + 1
        """

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
