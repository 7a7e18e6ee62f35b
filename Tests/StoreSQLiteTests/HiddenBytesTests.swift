import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// What stands in a file where SQLite shows it to no one.
struct HiddenBytesTests {
    /// A file of small pages with a long value, a free page and a table, as SQLite wrote it.
    private struct File {
        static let page = 512
        var bytes: [UInt8]
        let roots: [Int]

        init() throws {
            let scratch = try Scratch()
            let queue = try DatabaseQueue(path: scratch.book)
            roots = try queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        PRAGMA page_size = \(Self.page);
                        PRAGMA secure_delete = ON;
                        CREATE TABLE long (value TEXT);
                        CREATE TABLE gone (value TEXT);
                        CREATE TABLE short (value TEXT);
                        """)
                try db.execute(
                    sql: "INSERT INTO long VALUES (?)",
                    arguments: [String(repeating: "v", count: 2_000)])
                try db.execute(
                    sql: "INSERT INTO gone VALUES (?)",
                    arguments: [String(repeating: "g", count: 2_000)])
                try db.execute(sql: "DELETE FROM gone; INSERT INTO short VALUES ('s')")
                return try Int.fetchAll(db, sql: "SELECT rootpage FROM sqlite_schema")
            }
            try queue.close()
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.book)))
        }

        /// - Parameter count: of bytes, from 1 to 4.
        func number(at offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
        }

        /// The first byte of a page, which counts from 1.
        func start(of page: Int) -> Int { (page - 1) * Self.page }

        var firstTrunk: Int { number(at: 32, 4) }

        func scanned() throws -> HiddenBytes? {
            try HiddenBytes(
                in: PageFile(size: bytes.count) { offset, count in
                    Array(bytes[offset..<offset + count])
                }, roots: roots)
        }

        func counts() throws -> [HiddenBytes.Place: HiddenBytes.Count] {
            try #require(try scanned()).counts
        }
    }

    @Test func `what SQLite wrote has nothing hidden, but what it leaves itself`() throws {
        let counts = try File().counts()
        #expect(Set(counts.keys).isSubset(of: [.unusedParts]))
    }

    /// Puts 37 bytes where nothing reads them, and says in which page; nil beyond the last.
    private typealias Plant = @Sendable (inout File) throws -> Int

    private static let marks = [UInt8](repeating: 0xD1, count: 37)

    private static func put(_ offset: Int, in file: inout File) {
        file.bytes.replaceSubrange(offset..<offset + marks.count, with: marks)
    }

    private static let plants: [(place: HiddenBytes.Place, plant: Plant)] = [
        (
            .unusedParts,
            { file in
                let page = try #require(file.roots.last)
                let start = file.start(of: page)
                // Cells fill a page from its end; where they begin stands in the fifth byte.
                put(start + file.number(at: start + 5, 2) - marks.count, in: &file)
                return page
            }
        ),
        (
            .valueEnds,
            { file in
                let pages = file.bytes.count / File.page
                let last = (1...pages).first {
                    let start = file.start(of: $0)
                    return file.bytes[start + 4] == UInt8(ascii: "v")
                        && file.number(at: start, 4) == 0
                }
                let page = try #require(last)
                put(file.start(of: page + 1) - marks.count, in: &file)
                return page
            }
        ),
        (
            .freePages,
            { file in
                let page = file.number(at: file.start(of: file.firstTrunk) + 8, 4)
                put(file.start(of: page) + 100, in: &file)
                return page
            }
        ),
        (
            .lostPages,
            { file in
                let page = file.bytes.count / File.page + 1
                file.bytes += [UInt8](repeating: 0, count: File.page)
                // The header counts it, as if it were of some table.
                file.bytes[30] = UInt8(page >> 8)
                file.bytes[31] = UInt8(page & 0xFF)
                put(file.start(of: page) + 1, in: &file)
                return page
            }
        ),
        (
            .afterEnd,
            { file in
                file.bytes += marks
                return file.bytes.count / File.page + 1
            }
        ),
    ]

    @Test(arguments: plants.indices)
    func `what someone put there is counted, with its page`(_ index: Int) throws {
        let (place, plant) = Self.plants[index]
        var file = try File()
        let before = try file.counts()[place]?.bytes ?? 0
        let page = try plant(&file)
        let found = try #require(try file.counts()[place])
        #expect(found.bytes == before + Self.marks.count)
        #expect(found.firstPages.contains(page))
        #expect(Set(try file.counts().keys).isSubset(of: [place, .unusedParts]))
    }

    @Test func `what is in the reserved parts of header and pages is counted`() throws {
        // A file of two empty tables, whose pages have 32 bytes at their end that SQLite does not use.
        var bytes = [UInt8](repeating: 0, count: 1_024)
        bytes.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
        bytes.replaceSubrange(16..<21, with: [2, 0, 1, 1, 32])
        (bytes[31], bytes[100], bytes[512]) = (2, 13, 13)
        for start in [100, 512] { bytes.replaceSubrange(start + 5..<start + 7, with: [1, 0xE0]) }
        func counts() throws -> [HiddenBytes.Place: HiddenBytes.Count] {
            let file = PageFile(size: bytes.count) { Array(bytes[$0..<$0 + $1]) }
            return try #require(try HiddenBytes(in: file, roots: [2])).counts
        }
        #expect(try counts().isEmpty)
        (bytes[72], bytes[91], bytes[1_023]) = (1, 2, 3)
        #expect(try counts()[.header]?.bytes == 2)
        #expect(try counts()[.reserves]?.firstPages == [2])
        #expect(try counts().count == 2)
    }

    @Test func `whatever the bytes are, they are read to an end`() throws {
        let sound = try File()
        var state: UInt64 = 1
        func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<300 {
            var file = sound
            for _ in 0...next(below: 40) {
                // Often where a page says what it is.
                let offset =
                    round % 2 == 0
                    ? next(below: file.bytes.count)
                    : next(below: file.bytes.count / File.page) * File.page + next(below: 24)
                file.bytes[offset] = [0, 1, 0x7F, 0xFF, UInt8(next(below: 256))][next(below: 5)]
            }
            if round % 3 == 0 { file.bytes.removeLast(next(below: file.bytes.count)) }
            // No byte is counted twice.
            let counts = try file.scanned()?.counts ?? [:]
            #expect(counts.values.reduce(0) { $0 + $1.bytes } <= file.bytes.count)
        }
    }

    /// A book with a redaction, which no one has open.
    private static func book() async throws -> Scratch {
        let scratch = try Scratch()
        do {
            let store = try scratch.open()
            for index in 0..<30 {
                let key = try #require(RecordingKey("number-\(index)"))
                _ = try await store.append(notice(key), by: "me", expecting: [:])
            }
            var order = notice("order")
            let target = EventReference(recording: "number-7", ordinal: 2)
            order.events = [Event(PayloadRedacted(event: target, authority: "an order"))]
            _ = try await store.append(order, by: "me", expecting: [:])
        }
        let raw = try scratch.raw()
        try await raw.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try raw.close()
        return scratch
    }

    private static func found(
        _ name: String, in scratch: Scratch, _ mode: SQLiteStore.Mode = .readOnly
    ) async throws -> Diagnosis? {
        try await scratch.open(mode).diagnose(now: Instant(microseconds: 0))
            .first { $0.name == name }
    }

    @Test func `the doctor has nothing against an honest book`() async throws {
        let scratch = try await Self.book()
        #expect(try await Self.found("hidden bytes", in: scratch)?.value == "none")
        #expect(try await Self.found("hidden bytes", in: scratch)?.verdict == .good)
        #expect(try await Self.found("left-over bytes", in: scratch)?.verdict == .good)
    }

    @Test func `the doctor reports where bytes are hidden in a book`() async throws {
        let scratch = try await Self.book()
        var file = try Data(contentsOf: URL(fileURLWithPath: scratch.book))
        let pages = file.count / 4_096
        file[80] = 1
        file += Self.marks
        try file.write(to: URL(fileURLWithPath: scratch.book))
        let found = try #require(try await Self.found("hidden bytes", in: scratch))
        #expect(
            found.value == "1 in the reserved part of the header; "
                + "37 after the last page that the header counts, \(pages)")
        #expect(found.verdict == .doubtful)
        #expect(found.remark?.contains("deedbook export") ?? false)
    }

    @Test func `where a log stands beside the book it says that it did not look`() async throws {
        let scratch = try await Self.book()
        let store = try scratch.open(.readWrite)
        _ = try await store.append(notice("later"), by: "me", expecting: [:])
        let found = try #require(
            try await store.diagnose(now: Instant(microseconds: 0)).first {
                $0.name == "hidden bytes"
            })
        #expect(found.value == "not looked at" && found.verdict == .doubtful)
        #expect(found.remark?.hasPrefix("the write-ahead log has ") ?? false)
    }
}
