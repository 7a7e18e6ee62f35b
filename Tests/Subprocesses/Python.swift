public import Foundation

/// The Python that has the parsers and validators that are not ours.
public enum Python {
    /// Runs a script.
    public static func run(
        _ script: String, _ arguments: [String] = [], input: String? = nil
    ) async throws -> Subprocess {
        try await start(["-c", script] + arguments, input: input)
    }

    /// Runs a file.
    ///
    /// - Parameter folder: where it runs; where the tests run, without.
    public static func run(
        _ file: URL, _ arguments: [String] = [], input: String? = nil, in folder: URL? = nil
    ) async throws -> Subprocess {
        try await start([file.path] + arguments, input: input, in: folder)
    }

    public static func has(_ module: String) async throws -> Bool {
        try await run("import \(module)").status == 0
    }

    private static func start(
        _ arguments: [String], input: String?, in folder: URL? = nil
    ) async throws -> Subprocess {
        try await Subprocess.run(
            "/usr/bin/env", [command, "-W", "ignore"] + arguments, input: input, in: folder)
    }

    /// The one that `DEEDBOOK_PYTHON` names, else the one that `Tools/install --tests` made, else that of the system.
    private static var command: String {
        if let given = ProcessInfo.processInfo.environment["DEEDBOOK_PYTHON"] { return given }
        let own = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(".build-python/bin/python3").path
        return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    }
}
