import GRDB

/// What the store asks of its steps. All of them find their rows by a key; a test looks at their plans.
package enum StepQuery: CaseIterable {
    case remove
    case frame
    case firstCell
    case nextCell
    case governing
    case following
    case allOfTerm
    case highestNumbered
    case event
    case undisclosed

    /// The statement.
    package var sql: String {
        switch self {
        case .remove:
            """
            DELETE FROM step WHERE agreement = ? AND term = ? AND field = ? AND begins = ?
                AND agreed = ? AND number = ? AND position = ?
            """
        case .frame:
            """
            \(Query.events)
            WHERE event.position IN (
                    SELECT position FROM step WHERE agreement = ? AND term = '' AND field = '')
                AND (event.position <= ? OR event.kind = 'payload-redacted')
            ORDER BY event.position
            """
        case .firstCell:
            """
            SELECT term, field FROM step WHERE agreement = ? AND term > ''
            ORDER BY term, field LIMIT 1
            """
        case .nextCell:
            """
            SELECT term, field FROM step
            WHERE agreement = ? AND (term, field) > (?, ?)
            ORDER BY term, field LIMIT 1
            """
        case .governing:
            """
            \(Self.ofCell) AND begins <= ? AND position <= ? AND disclosed <= ?
            ORDER BY begins DESC, agreed DESC, number DESC, position DESC LIMIT 1
            """
        case .following:
            """
            \(Self.ofCell) AND begins > ? AND position <= ? AND disclosed <= ?
            ORDER BY begins, agreed, number, position
            """
        case .allOfTerm:
            "SELECT DISTINCT position FROM step WHERE agreement = ? AND term = ? AND position <= ?"
        case .highestNumbered:
            """
            SELECT position FROM step
            WHERE agreement = ? AND number > 0 AND position <= ? AND disclosed <= ?
            ORDER BY number DESC, position LIMIT 1
            """
        case .event: "\(Query.events) WHERE event.position = ?"
        case .undisclosed:
            """
            SELECT count(DISTINCT recording) FROM event
            WHERE agreement = ? AND position <= ? AND disclosed_latest > ?
            """
        }
    }

    private static let ofCell = """
        SELECT \(StepRow.columns) FROM step WHERE agreement = ? AND term = ? AND field = ?
        """

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
