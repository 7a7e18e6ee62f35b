import Foundation
import Subprocesses
import Testing

/// One folder, and command lines run in it.
struct Shell {
    let folder: URL

    init(_ name: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(name)-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func mode(of file: String) -> Int? {
        let path = folder.appendingPathComponent(file).path
        return (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }

    /// Starts a command line that goes on until it is ended.
    func start(_ line: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec \(line)"]
        process.environment = try ProcessTests.environment()
        process.currentDirectoryURL = folder
        try process.run()
        return process
    }

    /// - Parameter words: what output or errors must have in them.
    func expect(
        _ line: String, _ status: Int32, _ words: String = "",
        at location: SourceLocation = #_sourceLocation
    ) async {
        let result = try? await ProcessTests.run(line, in: folder)
        let said = result?.text ?? ""
        #expect(
            result?.status == status && (words.isEmpty || said.contains(words)), "\(line)\n\(said)",
            sourceLocation: location)
    }
}
