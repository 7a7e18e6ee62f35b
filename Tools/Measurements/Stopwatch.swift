import Dispatch
import Foundation

/// Times what runs: in this process, or as one.
enum Stopwatch {
    /// Seconds that `body` takes.
    static func seconds<Result>(_ body: () async throws -> Result) async rethrows -> (
        Double, Result
    ) {
        let start = ContinuousClock.now
        let result = try await body()
        let time = (ContinuousClock.now - start).components
        return (Double(time.seconds) + Double(time.attoseconds) / 1e18, result)
    }

    /// The median of the seconds of several runs, after one that does not count.
    static func median(of runs: Int, _ body: () async throws -> Void) async throws -> Double {
        try await body()
        var times: [Double] = []
        for _ in 0..<runs { times.append(try await seconds(body).0) }
        return times.sorted()[runs / 2]
    }

    /// Runs a program to its end, its output thrown away; a failure is an error.
    ///
    /// - Parameter mayDiffer: whether status 1 is no failure: it says that there is a difference.
    static func run(
        _ program: String, _ arguments: [String], input: URL? = nil, mayDiffer: Bool = false
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
        // Waiting for the exit itself would look only every 50 ms.
        let exited = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in exited.signal() }
        try process.run()
        exited.wait()
        let status = process.terminationStatus
        guard status == 0 || mayDiffer && status == 1 else {
            throw Failure(text: "\(program) \(arguments.joined(separator: " ")) failed")
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }
}
