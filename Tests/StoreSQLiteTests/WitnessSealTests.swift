import Foundation
import GRDB
import StoreSQLite
import Testing
import Transparency

/// A row that another program took out of a witness's memory is not a log that was never seen.
struct WitnessSealTests {
    private static let origins = ["one.example/log", "two.example/log"]

    /// A memory in which both logs were seen, at 5 and at 9.
    private static func seen(in scratch: Scratch) async throws -> String {
        let path = scratch.folder.appendingPathComponent("seen.witness").path
        try SQLiteWitnessMemory.make(at: path)
        let memory = try SQLiteWitnessMemory(path: path)
        #expect(try await Numbers.ask(memory, 0, 5, origins[0]) == .cosign)
        #expect(try await Numbers.ask(memory, 0, 9, origins[1]) == .cosign)
        return path
    }

    /// What who has the file can do, once the triggers are gone.
    private static func alter(_ path: String, _ sql: String) async throws {
        let triggers = ["cosigned_insert", "cosigned_update", "cosigned_delete", "seal_delete"]
        try await DatabaseQueue(path: path).write { db in
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            try db.execute(sql: sql)
        }
    }

    @Test(arguments: [
        "DELETE FROM cosigned", "DELETE FROM cosigned WHERE origin = 'one.example/log'",
        "UPDATE cosigned SET size = 4 WHERE size = 5",
        "UPDATE cosigned SET root = zeroblob(32) WHERE size = 5",
        "UPDATE cosigned SET origin = 'three.example/log' WHERE size = 5",
        "INSERT INTO cosigned SELECT 'three.example/log', size, root FROM cosigned WHERE size = 5",
        "DELETE FROM seal", "UPDATE seal SET digest = zeroblob(32)",
    ])
    func `rows that another program altered are noticed, of every log, and nothing is signed`(
        sql: String
    ) async throws {
        let scratch = try Scratch()
        let path = try await Self.seen(in: scratch)
        let open = try SQLiteWitnessMemory(path: path)
        try await Self.alter(path, sql)
        func isSeal(_ error: any Error) -> Bool {
            "\(error)".contains("its rows are not those that this witness wrote")
        }
        for (origin, size) in [(Self.origins[0], 0), (Self.origins[1], 9), ("new.example/log", 0)] {
            await #expect {
                _ = try await Numbers.ask(open, size, 12, origin)
            } throws: { isSeal($0) }
        }
        #expect { _ = try SQLiteWitnessMemory(path: path) } throws: { isSeal($0) }
    }

    @Test func `a memory of before there was a seal is sealed as it is, and keeps what it saw`()
        async throws
    {
        let scratch = try Scratch()
        let path = try await Self.seen(in: scratch)
        try await Self.alter(
            path,
            """
            DROP TABLE seal;
            CREATE TRIGGER cosigned_update BEFORE UPDATE ON cosigned
            WHEN NEW.origin IS NOT OLD.origin OR NEW.size < OLD.size
                OR NEW.size = OLD.size AND NEW.root IS NOT OLD.root
            BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;
            CREATE TRIGGER cosigned_delete BEFORE DELETE ON cosigned
            BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
            PRAGMA user_version = 1;
            """)
        let memory = try SQLiteWitnessMemory(path: path)
        #expect(try await Numbers.ask(memory, 0, 5, Self.origins[0]) == .wrongOldSize(known: 5))
        #expect(try await Numbers.ask(memory, 5, 7, Self.origins[0]) == .cosign)
        let again = try SQLiteWitnessMemory(path: path)
        #expect(try await Numbers.ask(again, 7, 8, Self.origins[0]) == .cosign)
        // Who does not know the seal can write no row past it.
        await #expect(throws: DatabaseError.self) {
            try await DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE cosigned SET size = size + 1")
            }
        }
    }

    /// What stays impossible: an older copy of the whole file is as it was then.
    @Test func `an older copy of the whole file is not noticed`() async throws {
        let scratch = try Scratch()
        let path = try await Self.seen(in: scratch)
        let copy = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(
            try await Numbers.ask(SQLiteWitnessMemory(path: path), 5, 7, Self.origins[0]) == .cosign
        )
        try copy.write(to: URL(fileURLWithPath: path))
        #expect(
            try await Numbers.ask(SQLiteWitnessMemory(path: path), 5, 6, Self.origins[0]) == .cosign
        )
    }
}
