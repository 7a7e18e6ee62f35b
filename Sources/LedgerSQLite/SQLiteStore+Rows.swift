import Amendments
import Foundation
import GRDB
public import Ledger

extension SQLiteStore {
    public func rows(
        after position: Int, limit: Int
    ) async throws(EventStoreError) -> [StoredRow] {
        try await access { db in
            let statement = try Query.rowsAfterPosition.statement(in: db)
            let rows = try Row.fetchCursor(statement, arguments: [position, max(0, limit)])
            var found: [StoredRow] = []
            while let row = try rows.next() { found.append(try StoredRow(row)) }
            return found
        }
    }
}

extension StoredRow {
    fileprivate init(_ row: Row) throws {
        self.init(
            position: try row.decode(Int.self, atIndex: 0), entry: try row.bytes(at: 1) ?? [],
            leaf: try row.bytes(at: 2) ?? [], payload: try row.bytes(at: 3),
            salt: try row.bytes(at: 4), remains: try Remains(row),
            columns: Columns(
                agreement: try row.decode(String.self, atIndex: 8),
                version: try row.decode(Int.self, atIndex: 9),
                recording: try row.decode(String.self, atIndex: 10),
                ordinal: try row.decode(Int.self, atIndex: 11),
                kind: try row.decode(String.self, atIndex: 12),
                schema: try row.decode(Int.self, atIndex: 13),
                disclosedLatest: try row.decode(Int.self, atIndex: 14)),
            recording: try RecordingRow(row))
    }
}

extension Remains {
    fileprivate init?(_ row: Row) throws {
        guard let bytes = try row.bytes(at: 5) else { return nil }
        self.init(
            bytes: bytes, schema: try row.decode(Int.self, atIndex: 6),
            redactedBy: Position(try row.decode(Int.self, atIndex: 7)))
    }
}

extension StoredRow.RecordingRow {
    fileprivate init?(_ row: Row) throws {
        guard let first = try row.decode(Int?.self, atIndex: 15) else { return nil }
        self.init(
            first: first, last: try row.decode(Int.self, atIndex: 16),
            key: try row.decode(String.self, atIndex: 17),
            recordedAt: try row.decode(Int.self, atIndex: 18),
            header: try row.bytes(at: 19) ?? [])
    }
}

extension Row {
    /// The bytes of a column; nil for NULL.
    func bytes(at index: Int) throws -> [UInt8]? {
        try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } }
    }
}
