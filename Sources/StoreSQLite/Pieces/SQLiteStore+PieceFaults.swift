import Amendments
public import EventStore
import GRDB
import Ledger
import Terms

extension SQLiteStore {
    /// Where the table of pieces is not what the events give: rows that were altered, added or removed, of
    /// whatever time. Rows of another form are compared with nothing, and no reader believes them.
    ///
    /// - Parameter progress: called with how many agreements are done, of how many.
    public func pieceFaults(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> [Fault] {
        do throws(DeedbookError) {
            var (faults, names) = try await moment { db in
                let isOfForm = try SQLiteDerived(db: db).form() == .current
                return isOfForm
                    ? (try Self.headFaults(in: db), try Self.namesOfAgreements(in: db)) : ([], [])
            }
            names.sort()
            let count = names.count
            faults += await names.concurrentMap(
                width: Self.width, progress: { progress($0, count) }
            ) { name in
                await self.pieceFaults(of: name)
            }.joined()
            // Where a row is at fault, its seal is too.
            return faults.isEmpty ? try await moment { try Self.sealFaults(in: $0) } : faults
        } catch {
            return [Fault(.pieceAltered, "the pieces cannot be compared with the events: \(error)")]
        }
    }

    /// How many agreements are compared at once; they are read one after the other.
    private static let width = 4

    private func pieceFaults(of name: String) async -> [Fault] {
        do throws(DeedbookError) {
            let comparison = try await moment { db in
                // A later program may have made all of it again since the audit began.
                try SQLiteDerived(db: db).form() == .current
                    ? try DerivedComparison(of: name, in: db) : nil
            }
            return comparison?.faults ?? []
        } catch {
            return [
                Fault(
                    .pieceAltered,
                    "\(name): its pieces cannot be compared with its events: \(error)")
            ]
        }
    }

    private static func headFaults(in db: Database) throws -> [Fault] {
        let storage = SQLiteDerived(db: db)
        let (reach, head) = (try storage.currentReach() ?? Position(0), try storage.head())
        guard reach != head else { return [] }
        return [
            Fault(
                .pieceAltered,
                "the pieces reach \(reach), the book \(head); "
                    + "the next append, or a rebuild, makes them anew")
        ]
    }

    /// Where the sums of the seals are not those of the rows that are there.
    private static func sealFaults(in db: Database) throws -> [Fault] {
        guard try SQLiteDerived(db: db).form() == .current, try SQLiteStore.size(of: db) > 0 else {
            return []
        }
        let seals = try SealTable(in: db, under: SealKey(ofEntriesIn: db))
        let once = SealKey(
            origin: "\(UInt64.random(in: .min ... .max)) \(UInt64.random(in: .min ... .max))")
        do {
            var expected = 0
            for name in try namesOfAgreements(in: db) {
                guard let agreement = AgreementID(name) else { continue }
                let change = try SQLiteDerived(db: db).seals(of: agreement, in: seals)
                expected &+= SealTable.total(
                    of: change.sums.map { ($0.key, $0.value) }, under: once)
            }
            guard try seals.total(under: once) != expected else { return [] }
            return [
                Fault(
                    .pieceAltered, "table seal: its sums are not those of the rows that are there")
            ]
        } catch let error as DeedbookError {
            guard case .derivedAltered(let detail) = error else { throw error }
            return [Fault(.pieceAltered, detail)]
        }
    }

    /// Every agreement that has events or pieces, be it one that cannot be.
    private static func namesOfAgreements(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT id FROM agreement"
                + DerivedTables.all.map { " UNION SELECT agreement FROM \($0.table)" }.joined())
    }
}

/// The rows that are derived from one agreement's events beside those that are there.
private struct DerivedComparison: Sendable {
    let name: String
    /// Nil where the name is none that an agreement can have.
    private let history: AgreementHistory?
    private let tables: [any TableComparison]
    private let key: SealKey

    init(of name: String, in db: Database) throws {
        self.name = name
        key = try SealKey(ofEntriesIn: db)
        tables = try DerivedTables.all.map { try $0.comparison(of: name, in: db) }
        history = try AgreementID(name).map {
            try SQLiteDerived(db: db).history(of: $0, isAudited: true)
        }
    }

