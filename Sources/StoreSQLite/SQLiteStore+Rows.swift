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
            position: try row.decode(Int.self, atIndex: 0), entry: try row.bytes(at: 1) ?? [],
            leaf: try row.bytes(at: 2) ?? [], payload: try row.bytes(at: 3),
            salt: try row.bytes(at: 4), remains: try Remains(row),
            columns: Columns(
                agreement: row.text(at: 8), version: row.number(at: 9), recording: row.text(at: 10),
                ordinal: row.number(at: 11), kind: row.text(at: 12), schema: row.number(at: 13),
                disclosedLatest: row.number(at: 14)),
            recording: try RecordingRow(row))
    }
}

extension Remains {
    fileprivate init?(_ row: Row) throws {
        guard let bytes = try row.bytes(at: 5) else { return nil }
        self.init(
            bytes: bytes, schema: row.number(at: 6), redactedBy: Position(row.number(at: 7)))
    }
}

extension StoredRow.RecordingRow {
    fileprivate init?(_ row: Row) throws {
        guard let first = try row.decode(Int?.self, atIndex: 15) else { return nil }
        self.init(
            first: first, last: row.number(at: 16), key: row.text(at: 17),
            recordedAt: row.number(at: 18),
            header: try row.bytes(at: 19) ?? [])
    }
}

extension Row {
    /// The bytes of a column; nil for NULL.
    func bytes(at index: Int) throws -> [UInt8]? {
        try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } }
    }

    /// The text of a column; in a file that somebody altered it may be no text, and is empty then.
    fileprivate func text(at index: Int) -> String {
        (try? decode(String.self, atIndex: index)) ?? ""
    }

    /// The number of a column, or what SQLite makes of what is there; for nothing, one that no sound book has.
    fileprivate func number(at index: Int) -> Int {
        (try? decode(Int.self, atIndex: index)) ?? .min
    }
}
