import Amendments
public import EventStore
import Foundation
import GRDB
import Ledger

extension SQLiteStore {
    public func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        try await access { db in
            let statement = try Query.eventsAfterPosition.statement(in: db)
            let rows = try Row.fetchCursor(statement, arguments: [position, max(0, limit)])
            var found: [StoredRow] = []
            while let row = try rows.next() { found.append(try StoredRow(row)) }
            return found
        }
    }
}

extension StoredRow {
    /// - Parameter row: the columns of `Query.events`.
    init(_ row: Row) throws {
        self.init(
            position: try row.number(at: 0), entry: try row.bytes(at: 1) ?? [],
            leaf: try row.bytes(at: 2) ?? [], payload: try row.bytes(at: 3),
            salt: try row.bytes(at: 4), remains: try Remains(row),
            columns: Columns(
                agreement: row.anyText(at: 8), version: row.anyNumber(at: 9),
                recording: row.anyText(at: 10), ordinal: row.anyNumber(at: 11),
                kind: row.anyText(at: 12), schema: row.anyNumber(at: 13),
                disclosedLatest: row.anyNumber(at: 14)),
            recording: try RecordingRow(row))
    }
}

extension Remains {
    fileprivate init?(_ row: Row) throws {
        guard let bytes = try row.bytes(at: 5) else { return nil }
        self.init(
            bytes: bytes, schema: row.anyNumber(at: 6),
            redactedBy: Position(row.anyNumber(at: 7)))
    }
}

extension StoredRow.RecordingRow {
    fileprivate init?(_ row: Row) throws {
        guard let first = try row.optionalNumber(at: 15) else { return nil }
        self.init(
            first: first, last: row.anyNumber(at: 16), key: row.anyText(at: 17),
            recordedAt: row.anyNumber(at: 18),
            header: try row.bytes(at: 19) ?? [])
    }
}

// What an audit reads, which says of each row what is wrong with it.
extension Row {
    /// The text of a column; in a file that someone altered it may be no text, and is empty then.
    fileprivate func anyText(at index: Int) -> String { (try? text(at: index)) ?? "" }

    /// The number of a column; where none is there, one that no sound book has.
    fileprivate func anyNumber(at index: Int) -> Int { (try? number(at: index)) ?? .min }
}
