import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms

/// What it costs to keep the table of pieces: the same amendments with and without.
enum PieceCost {
    static func measure(_ amendments: Int, in folder: URL) async throws {
        let without = try await appends(amendments, keepsPieces: false, in: folder)
        let with = try await appends(amendments, keepsPieces: true, in: folder)
        for (name, times) in [("without pieces", without), ("with pieces", with)] {
            Measurements.row(
                "\(amendments) amendments of 30 terms, \(name)",
                String(format: "%.2f", times.reduce(0, +)), "s")
            for (part, time) in [("first", times[0]), ("last", times[times.count - 1])] {
                Measurements.row(
                    "  the \(part) tenth, each",
                    String(format: "%.0f", time / Double(amendments / 10) * 1e6), "µs")
            }
        }
    }

    /// The seconds of each tenth of the appends.
    private static func appends(
        _ amendments: Int, keepsPieces: Bool, in folder: URL
    ) async throws -> [Double] {
        let store = try SQLiteStore(
            path: folder.appendingPathComponent("pieces-\(keepsPieces).deedbook").path,
            mode: .create, growsTree: true, keepsPieces: keepsPieces,
            clock: { Instant(microseconds: 0) })
        _ = try await store.append(Sample.opening, by: "clerk", expecting: [:])
        var times: [Double] = []
        for tenth in 0..<10 {
            let (seconds, _) = try await Stopwatch.seconds {
                for index in (amendments / 10 * tenth)..<(amendments / 10 * (tenth + 1)) {
                    _ = try await store.append(Sample.amendment(index), by: "clerk", expecting: [:])
                }
            }
            times.append(seconds)
        }
        if keepsPieces {
            let (seconds, faults) = await Stopwatch.seconds { await store.pieceFaults() }
            Measurements.row(
                "comparing them with the events (\(faults.count) faults)",
                String(format: "%.2f", seconds), "s")
        }
        return times
    }
}
