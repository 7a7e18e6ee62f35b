import Amendments
public import EventStore
import GRDB
import Ledger
import Terms

extension SQLiteStore {
    /// Where the table of pieces is not what the events give: rows that were altered, added or removed, of
    /// whatever time.
    ///
    /// - Parameter progress: is told how many agreements are done, of how many.
    public func pieceFaults(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> [Fault] {
        do throws(EventStoreError) {
            var (faults, names) = try await snapshot { db in
                (try Self.headFaults(in: db), try Self.namesOfAgreements(in: db))
            }
            names.sort()
            for (done, name) in names.enumerated() {
                progress(done, names.count)
                faults += await pieceFaults(of: name)
            }
            progress(names.count, names.count)
            return faults
        } catch {
            return [Fault(.pieceAltered, "the pieces cannot be compared with the events: \(error)")]
        }
    }

    private func pieceFaults(of name: String) async -> [Fault] {
        do throws(EventStoreError) {
            return try await snapshot { db in try self.faults(of: name, in: db) }
        } catch {
            return [
                Fault(
                    .pieceAltered,
                    "\(name): its pieces cannot be compared with its events: \(error)")
            ]
        }
    }

    private static func headFaults(in db: Database) throws -> [Fault] {
        let head = try PieceWriter.head(in: db)
        let last = try SQLiteStore.size(of: db)
        guard head ?? 0 != last else { return [] }
        return [
            Fault(
                .pieceAltered,
                "the pieces reach \(Position(head ?? 0)), the book \(Position(last)); "
                    + "the next append, or a rebuild, makes them anew")
        ]
    }

    /// Every agreement that has events or pieces, be it one that cannot be.
    private static func namesOfAgreements(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT id FROM agreement UNION SELECT agreement FROM piece"
                + DerivedTables.allCases.filter { try $0.isThere(in: db) }
                .map { " UNION SELECT agreement FROM \($0.rawValue)" }.joined())
    }

    private func faults(of name: String, in db: Database) throws -> [Fault] {
        let rows = try Row.fetchCursor(
            PieceQuery.rowsOfAgreement.statement(in: db), arguments: [name])
        var found: [PieceRow] = []
        while let row = try rows.next() { found.append(try PieceRow(row)) }
        guard let agreement = AgreementID(name) else {
            let pieces = found.map { $0.fault("is of no agreement: '\(name)' is not an id") }
            return pieces.isEmpty
                ? [Fault(.pieceAltered, "derived rows are of no agreement: '\(name)' is not an id")]
                : pieces
        }
        let expected = try pieces.pieces(of: agreement, in: db)
        // The pieces are reckoned recording by recording; the last state is reckoned the long way too.
        let standing = Set(expected.filter { $0.to == nil }.map(\.piece))
        let doubts = standing.symmetricDifference(try pieces.fold(of: agreement, in: db)).map {
            PieceRow(RecordedPiece($0, from: Position(0), to: nil)).fault(
                "is not what the fold says")
        }
        return doubts + PieceComparison(expected: expected.map(PieceRow.init), found: found).faults
            + (try stepFaults(of: agreement, in: db))
            + (try commonFaults(of: agreement, in: db))
    }
}

extension SQLiteStore {
    /// Where the lines of steps are not what the events give.
    private func stepFaults(of agreement: AgreementID, in db: Database) throws -> [Fault] {
        guard try DerivedTables.step.isThere(in: db) else { return [] }
        let rows = try Row.fetchCursor(
            StepQuery.linesOfAgreement.statement(in: db), arguments: [agreement.text])
        var found: Set<StepRow> = []
        while let row = try rows.next() { found.insert(try StepRow(row)) }
        let expected = Set(try pieces.steps(of: agreement, in: db))
        func faults(_ rows: Set<StepRow>, _ words: String) -> [Fault] {
            rows.sorted { $0.position < $1.position }.map { row in
                Fault(
                    .pieceAltered, at: Position(row.position),
                    "\(agreement): the line of steps for \(Position(row.position)) "
                        + "(\(row.term)/\(row.field)) \(words)")
            }
        }
        return faults(expected.subtracting(found), "is missing")
            + faults(found.subtracting(expected), "is not what the events give")
    }
}

extension SQLiteStore {
    /// Where what an agreement has in common with others is not what its events give.
    private func commonFaults(of agreement: AgreementID, in db: Database) throws -> [Fault] {
        guard try DerivedTables.common.isThere(in: db) else { return [] }
        let rows = try Row.fetchCursor(
            CommonQuery.ofAgreement.statement(in: db), arguments: [agreement.text])
        var found: Set<CommonRow> = []
        while let row = try rows.next() { found.insert(try CommonRow(row, of: agreement)) }
        let expected = try pieces.ground(of: agreement, in: db)
        return found.symmetricDifference(expected).sorted { $0.party < $1.party }.map { row in
            Fault(
                .pieceAltered,
                "\(agreement): that it names '\(row.party)' "
                    + (expected.contains(row) ? "is missing" : "is not what its events say"))
        }
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
                faults.append(row.fault("is missing: the events give \(row.answer)"))
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
            faults.append(row.fault("says \(row.answer), of which the events know nothing"))
        }
        return faults
    }
}

extension PieceRow {
    fileprivate static func precedes(_ lhs: PieceRow, _ rhs: PieceRow) -> Bool {
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
