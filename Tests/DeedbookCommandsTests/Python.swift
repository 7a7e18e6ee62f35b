import Foundation

/// Runs the Python that has the parsers and validators that are not ours.
enum Python {
    static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, text: String)
    {
        try start(["-c", script] + arguments)
    }

    /// Runs a file in a folder.
    static func run(
        _ file: URL, _ arguments: [String], in folder: String
    ) throws -> (status: Int32, text: String) {
        try start([file.path] + arguments, in: folder)
    }

    private static func start(
        _ arguments: [String], in folder: String? = nil
    ) throws -> (status: Int32, text: String) {
        let own = Fixture.root.appendingPathComponent(".build-python/bin/python3").path
        let given = ProcessInfo.processInfo.environment["DEEDBOOK_PYTHON"]
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [given ?? (FileManager.default.isExecutableFile(atPath: own) ? own : "python3")]
            + ["-W", "ignore"] + arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
