import Amendments
import Audit
import DeedbookTesting
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// What is redacted is in no file of the book, however SQLite moved its rows before.
struct ErasureTests {
    /// Sixteen characters that stand nowhere else.
    static func marker(_ number: Int) -> String {
        String(UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15, radix: 16).uppercased() + "#"
    }

    /// Lengths of notes, and an order to redact them in, after which SQLite 3.40 leaves copies of some in pages
    /// it has rearranged, unless the book is written anew.
    struct Shape: Sendable {
        var step: Int
        var span: Int
        /// Every so many notes, one takes several pages.
        var long: Int?
        var stride: Int

        func note(_ number: Int) -> String {
            let isLong = long.map { number % $0 == 0 } ?? false
            let length = isLong ? 5_000 : 60 + number * step % span
            return String(repeating: ErasureTests.marker(number), count: max(1, length / 17))
        }
    }

    static let shapes = [
        Shape(step: 7, span: 300, stride: 191), Shape(step: 211, span: 2_000, stride: 191),
        Shape(step: 101, span: 700, long: 12, stride: 271),
        Shape(step: 53, span: 1_500, stride: 271),
    ]

    private static func notes(_ range: Range<Int>, _ shape: Shape = shapes[0]) -> Recording {
        let name = "notes-\(range.lowerBound)"
        var recording = notice(
            RecordingKey(name) ?? "notes", agreement: AgreementID(name) ?? "notes")
        recording.events = range.map { number in
            Event(
                PartyAdmitted(party: PartyID("p\(number)") ?? "p", name: "P"),
                note: shape.note(number))
        }
        return recording
    }

    private static func redaction(of numbers: some Sequence<Int>, _ key: String) -> Recording {
        var recording = notice(RecordingKey(key) ?? "order")
        recording.events = numbers.map { number in
            let target = EventReference(
                recording: RecordingKey("notes-\(number / 20 * 20)") ?? "notes",
                ordinal: number % 20 + 1)
            return Event(PayloadRedacted(event: target, authority: "an order"))
        }
        return recording
    }

    /// Those whose marker stands in a file of the folder, whole, once at least.
    private static func left(of numbers: some Sequence<Int>, in scratch: Scratch) throws -> [Int] {
        var found: Set<String> = []
        for name in try scratch.files {
            var digits: [UInt8] = []
            for byte in try Data(contentsOf: scratch.folder.appendingPathComponent(name)) {
                switch byte {
                case 0x30...0x39, 0x41...0x46: digits.append(byte)
                case 0x23:
                    found.insert(String(decoding: digits.suffix(16), as: UTF8.self) + "#")
                    digits.removeAll(keepingCapacity: true)
                default: digits.removeAll(keepingCapacity: true)
                }
            }
        }
        return numbers.filter { found.contains(marker($0)) }
    }

    @Test(arguments: shapes.indices)
    func `nine payloads of ten can be redacted, and none leaves a copy`(_ index: Int) async throws {
        let shape = Self.shapes[index]
        let scratch = try Scratch()
        let store = try scratch.open()
        let count = 480
        for first in stride(from: 0, to: count, by: 20) {
            _ = try await store.append(
                Self.notes(first..<first + 20, shape), by: "me", expecting: [:])
        }
        #expect(try Self.left(of: 0..<count, in: scratch).count == count)
        // Every number once, in an order that empties pages beside full ones.
        let order = (0..<count).map { $0 * shape.stride % count }
        for first in stride(from: 0, to: count * 9 / 10, by: 54) {
            let redacted = order[first..<first + 54]
            _ = try await store.append(
                Self.redaction(of: redacted, "order-\(first)"), by: "me", expecting: [:])
            #expect(try Self.left(of: order[..<(first + 54)], in: scratch) == [])
        }
        #expect(try Self.left(of: order[(count * 9 / 10)...], in: scratch).count == count / 10)
        #expect(await store.structuralFaults() == [])
    }

