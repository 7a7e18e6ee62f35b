import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing
import Transparency

/// What is wrong with the file itself: everything is listed, and nothing hides another.
struct StructureTests {
    private static let damages: [(sql: String, kind: Fault.Kind, says: String)] = [
        (
            "DELETE FROM checkpoint WHERE size = 4", .rowStray,
            "has 1 rows, and the last is number 2"
        ),
        ("DELETE FROM cosignature", .headAltered, "the last id of cosignature"),
        (
            "UPDATE book SET origin = origin || char(0)", .columnAltered,
            "origin of the row of the book itself is no text"
        ),
        ("PRAGMA application_id = 0", .schemaAltered, "application_id is 0"),
        ("DELETE FROM event WHERE position = 268", .headAltered, "the last position of event"),
        (
            "PRAGMA ignore_check_constraints = ON; INSERT INTO book VALUES (3, 'x', 0)", .rowStray,
            "2 rows of the book"
        ),
        ("CREATE INDEX more ON event (kind)", .schemaAltered, "the index more is not"),
        ("CREATE VIEW look AS SELECT 1", .schemaAltered, "the view look is not"),
        ("DELETE FROM subtree WHERE number = 0", .subtreeAltered, "level 1 from 0 on are"),
        (
            "INSERT INTO subtree VALUES (3, 0, zeroblob(32))", .subtreeAltered,
            "are of none of its levels"
        ),
        ("UPDATE agreement SET version = 9", .headAltered, "is at 9"),
        (
            "INSERT INTO recording VALUES (900, 901, 'x', 0, x'00')", .rowStray, "recording"
        ),
        ("INSERT INTO payload VALUES (900, zeroblob(16), x'00')", .rowStray, "payload"),
        ("UPDATE checkpoint SET size = 5 WHERE size > 4", .columnAltered, "checkpoint.size is 5"),
        ("UPDATE checkpoint SET root = zeroblob(32)", .columnAltered, "checkpoint.root of row"),
        (
            "PRAGMA ignore_check_constraints = ON; UPDATE remains SET schema = 0",
            .constraintBroken, "a row of remains broke the constraint schema > 0"
        ),
        (
            "UPDATE payload SET bytes = x'' WHERE position IN (1, 2)", .constraintBroken,
            "2 rows of payload broke the constraint length(bytes) > 0"
        ),
        ("SELECT 'that row again'", .constraintBroken, "a row of book broke the constraint id = 1"),
    ]

    @Test func `every fault is listed beside the others`() async throws {
        let fixture = try await TrustFixture(filler: 260)
        // Later lines would come first in a copy of the note; one that is kept on its own is a row.
        var signed = try #require(try await fixture.store.checkpoints().last)
        signed.add(try fixture.witness.cosign(signed.note.text, at: 1_800_000_000))
        try await fixture.store.keep(signed)
        #expect(await fixture.store.structuralFaults() == [])
        let store = fixture.store
        try fixture.attack { db in
            for damage in Self.damages { try db.execute(sql: damage.sql) }
        }
        let faults = await store.structuralFaults()
        for (sql, kind, says) in Self.damages {
            #expect(
                faults.contains { $0.kind == kind && $0.detail.contains(says) },
                "\(sql): \(faults)")
        }
    }

    @Test func `a second definition under a name that is there is listed`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    INSERT INTO sqlite_schema SELECT type, name, tbl_name, rootpage,
                        replace(sql, 'CREATE TABLE', 'CREATE TABLE IF NOT EXISTS')
                    FROM sqlite_schema WHERE type = 'table' AND name = 'cosignature'
                    """)
        }
        #expect(
            await fixture.store.structuralFaults().contains {
                $0.kind == .schemaAltered && $0.detail == "there are two of the table cosignature"
            })
    }

    @Test func `a row of the tree that is missing, or is none, is named`() async throws {
        let fixture = try await TrustFixture(filler: 1_100)
        try fixture.attack { db in
            try db.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE subtree SET number = -3 WHERE number = 0;
                    UPDATE subtree SET number = 9223372036854775807 WHERE number = 2;
                    """)
        }
        let details = await fixture.store.structuralFaults()
            .filter { $0.kind == .subtreeAltered }.map(\.detail)
        #expect(
            details == [
                "row -3 of level 1 is not one of the tree's", "row 0 of level 1 is missing",
                "row 2 of level 1 is missing",
                "row 9223372036854775807 of level 1 is not one of the tree's",
            ])
    }

    @Test func `checkpoints are numbered from 1 on`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { try $0.execute(sql: "UPDATE checkpoint SET id = 0 WHERE id = 1") }
        #expect(
            await fixture.store.structuralFaults().contains {
                $0.kind == .rowStray && $0.detail == "the first row of checkpoint is number 0"
            })
    }

    @Test func `a book without the row of its name is reported`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { try $0.execute(sql: "DELETE FROM book") }
        let faults = await fixture.store.structuralFaults()
        #expect(faults.contains { $0.detail.contains("0 rows of the book") })
    }

    @Test(arguments: 0..<12)
    func `a file with a damaged page still gives a list`(_ number: Int) async throws {
        let fixture = try await TrustFixture(filler: 600)
        // Everything into the file itself.
        try await fixture.scratch.raw().writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let handle = try #require(FileHandle(forUpdatingAtPath: fixture.scratch.book))
        let pages = Int(try handle.seekToEnd()) / 4_096
        let page = 1 + number * (pages - 1) / 12
        try handle.seek(toOffset: UInt64(page * 4_096))
        handle.write(Data(repeating: 0x5A, count: 4_096))
        try handle.close()
        // The pages that a connection has read already are sound: look with fresh eyes.
        let fresh: SQLiteStore
        do { fresh = try fixture.scratch.open(.readOnly) } catch {
            // The one row that a book is opened by.
            let found = await SQLiteStore.diagnose(
                fixture.scratch.book, now: Instant(microseconds: 0))
            #expect(found.first?.verdict == .bad, "page \(page) of \(pages): \(error)")
            return
        }
        let faults = await fresh.structuralFaults()
        #expect(faults.contains { $0.kind == .fileDamaged }, "page \(page) of \(pages): \(faults)")
    }

    @Test func `rows of a book whose columns hold anything are given as they are`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: """
                    UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), 'NOT NULL', '')
                    WHERE name = 'event'
                    """)
            try db.execute(sql: "PRAGMA writable_schema = RESET")
        }
        try fixture.attack { db in
            try db.execute(
                sql:
                    "UPDATE event SET agreement = NULL, version = 'x', kind = x'FF' WHERE position = 2"
            )
        }
        let rows = try await fixture.scratch.open(.audit).rows(after: 0, limit: .max)
        #expect(rows.count == 8)
        #expect(rows[1].columns.agreement == "" && rows[1].columns.version != 2)
        let report = try await fixture.audit()
        #expect(report.faults.contains { $0.kind == .columnAltered && $0.position == Position(2) })
        #expect(report.faults.contains { $0.kind == .schemaAltered })
    }
}
