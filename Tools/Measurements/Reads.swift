import Amendments
import EventStore
import Foundation
import Ledger
import Questions
import StoreSQLite
import Terms

/// What the answers about one agreement of many amendments take, each as a process of its own, beside git.
enum Reads {
    static func measure(
        _ amendments: Int, in folder: URL, with deedbook: String
    ) async throws {
        let path = folder.appendingPathComponent("reads.deedbook").path
        let store = try SQLiteStore(path: path, mode: .create, clock: { Instant(microseconds: 0) })
        let book = Book(store: store)
        var recorder = Recorder(book)
        let recordings = [Sample.opening] + (0..<amendments).map(Sample.amendment)
        var hundreds: [Double] = []
        let (all, _) = try await Stopwatch.seconds {
            for start in stride(from: 0, to: recordings.count, by: 100) {
                let (time, _) = try await Stopwatch.seconds {
                    for recording in recordings[start..<min(start + 100, recordings.count)] {
                        _ = try await recorder.record(recording, by: "clerk")
                    }
                }
                hundreds.append(time)
            }
        }
        Measurements.row("\(amendments) amendments checked and recorded", text(all), "s")
        Measurements.row(
            "  the last hundred against the second",
            ratio(hundreds[hundreds.count - 2], hundreds[1]),
            "times")
        try await inProcess(book)
        try await cold(amendments, in: folder, path, with: deedbook)
    }

    /// The fold, and terms asked again, of a sample agreement that is in a book already.
    static func warm(_ path: String?) async throws {
        guard let path else {
            throw Stopwatch.Failure(text: "which file? Tools/benchmark warm FILE")
        }
        let store = try SQLiteStore(
            path: path, mode: .readOnly, clock: { Instant(microseconds: 0) })
        try await inProcess(Book(store: store))
    }

    private static func inProcess(_ book: Book) async throws {
        let vantage = Vantage(on: Sample.day(of: Measurements.amendments / 2))
        let history = try await book.store.events(of: Sample.agreement, through: nil)
        let fold = try await Stopwatch.median(of: 5) {
            _ = AgreementReading(Sample.agreement, history: history, from: vantage)
        }
        Measurements.row("fold", Measurements.rate(history.count, fold), "events/s")
        let warm = try await Stopwatch.median(of: 21) {
            _ = try await book.conformedCopy(of: Sample.agreement, from: vantage)
        }
        Measurements.row("terms on a day, warm", Measurements.milliseconds(warm), "ms")
    }

    private static func cold(
        _ amendments: Int, in folder: URL, _ path: String, with deedbook: String
    ) async throws {
        let start = try await Stopwatch.median(of: 21) {
            try Stopwatch.run(deedbook, ["--version"])
        }
        Measurements.row("deedbook --version", Measurements.milliseconds(start), "ms")
        let (early, late) = (Sample.day(of: amendments / 2), Sample.day(of: amendments * 3 / 4))
        let name = Sample.agreement.text
        let git = try GitHistory(in: folder, amendments: amendments)
        let show = try await Stopwatch.median(of: 9) { try git.show(on: early) }
        let diff = try await Stopwatch.median(of: 9) { try git.diff(early, late) }
        let questions: [(String, [String], Double?)] = [
            ("terms --on", ["terms", name, "--on", "\(early)"], show),
            (
                "terms --disclosed-by",
                ["terms", name, "--on", "\(early)", "--disclosed-by", "\(late)"], nil
            ),
            (
                "terms --recorded-at",
                ["terms", name, "--on", "\(late)", "--recorded-at", "\(amendments / 2)"], nil
            ),
            ("diff of two days", ["diff", name, "\(early)", "\(late)"], diff),
            ("why of one term", ["why", name, "royalty.number-7", "--on", "\(early)"], nil),
            (
                "timeline of one term", ["timeline", name, "royalty.number-7", "--on", "\(early)"],
                nil
            ),
            ("show", ["show", "amendment-\(amendments / 2)"], nil),
            ("log -n 20", ["log", "-n", "20"], nil),
        ]
        for (what, words, peer) in questions {
            let time = try await Stopwatch.median(of: 9) {
                try Stopwatch.run(deedbook, words + ["--book", path], mayDiffer: true)
            }
            Measurements.row("\(what), cold", Measurements.milliseconds(time), "ms")
            Measurements.row("  against --version", ratio(time, start), "times")
            guard let peer else { continue }
            Measurements.row("  git, cold", Measurements.milliseconds(peer), "ms")
            Measurements.row("  against git", ratio(time, peer), "times")
        }
    }

    private static func text(_ seconds: Double) -> String { String(format: "%.1f", seconds) }

    private static func ratio(_ ours: Double, _ theirs: Double) -> String {
        String(format: "%.2f", ours / theirs)
    }
}
