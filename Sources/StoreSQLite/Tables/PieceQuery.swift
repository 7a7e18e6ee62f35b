import GRDB

/// What the store asks of its pieces. All of them find their rows by a key; a test looks at their plans.
package enum PieceQuery: CaseIterable {
    case head
    case moveHead
    case open
    case close
    case endsOfRecordings
    case agreementOfEvent
    case eventsSince

    /// The statement.
    package var sql: String {
        switch self {
        case .head: "SELECT position, reckoning FROM piece_head WHERE id = 1"
        case .moveHead:
            "INSERT OR REPLACE INTO piece_head (id, position, reckoning) VALUES (1, ?, ?)"
        case .open:
            """
            SELECT \(PieceRow.columns), rowid FROM piece
            WHERE agreement = ? AND term = ? AND field = ? AND from_day = ?
                AND recorded_to IS NULL
            """
        case .close: "UPDATE piece SET recorded_to = ? WHERE rowid = ?"
        case .endsOfRecordings:
            """
            SELECT recording.key, recording.last_position
            FROM event JOIN recording ON recording.key = event.recording
            WHERE event.agreement = ?
            """
        case .agreementOfEvent:
            """
            SELECT event.agreement
            FROM recording
            JOIN event ON event.position = recording.first_position + ? - 1
            WHERE recording.key = ? AND event.position <= recording.last_position
            """
        case .eventsSince: "SELECT agreement, kind, position FROM event WHERE position > ?"
        }
    }

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
