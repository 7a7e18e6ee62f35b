import Amendments
import GRDB
import Ledger
import Terms

/// One row of the table of what agreements have in common.
struct CommonRow: Hashable, Sendable {
    let agreement: String
    /// A party's id; empty for a vocabulary.
    let party: String

    init(_ ground: CommonGround, of agreement: AgreementID) {
        self.agreement = agreement.text
        party = Self.party(of: ground)
    }

    /// - Parameter row: the columns in their order.
    init(_ row: Row) throws {
        agreement = try row.decode(String.self, atIndex: 0)
        party = try row.decode(String.self, atIndex: 1)
    }

    /// How a ground is written.
    static func party(of ground: CommonGround) -> String {
        switch ground {
        case .party(let party): party.text
        case .vocabulary: ""
        }
    }

    /// Puts it there where it is not there yet.
    func insert(into db: Database, table: String = DerivedTables.common.rawValue) throws {
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO \(table) (\(CommonQuery.columns)) VALUES (?, ?)"
        ).execute(arguments: [agreement, party])
    }
}
