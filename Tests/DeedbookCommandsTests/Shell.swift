import Foundation
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
        let process = try ProcessTests.process("exec \(line)", in: folder)
        try process.run()
        return process
    }

    /// - Parameter words: what output or errors must have in them.
    func expect(
        _ line: String, _ status: Int32, _ words: String = "",
        at location: SourceLocation = #_sourceLocation
    ) {
        let result = try? ProcessTests.run(line, in: folder)
        let said = (result?.output ?? "") + (result?.errors ?? "")
        #expect(
            result?.status == status && (words.isEmpty || said.contains(words)), "\(line)\n\(said)",
            sourceLocation: location)
    }
}
