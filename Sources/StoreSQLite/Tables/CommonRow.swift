import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// One row of the table of what agreements have in common; see `CommonGround`: a party that an agreement names, or, as
/// an empty party, that it has a vocabulary.
struct CommonRow: DerivedRow {
    let agreement: String
    /// A party's id; empty for a vocabulary.
    let party: String

    init(_ ground: CommonGround, of agreement: AgreementID) {
        self.agreement = agreement.text
        party = Self.party(of: ground)
    }

    init(_ row: Row) throws {
        agreement = try row.text(at: 0)
        party = try row.text(at: 1)
    }

    /// How a ground is written.
    static func party(of ground: CommonGround) -> String {
        switch ground {
        case .party(let party): party.text
        case .vocabulary: ""
        }
    }

    static func rows(
        of derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [CommonRow] {
        derived.ground.map { CommonRow($0, of: agreement) }
    }

    var values: StatementArguments { [agreement, party] }

    var scopes: [SealScope] { [Self.scope(of: party)] }

    /// All that names a party.
    static func scope(of party: String) -> SealScope { SealScope("party", party) }

    var content: SealedContent {
        var content = SealedContent(of: Self.table)
        content.add(agreement)
        content.add(party)
        return content
    }

    static func precedes(_ lhs: CommonRow, _ rhs: CommonRow) -> Bool { lhs.party < rhs.party }

    func fault(isMissing: Bool) -> Fault {
        Fault(
            .pieceAltered,
            "\(agreement): that it names '\(party)' "
                + (isMissing ? "is missing" : "is not what its events say"))
    }
}

extension CommonRow {
    static let table = "common"
    static let columns = "agreement, party"
    static let mayBeThere = true
    static let definition: String? = """
        CREATE TABLE common (
            agreement TEXT NOT NULL,
            party TEXT NOT NULL,
            PRIMARY KEY (agreement, party)
        ) STRICT, WITHOUT ROWID
        """

    /// Those of a party.
    static let rows = "SELECT \(columns) FROM common WHERE party = ?"
}