    /// The table of pieces says values a second time.
    @Test func `what a term said is gone from what was derived of it, too`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let count = 60
        for number in 0..<8 {
            try await PieceTableTests.append(
                [PieceTableTests.opening(of: "story-\(number)")], to: store)
        }
        for number in 0..<count {
            let text = Self.marker(number).dropLast()
            try await PieceTableTests.append(
                [
                    PieceTableTests.recording(
                        "term-\(number)", on: "2021-01-01", of: "story-\(number % 8)",
                        "- term-added: { term: t\(number), kind: other, set: { text: x\(text) } }")
                ], to: store)
        }
        for first in stride(from: 0, to: count, by: 12) {
            var order = notice(RecordingKey("order-\(first)") ?? "order", agreement: "orders")
            order.events = stride(from: first, to: first + 12, by: 2).map { number in
                let target = EventReference(
                    recording: RecordingKey("term-\(number)") ?? "t", ordinal: 1)
                return Event(PayloadRedacted(event: target, authority: "an order"))
            }
            _ = try await store.append(order, by: "me", expecting: [:])
        }
        let files = try scratch.files.map {
            String(
                decoding: try Data(contentsOf: scratch.folder.appendingPathComponent($0)),
                as: UTF8.self)
        }
        for number in 0..<count {
            let text = "x" + Self.marker(number).dropLast()
            let isThere = files.contains { $0.contains(text) }
            #expect(isThere == (number % 2 == 1), "\(number)")
        }
    }

    @Test func `where a reader holds the log the receipt says so, and the next append erases`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open(waitLimit: .milliseconds(20))
        _ = try await store.append(Self.notes(0..<20), by: "me", expecting: [:])
        let reader = try scratch.raw()
        try await reader.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
        }
        let receipt = try await store.append(
            Self.redaction(of: 3...3, "order"), by: "me", expecting: [:])
        #expect(receipt.leavesRedactedBytes)
        #expect(try Self.left(of: 3...3, in: scratch) == [3])
        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        let later = try await store.append(notice("later"), by: "me", expecting: [:])
        #expect(!later.leavesRedactedBytes)
        #expect(try Self.left(of: 3...3, in: scratch) == [])
        #expect(try await Self.erasure(of: scratch) == "erased")
    }

    /// As the book is between the commit of a redaction and the end of its erasure.
    private static func interrupted() async throws -> Scratch {
        let scratch = try Scratch()
        let reader: DatabaseQueue
        do {
            let store = try scratch.open(waitLimit: .milliseconds(20))
            _ = try await store.append(Self.notes(0..<20), by: "me", expecting: [:])
            reader = try scratch.raw()
            try await reader.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN")
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
            }
            _ = try await store.append(
                Self.redaction(of: 3...3, "order"), by: "me", expecting: [:])
        }
        // The process is gone, and so is the reader that it waited for.
        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try reader.close()
        return scratch
    }

    private static func erasure(of scratch: Scratch) async throws -> String? {
        try await scratch.open(.readOnly).diagnose(now: Instant(microseconds: 0))
            .first { $0.name == "redacted bytes" }?.value
    }

    @Test func `what a process that died did not erase, the next writer does`() async throws {
        let scratch = try await Self.interrupted()
        #expect(try await Self.erasure(of: scratch) == "perhaps still in the file")
        #expect(try await Auditor(scratch.open(.audit)).audit().faults == [])
        let writer = try scratch.open(.readWrite)
        #expect(try Self.left(of: 3...3, in: scratch) == [])
        #expect(try Self.left(of: 4...4, in: scratch) == [4])
        #expect(try await Self.erasure(of: scratch) == "erased")
        #expect(await writer.structuralFaults() == [])
    }

    @Test func `a copy taken before that has none of it either`() async throws {
        let scratch = try await Self.interrupted()
        let copy = scratch.folder.appendingPathComponent("copy.deedbook")
        try await scratch.open(.readOnly).backUp(to: copy.path)
        let text = String(decoding: try Data(contentsOf: copy), as: UTF8.self)
        #expect(!text.contains(Self.marker(3)))
        #expect(text.contains(Self.marker(4)))
        let store = try SQLiteStore(
            path: copy.path, mode: .readOnly, clock: { Instant(microseconds: 0) })
        #expect(await store.structuralFaults() == [])
    }
}
