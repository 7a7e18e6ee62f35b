import Foundation

/// One run, one table.
@main
enum Measurements {
    static let amendments = 10_000

    static func main() async throws {
        guard let deedbook = CommandLine.arguments.dropFirst().first else {
            throw Stopwatch.Failure(
                text:
                    "usage: Tools/benchmark "
                    + "[append|pieces|reads|trust|generate FILE [AGREEMENTS]|find FILE [PREDICATE]|warm FILE]"
            )
        }
        let words = Array(CommandLine.arguments.dropFirst(2))
        if try await Portfolios.run(words) { return }
        if words.first == "warm" { return try await Reads.warm(words.dropFirst().first) }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "deedbook-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("\(ProcessInfo.processInfo.activeProcessorCount) processors, folder \(folder.path)")
        if CommandLine.arguments.contains("append") { return try await Appends.measure(in: folder) }
        if CommandLine.arguments.contains("pieces") {
            return try await PieceCost.measure(amendments, in: folder)
        }
        if CommandLine.arguments.contains("reads") {
            return try await Reads.measure(amendments, in: folder, with: deedbook)
        }
        if CommandLine.arguments.contains("trust") {
            return try await TrustMeasurements.measure(in: folder, with: deedbook)
        }
        try await Appends.measure(in: folder)
        try await Reads.measure(amendments, in: folder, with: deedbook)
        try await PieceCost.measure(amendments, in: folder)
        try await TrustMeasurements.measure(in: folder, with: deedbook)
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
