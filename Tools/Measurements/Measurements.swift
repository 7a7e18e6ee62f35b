import Amendments
import Foundation
import Ledger
import LedgerSQLite
import Terms

/// One run, one table.
@main
enum Measurements {
    static let appends = 1_000
    static let amendments = 10_000

    static func main() async throws {
        guard let deedbook = CommandLine.arguments.dropFirst().first else {
            throw Stopwatch.Failure(
                text: "usage: Tools/benchmark [pieces|trust|generate FILE [AGREEMENTS]|find FILE]")
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
        if CommandLine.arguments.contains("trust") {
            return try await TrustMeasurements.measure(in: folder, with: deedbook)
        }
        try await append(in: folder)
        try await terms(in: folder, with: deedbook)
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

    private static func terms(in folder: URL, with deedbook: String) async throws {
        let path = folder.appendingPathComponent("terms.deedbook").path
        let store = try SQLiteStore(path: path, mode: .create, clock: { Instant(microseconds: 0) })
        for recording in [Sample.opening] + (0..<amendments).map(Sample.amendment) {
            _ = try await store.append(recording, by: "clerk", expecting: [:])
        }
        let day = Sample.day(of: amendments / 2)
        let vantage = Vantage(on: day)
        let history = try await store.events(of: Sample.agreement, through: nil)
        let fold = try await Stopwatch.median(of: 5) {
            _ = AgreementReading(Sample.agreement, history: history, from: vantage)
        }
        row("fold", rate(history.count, fold), "events/s")
        let book = Book(store: store)
        let warm = try await Stopwatch.median(of: 5) {
            _ = try await book.conformedCopy(of: Sample.agreement, from: vantage)
        }
        row("terms on a day, warm, \(amendments) amendments", milliseconds(warm), "ms")
        let cold = try await Stopwatch.median(of: 9) {
            try Stopwatch.run(
                deedbook, ["terms", Sample.agreement.text, "--on", day.description, "--book", path])
        }
        row("terms on a day, cold process", milliseconds(cold), "ms")
        let git = try GitHistory(in: folder, amendments: amendments)
        let show = try await Stopwatch.median(of: 9) { try git.show(on: day) }
        row("git rev-list --before and git show", milliseconds(show), "ms")
        row("  git is faster by", String(format: "%.2f", cold / show), "times")
        let start = try await Stopwatch.median(of: 21) {
            try Stopwatch.run(deedbook, ["--version"])
        }
        row("deedbook --version", milliseconds(start), "ms")
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
