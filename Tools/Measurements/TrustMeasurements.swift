import Amendments
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms

/// What it costs that a book can be checked by others: the tree on append, a proof, a whole audit.
enum TrustMeasurements {
    /// Events of the large book, in recordings of a thousand over as many agreements.
    static let events = 1_000_000
    static let perRecording = 1_000

    static func measure(in folder: URL, with deedbook: String) async throws {
        try await appendCost(in: folder)
        try await largeBook(in: folder, with: deedbook)
    }

    /// The same batches into a book with the tree and into one without, in turns.
    private static func appendCost(in folder: URL) async throws {
        for batch in [1, 10, 1_000] {
            let rounds = batch == 1_000 ? 20 : 500
            let with = try store(in: folder, "tree-\(batch)", growsTree: true)
            let without = try store(in: folder, "plain-\(batch)", growsTree: false)
            var times = (with: 0.0, without: 0.0)
            for round in 0..<rounds {
                let recording = Sample.bulk(round, events: batch)
                times.with += try await Stopwatch.seconds {
                    _ = try await with.append(recording, by: "clerk", expecting: [:])
                }.0
                times.without += try await Stopwatch.seconds {
                    _ = try await without.append(recording, by: "clerk", expecting: [:])
                }.0
            }
            Measurements.row(
                "append of \(batch) events, with the tree",
                Measurements.rate(rounds * batch, times.with), "events/s")
            Measurements.row(
                "  costs, of one without the tree",
                String(format: "%.2f", times.with / times.without), "times")
        }
    }

    private static func largeBook(in folder: URL, with deedbook: String) async throws {
        let store = try store(in: folder, "large", growsTree: true)
        let (seconds, _) = try await Stopwatch.seconds {
            for round in 0..<events / perRecording {
                let recording = Sample.bulk(round, events: perRecording)
                _ = try await store.append(recording, by: "clerk", expecting: [:])
            }
        }
        Measurements.row(
            "a book of \(events) events, made", Measurements.rate(events, seconds), "events/s")
        var position = 1
        let proof = try await Stopwatch.median(of: 201) {
            position = (position * 48_271) % events
            let hashes = try await store.inclusionProof(of: Position(position + 1), in: events)
            guard hashes.count <= 20 else { throw Stopwatch.Failure(text: "a proof too long") }
        }
        Measurements.row("proof of inclusion in it, warm", Measurements.milliseconds(proof), "ms")
        let consistency = try await Stopwatch.median(of: 201) {
            position = (position * 48_271) % events
            _ = try await store.consistencyProof(from: position + 1, to: events)
        }
        Measurements.row(
            "proof of consistency in it, warm", Measurements.milliseconds(consistency), "ms")
        let head = try await Stopwatch.median(of: 21) { _ = try await store.checkpoint(at: nil) }
        Measurements.row("root of it", Measurements.milliseconds(head), "ms")
        let path = folder.appendingPathComponent("large.deedbook").path
        let verify = try await Stopwatch.seconds {
            try Stopwatch.run(deedbook, ["verify", "--book", path])
        }.0
        Measurements.row("deedbook verify of it", Measurements.rate(events, verify), "events/s")
    }

    private static func store(
        in folder: URL, _ name: String, growsTree: Bool
    ) throws -> SQLiteStore {
        try SQLiteStore(
            path: folder.appendingPathComponent("\(name).deedbook").path, mode: .create,
            growsTree: growsTree, clock: { Instant(microseconds: 0) })
    }
}
