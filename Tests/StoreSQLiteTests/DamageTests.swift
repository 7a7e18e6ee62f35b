import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// A book whose file was damaged is reported so; nothing is made up, and nothing stops the process.
struct DamageTests {
    static let damages: [(sql: String, isExpected: @Sendable (DeedbookError) -> Bool)] = [
        (
            "UPDATE payload SET bytes = x'7b' WHERE position = 2",
            { if case .corrupted(Position(2), _) = $0 { true } else { false } }
        ),
        (
            "UPDATE event SET kind = 'party-vanished' WHERE position = 2",
            { $0 == .unknownKind(Position(2), kind: "party-vanished") }
        ),
        (
            "UPDATE event SET schema = 9 WHERE position = 1",
            { if case .corrupted(Position(1), _) = $0 { true } else { false } }
        ),
        (
            "UPDATE recording SET header = x'7b7d'",
            { if case .corrupted(Position(1), _) = $0 { true } else { false } }
        ),
        ("DROP TABLE payload", { if case .notABook = $0 { true } else { false } }),
    ]

    @Test(arguments: damages.indices)
    func `what cannot be read back is named`(_ index: Int) async throws {
        let (sql, isExpected) = Self.damages[index]
        let scratch = try Scratch()
        _ = try await scratch.open().append(notice("one"), by: "me", expecting: [:])
        try await scratch.raw(checksForeignKeys: false).write { db in
            // The owner of the file can take the guards away.
            for table in ["payload", "event", "recording"] {
                try db.execute(sql: "DROP TRIGGER \(table)_update")
            }
            try db.execute(sql: sql)
        }
        await #expect {
            try await scratch.open(.readOnly).events(of: "first", through: nil)
        } throws: {
            ($0 as? DeedbookError).map(isExpected) ?? false
        }
    }

    /// A book of sixty events, and its file with the first key in the root of the table of events made larger: all
    /// that is beyond it is found there again.
    private func goingInCircles() async throws -> Scratch {
        let scratch = try Scratch()
        do {
            let store = try scratch.open()
            for index in 0..<60 {
                let key = try #require(RecordingKey("number-\(index)"))
                _ = try await store.append(notice(key), by: "me", expecting: [:])
            }
        }
        let root = try await scratch.raw().writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
            return try Int.fetchOne(
                db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
        }
        var file = try Data(contentsOf: URL(fileURLWithPath: scratch.book))
        let start = (try #require(root) - 1) * 4_096
        // SQLite's file format, 1.6: an interior page is 5, its cells' places follow twelve bytes.
        #expect(file[start] == 5)
        let cell = start + Int(file[start + 12]) << 8 + Int(file[start + 13])
        let key = cell + 4
        #expect(file[key] < 0x40)
        file[key] ^= 0x40
        try file.write(to: URL(fileURLWithPath: scratch.book))
        return scratch
    }

    @Test func `a key that sends the reader back is reported, and no one reads for ever`()
        async throws
    {
        let store = try await goingInCircles().open(.readOnly)
        let report = try await Auditor(store, grounds: AuditGrounds()).audit()
        #expect(report.faults.contains { $0.kind == .fileDamaged })
        await #expect(throws: DeedbookError.self) {
            // Sixty recordings of two events, ten at a time: more pieces than that are read again and again.
            var last = Position(0)
            for _ in 0...12 {
                guard let end = try await store.events(after: last, limit: 10).last?.position
                else { break }
                last = end
            }
        }
    }

    @Test func `overwritten pages are an error and not a crash`() async throws {
        let scratch = try Scratch()
        do {
            let store = try scratch.open()
            for index in 0..<50 {
                let key = try #require(RecordingKey("number-\(index)"))
                _ = try await store.append(notice(key), by: "me", expecting: [:])
            }
        }
        let handle = try #require(FileHandle(forWritingAtPath: scratch.book))
        // The first page, which says what the file is, stays.
        try handle.seek(toOffset: 4_096)
        let size = try FileManager.default.attributesOfItem(atPath: scratch.book)[.size] as? Int
        handle.write(Data(repeating: 0x5A, count: try #require(size) - 4_096))
        try handle.close()
        #expect {
            try scratch.open(.readOnly)
        } throws: {
            if case .notABook? = $0 as? DeedbookError { true } else { false }
        }
    }
}
