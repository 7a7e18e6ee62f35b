import Amendments
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms

/// One run, one table.
@main
enum Measurements {
    static let appends = 1_000
    static let amendments = 10_000

    static func main() async throws {
        guard let deedbook = CommandLine.arguments.dropFirst().first else {
            throw Stopwatch.Failure(
                text:
                    "usage: Tools/benchmark [pieces|reads|trust|generate FILE [AGREEMENTS]|find FILE]"
            )
        }
        if try await Portfolios.run(Array(CommandLine.arguments.dropFirst(2))) { return }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "deedbook-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("\(ProcessInfo.processInfo.activeProcessorCount) processors, folder \(folder.path)")
        if CommandLine.arguments.contains("pieces") {
            return try await PieceCost.measure(amendments, in: folder)
        }
        if CommandLine.arguments.contains("reads") {
            return try await Reads.measure(amendments, in: folder, with: deedbook)
        }
        if CommandLine.arguments.contains("trust") {
            return try await TrustMeasurements.measure(in: folder, with: deedbook)
        }
        try await append(in: folder)
        try await Reads.measure(amendments, in: folder, with: deedbook)
        try await PieceCost.measure(amendments, in: folder)
        try await TrustMeasurements.measure(in: folder, with: deedbook)
    }

    /// One writer, one event a recording, every append on the disk before the next.
    private static func append(in folder: URL) async throws {
        let store = try SQLiteStore(
            path: folder.appendingPathComponent("append.deedbook").path, mode: .create,
            clock: { Instant(microseconds: 0) })
        _ = try await store.append(Sample.opening, by: "clerk", expecting: [:])
        let (ours, _) = try await Stopwatch.seconds {
            for index in 0..<appends {
                _ = try await store.append(Sample.amendment(index), by: "clerk", expecting: [:])
            }
        }
        let raw = try RawSQLite(path: folder.appendingPathComponent("raw.sqlite").path)
        var bytes: [StoredEvent] = []
        for number in 1...appends {
            if let stored = try await store.stored(at: Position(number)) { bytes.append(stored) }
        }
        let (theirs, _) = try await Stopwatch.seconds {
            for stored in bytes { try raw.insert(stored) }
        }
        row("durable appends, one writer", rate(appends, ours), "/s")
        row("the same bytes into raw SQLite", rate(appends, theirs), "/s")
        row("  raw is faster by", String(format: "%.2f", ours / theirs), "times")
    }

    static func rate(_ count: Int, _ seconds: Double) -> String {
        String(Int(Double(count) / seconds))
    }

    static func milliseconds(_ seconds: Double) -> String {
        String(format: "%.1f", seconds * 1_000)
    }

    static func row(_ what: String, _ value: String, _ unit: String) {
        let gap = String(repeating: " ", count: max(1, 52 - what.count))
        let pad = String(repeating: " ", count: max(0, 9 - value.count))
        print("\(what)\(gap)\(pad)\(value) \(unit)")
    }
}
