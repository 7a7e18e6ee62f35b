import Amendments
import EventStore
import GRDB
import Terms

/// One row of the table of days on which something of an agreement may fall: a block that may have such a day in it;
/// see `DayBlock`.
struct DueRow: DerivedRow {
    let agreement: String
    let level: Int
    let number: Int

    init(_ block: DayBlock, of agreement: AgreementID) {
        self.agreement = agreement.text
        level = block.level
        number = block.number
    }

    init(_ row: Row) throws {
        agreement = try row.text(at: 0)
        level = try row.number(at: 1)
        number = try row.number(at: 2)
    }

    static func rows(
        of derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [DueRow] {
        derived.due.map { DueRow($0, of: agreement) }
    }

    var values: StatementArguments { [agreement, level, number] }

    var scopes: [SealScope] { [Self.scope(of: number, at: level)] }

    /// All that may fall into a block.
    static func scope(of number: Int, at level: Int) -> SealScope {
        SealScope("days", SealScope.number(level), SealScope.number(number))
    }

    var content: SealedContent {
        var content = SealedContent(of: Self.table)
        content.add(agreement)
        content.add(level)
        content.add(number)
        return content
    }

    static func precedes(_ lhs: DueRow, _ rhs: DueRow) -> Bool {
        (lhs.level, lhs.number) < (rhs.level, rhs.number)
    }

    func fault(isMissing: Bool) -> Fault {
        Fault(
            .pieceAltered,
            "\(agreement): that something may fall into the days of block \(level)/\(number) "
                + (isMissing ? "is missing" : "is not what its events say"))
    }
}

extension DueRow {
    static let table = "due"
    static let columns = "agreement, level, number"
    static let mayBeThere = true
    static let definition: String? = """
        CREATE TABLE due (
            agreement TEXT NOT NULL,
            level INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (agreement, level, number)
        ) STRICT, WITHOUT ROWID
        """

    /// Those of some blocks of one level.
    static let rows = "SELECT \(columns) FROM due WHERE level = ? AND number BETWEEN ? AND ?"
}
