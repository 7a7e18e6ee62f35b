import GRDB

/// What the store asks of the days on which something of its agreements may fall. All of it is found by a key; a test
/// looks at the plans.
package enum DueQuery: CaseIterable {
    case removeAgreement
    case ofAgreement
    case inBlocks

    /// The statement.
    package var sql: String {
        switch self {
        case .removeAgreement: "DELETE FROM due WHERE agreement = ?"
        case .ofAgreement: "SELECT \(Self.columns) FROM due WHERE agreement = ?"
        case .inBlocks:
            """
            SELECT agreement.id, agreement.version, event.position
            FROM due JOIN agreement ON agreement.id = due.agreement
                JOIN event ON event.agreement = agreement.id AND event.version = 1
            WHERE due.level = ? AND due.number BETWEEN ? AND ?
            """
        }
    }

    static let columns = "agreement, level, number"

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