    var faults: [Fault] {
        guard let history else {
            return [
                Fault(.pieceAltered, "derived rows are of no agreement: '\(name)' is not an id")
            ]
        }
        let derived = Derived(of: history)
        // The pieces are computed recording by recording; the last state is computed the long way too.
        let standing = Set(derived.pieces.filter { $0.to == nil }.map(\.piece))
        let doubts = standing.symmetricDifference(history.fold).map {
            PieceRow(RecordedPiece($0, from: Position(0), to: nil)).fault(
                "is not what the fold says")
        }
        return doubts
            + tables.flatMap {
                $0.faults(beside: derived, of: history.agreement, under: key)
            }
    }
}

/// The rows of one agreement in one table, to be compared.
private protocol TableComparison: Sendable {
    func faults(
        beside derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [Fault]
}

private struct FoundRows<Row: DerivedRow>: TableComparison {
    let rows: [Row]

    func faults(
        beside derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [Fault] {
        Row.faults(in: rows, expected: Row.rows(of: derived, of: agreement, under: key))
    }
}

extension DerivedRow {
    fileprivate static func comparison(
        of name: String, in db: Database
    ) throws -> any TableComparison {
        FoundRows(rows: try found(under: name, in: db))
    }
}

/// Rows that should be there beside rows that are.
private struct PieceComparison {
    let expected: [PieceRow]
    let found: [PieceRow]

    /// What makes a row that one and no other.
    private struct Key: Hashable {
        let term: String
        let field: String
        let fromDay: Int
        let recordedFrom: Int

        init(_ row: PieceRow) {
            term = row.term
            field = row.field
            fromDay = row.fromDay
            recordedFrom = row.recordedFrom
        }
    }

    var faults: [Fault] {
        var rest = Dictionary(grouping: found, by: Key.init)
        var faults: [Fault] = []
        for row in expected.sorted(by: PieceRow.precedes) {
            let key = Key(row)
            guard var candidates = rest.removeValue(forKey: key) else {
                faults.append(row.fault(isMissing: true))
                continue
            }
            let index = candidates.firstIndex(of: row) ?? 0
            let twin = candidates.remove(at: index)
            if !candidates.isEmpty { rest[key] = candidates }
            if twin != row {
                faults.append(
                    row.fault("says \(twin.answer), where the events give \(row.answer)"))
            }
        }
        for row in rest.values.flatMap(\.self).sorted(by: PieceRow.precedes) {
            faults.append(row.fault(isMissing: false))
        }
        return faults
    }
}

extension PieceRow {
    static func faults(in found: [PieceRow], expected: [PieceRow]) -> [Fault] {
        PieceComparison(expected: expected, found: found).faults
    }

    func fault(isMissing: Bool) -> Fault {
        fault(
            isMissing
                ? "is missing: the events give \(answer)"
                : "says \(answer), of which the events know nothing")
    }

    static func precedes(_ lhs: PieceRow, _ rhs: PieceRow) -> Bool {
        if lhs.term != rhs.term { return lhs.term < rhs.term }
        if lhs.field != rhs.field { return lhs.field < rhs.field }
        return (lhs.recordedFrom, lhs.fromDay) < (rhs.recordedFrom, rhs.fromDay)
    }

    fileprivate func fault(_ words: String) -> Fault {
        Fault(
            .pieceAltered, at: Position(recordedFrom),
            "\(agreement): \(term)/\(field) from \(Self.day(fromDay)) \(words)")
    }

    /// All that it says beside what it is about.
    fileprivate var answer: String {
        let days = toDay.map { "before \(Self.day($0))" } ?? "for ever"
        let known = recordedTo.map { "until \(Position($0))" } ?? "still"
        return "\(state) \(value ?? "-") \(days), recorded \(known) "
            + "(kind \(kind), id \(id), \(isReported ? "reported" : "agreed"), \(grade), "
            + "governed by \(Position(governing)))"
    }

    private static func day(_ number: Int) -> String {
        (Day.first.number...Day.last.number).contains(number)
            ? Day(number: number).description : "day \(number)"
    }
}
