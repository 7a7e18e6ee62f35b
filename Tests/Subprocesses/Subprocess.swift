public import Foundation

/// What another program did, run to its end.
///
/// A test that awaits it holds no thread of those on which tests run, of which there are as many as the machine has
/// processors.
public struct Subprocess: Equatable, Sendable {
    /// What it exited with, or the number of the signal that ended it.
    public let status: Int32
    public let output: String
    /// Empty where errors were written into the output.
    public let errors: String

    /// All that it wrote, the errors last.
    public var text: String { output + errors }

    /// Runs a program. It is killed, on Linux with what it started, when the task that awaits it is cancelled.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - input: what it can read; nothing where there is none.
    ///   - environment: all of its variables; those of the tests where there are none.
    ///   - folder: where it runs; where the tests run, without.
    ///   - joinsErrors: whether errors are written into the output, between its lines.
    /// - Throws: what the system says where it cannot be started; `CancellationError`.
    public static func run(
        _ program: String, _ arguments: [String], input: String? = nil,
        environment: [String: String]? = nil, in folder: URL? = nil, joinsErrors: Bool = false
    ) async throws -> Subprocess {
        await places.take()
        defer { places.leave() }
        try Task.checkCancellation()
        let child = Child()
        child.process.executableURL = URL(fileURLWithPath: program)
        child.process.arguments = arguments
        if let environment { child.process.environment = environment }
        if let folder { child.process.currentDirectoryURL = folder }
        let given = try input.map(file)
        defer { try? given?.close() }
        child.process.standardInput = given ?? .nullDevice
        try child.start(joinsErrors: joinsErrors)
        let done = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                child.whenDone { continuation.resume(returning: $0) }
            }
        } onCancel: {
            child.kill()
        }
        try Task.checkCancellation()
        return done
    }

    /// As many at a time as `Tools/suite` runs tests: without it the tests start all at once.
    private static let places = Places(4 * ProcessInfo.processInfo.activeProcessorCount)

    /// A file without a name that has a text: no one waits for a program that does not read it.
    private static func file(_ text: String) throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-input-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forReadingFrom: url)
    }
}
