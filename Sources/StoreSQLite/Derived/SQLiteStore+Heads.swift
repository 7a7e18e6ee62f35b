import Amendments
public import EventStore
import GRDB
public import Ledger
public import Terms

// Which agreements a question about many must read, by the derived tables.
extension SQLiteStore: NeighbourStore, DueStore {
    public func neighbours(
        on ground: Set<CommonGround>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await heads(
            in: CommonRow.self, by: CommonRow.rows,
            ground.map { ground in
                let party = CommonRow.party(of: ground)
                let scope = CommonRow.scope(of: party)
                return SealedKey(arguments: [party], scopes: scope...scope)
            })
    }

    public func agreements(
        dueIn days: ClosedRange<Day>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await heads(
            in: DueRow.self, by: DueRow.rows,
            DayBlock.levels.map { level in
                let numbers = DayBlock.numbers(of: days, at: level)
                let (first, last) = (numbers.lowerBound, numbers.upperBound)
                return SealedKey(
                    arguments: [level, first, last],
                    scopes: DueRow.scope(of: first, at: level)...DueRow.scope(of: last, at: level))
            })
    }

    /// What a statement finds for any of some keys, in the order of ids; nil where the table is not of the book as it is.
    private func heads<Found: DerivedRow>(
        in table: Found.Type, by sql: String, _ keys: [SealedKey]
    ) async throws(DeedbookError) -> [AgreementHead]? {
        try await snapshot { db in
            guard try SQLiteDerived(db: db).isCurrent() else { return nil }
            let seals = try SealTable(in: db)
            var names: Set<String> = []
            for key in keys {
                var sum = 0
                let rows = try Row.fetchCursor(
                    db.cachedStatement(sql: sql), arguments: key.arguments)
                while let row = try rows.next() {
                    let found = try Found(row)
                    sum &+= found.seal(under: seals.key)
                    names.insert(found.agreement)
                }
                try seals.check(sum, of: key.scopes, "table \(table.table)")
            }
            return try names.sorted().map { name in
                let head = try Self.head(of: name, in: db)
                try SealedAgreement.check(head.id, at: head.version, in: seals)
                return head
            }
        }
    }

    private static func head(of name: String, in db: Database) throws -> AgreementHead {
        let rows = try Row.fetchCursor(
            Query.headOfAgreement.statement(in: db), arguments: [name])
        guard let row = try rows.next() else {
            throw SealTable.notAsWritten("table agreement: the row of '\(name)' is not there")
        }
        return try head(row, in: db)
    }
}

/// What is looked up in a table, and the scopes that make it up.
private struct SealedKey: Sendable {
    let arguments: StatementArguments
    let scopes: ClosedRange<SealScope>
}
