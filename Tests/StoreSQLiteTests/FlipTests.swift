import Audit
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Testing

/// One bit of a book's file is wrong: whatever that changes of what SQLite reads is reported.
///
/// The tests flip a sample; `DEEDBOOK_FLIPS=all` flips every byte in turn, `DEEDBOOK_FLIPS=0-49999` those
/// bytes, and says what became of them. With a release build (`swift test -c release`) all take half an hour.
struct FlipTests {
    @Test func `a flipped byte that changes what the book says is reported`() async throws {
        let fixture = try await TrustFixture()
        try await fixture.scratch.raw().writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let book = try Data(contentsOf: URL(fileURLWithPath: fixture.scratch.book))
        let sound = try #require(Self.dump(fixture.scratch))
        var outcomes = ["refused": 0, "reported": 0, "inert": 0]
        let same = try Scratch()
        try book.write(to: URL(fileURLWithPath: same.book))
        let grounds = try fixture.grounds()
        #expect(
            try await Auditor(same.open(.readOnly), grounds: grounds).audit().faults.isEmpty)
        for offset in Self.offsets(in: book) {
            let copy = try Scratch()
            var flipped = book
            flipped[offset] ^= 0x40
            try flipped.write(to: URL(fileURLWithPath: copy.book))
            guard let store = try? copy.open(.readOnly) else {
                outcomes["refused", default: 0] += 1
                continue
            }
            let faults = (try? await Auditor(store, grounds: grounds).audit())?.faults
            if faults?.isEmpty == true {
                #expect(Self.dump(copy) == sound, "byte \(offset) of \(book.count) is not reported")
                outcomes["inert", default: 0] += 1
            } else {
                outcomes["reported", default: 0] += 1
            }
        }
        #expect(outcomes["reported", default: 0] > 0)
        if ProcessInfo.processInfo.environment["DEEDBOOK_FLIPS"] != nil {
            print("flips of \(book.count) bytes: \(outcomes)")
        }
    }

    private static func offsets(in book: Data) -> [Int] {
        if let asked = ProcessInfo.processInfo.environment["DEEDBOOK_FLIPS"] {
            let ends = asked.split(separator: "-").compactMap { Int($0) }
            return ends.count == 2
                ? Array(book.indices.clamped(to: ends[0]..<ends[1] + 1)) : Array(book.indices)
        }
        // Bytes that say something: a sample of the whole file would be half empty pages.
        let full = book.indices.filter { book[$0] != 0 }
        return stride(from: 3, to: full.count, by: max(1, full.count / 60)).map { full[$0] }
    }

    /// Everything that SQLite reads from a book; nil where it cannot be read.
    private static func dump(_ scratch: Scratch) -> [String]? {
        try? scratch.raw().read { db in
            let schema = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_schema")
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            let rows = try tables.flatMap { table in
                // The column `created` says nothing, and nothing reads it.
                let columns = table == "book" ? "id, origin" : "*"
                return try Row.fetchAll(db, sql: "SELECT \(columns) FROM \"\(table)\"")
                    .map { "\(table) \($0)" }
            }
            let settings = try ["application_id", "user_version"].map {
                try Int.fetchOne(db, sql: "PRAGMA \($0)") ?? 0
            }
            return schema.map(\.description) + rows + ["\(settings)"]
        }
    }
}
