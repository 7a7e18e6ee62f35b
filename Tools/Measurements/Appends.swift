import Amendments
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms

/// Appends of one event a recording, each on the disk before it is acknowledged: by one writer beside the same bytes
/// in raw SQLite, and by many writers who share commits.
enum Appends {
    private static let count = 2_000
    private static let writers = 64

    static func measure(in folder: URL) async throws {
        let (alone, store) = try await oneWriter(in: folder)
        let raw = try RawSQLite(path: folder.appendingPathComponent("raw.sqlite").path)
        var bytes: [StoredEvent] = []
        for number in 1...count {
            if let stored = try await store.stored(at: Position(number)) { bytes.append(stored) }
        }
        let (theirs, _) = try await Stopwatch.seconds {
            for stored in bytes { try raw.insert(stored) }
        }
        let together = try await manyWriters(in: folder)
        Measurements.row("durable appends, one writer", Measurements.rate(count, alone), "/s")
        Measurements.row("the same bytes into raw SQLite", Measurements.rate(count, theirs), "/s")
        Measurements.row("  raw is faster by", String(format: "%.2f", alone / theirs), "times")
        Measurements.row(
            "durable appends, \(writers) writers", Measurements.rate(count, together), "/s")
    }

    /// Seconds of all appends, and the store that has them.
    private static func oneWriter(in folder: URL) async throws -> (Double, SQLiteStore) {
        let store = try open("one-writer", in: folder)
        _ = try await store.append(Sample.opening, by: "clerk", expecting: [:])
        let (seconds, _) = try await Stopwatch.seconds {
            for index in 0..<count {
                _ = try await store.append(Sample.amendment(index), by: "clerk", expecting: [:])
            }
        }
        return (seconds, store)
    }

    /// Seconds of as many appends by writers who each wait for their last one, each on an agreement of its own.
    private static func manyWriters(in folder: URL) async throws -> Double {
        let store = try open("many-writers", in: folder)
        return try await Stopwatch.seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for number in stride(from: writer, to: count, by: writers) {
                            var recording = Sample.bulk(number, events: 1)
                            recording.agreement = AgreementID("writer-\(writer)") ?? "writer"
                            _ = try await store.append(recording, by: "clerk", expecting: [:])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }.0
    }

    private static func open(_ name: String, in folder: URL) throws -> SQLiteStore {
        try SQLiteStore(
            path: folder.appendingPathComponent("\(name).deedbook").path, mode: .create,
            clock: { Instant(microseconds: 0) })
    }
}
