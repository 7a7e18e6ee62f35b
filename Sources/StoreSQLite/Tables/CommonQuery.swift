import GRDB

/// What the store asks of what agreements have in common. All of it is found by a key; a test looks at the plans.
package enum CommonQuery: CaseIterable {
    case removeAgreement
    case ofAgreement
    case neighbours

    /// The statement.
    package var sql: String {
        switch self {
        case .removeAgreement: "DELETE FROM common WHERE agreement = ?"
        case .ofAgreement: "SELECT \(Self.columns) FROM common WHERE agreement = ?"
        case .neighbours:
            """
            SELECT agreement.id, agreement.version, event.position
            FROM common JOIN agreement ON agreement.id = common.agreement
                JOIN event ON event.agreement = agreement.id AND event.version = 1
            WHERE common.party = ?
            """
        }
    }

    static let columns = "agreement, party"

    func statement(in db: Database) throws -> Statement { try db.cachedStatement(sql: sql) }
}
