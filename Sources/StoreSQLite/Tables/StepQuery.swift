import GRDB

/// What the store asks of its steps. All of them find their rows by a key; a test looks at their plans.
package enum StepQuery: CaseIterable {
    case remove
    case link
    case upTo
    case before
    case after
    case frame
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
        case .link:
            """
            UPDATE step SET disclosed = ?, next = ?, seal = ?
            WHERE agreement = ? AND term = ? AND field = ? AND begins = ?
                AND agreed = ? AND number = ? AND position = ?
            """
        case .upTo: "\(Self.places) <= (?, ?, ?, ?, ?, ?) \(Self.backwards)"
        case .before: "\(Self.places) < (?, ?, ?, ?, ?, ?) \(Self.backwards)"
        case .after:
            """
            \(Self.places) > (?, ?, ?, ?, ?, ?)
            ORDER BY term, field, begins, agreed, number, position
            """
        case .frame:
            """
            \(Query.events)
            WHERE event.position IN (
                    SELECT position FROM step WHERE agreement = ? AND term = '' AND field = '')
                AND (event.position <= ? OR event.kind = 'payload-redacted')
            ORDER BY event.position
            """
        case .event: "\(Query.events) WHERE event.position = ?"
        case .undisclosed:
            """
            SELECT count(DISTINCT recording) FROM event
            WHERE agreement = ? AND position <= ? AND disclosed_latest > ?
            """
        }
    }

    private static let places = """
        SELECT \(StepRow.columns) FROM step
        WHERE agreement = ? AND (term, field, begins, agreed, number, position)
        """
    private static let backwards = """
        ORDER BY term DESC, field DESC, begins DESC, agreed DESC, number DESC, position DESC
        """

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
