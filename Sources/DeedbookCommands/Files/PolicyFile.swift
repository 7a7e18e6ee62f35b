import EventStore
import Transparency

/// Policy files: whom a verifier believes (c2sp.org/tlog-policy, and recorders).
enum PolicyFile {
    static func read(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> TrustPolicy {
        try parsed(try environment.files.read(path, "policy").bytes, from: path)
    }

    static func parsed(
        _ bytes: [UInt8], from path: String
    ) throws(DeedbookError) -> TrustPolicy {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DeedbookError(in: path, line: 1, "a policy is UTF-8 text", hint: hint)
        }
        do { return try TrustPolicy(parsing: text) } catch {
            throw DeedbookError(in: path, line: error.line, error.message, hint: hint)
        }
    }

    private static let hint =
        "lines are 'log VKEY', 'witness NAME VKEY [URL]', 'group NAME all|any|K NAME…', "
        + "'recorder VKEY [FROM [THROUGH]]' and one 'quorum NAME|none'; deedbook keygen prints "
        + "log, witness and recorder"
}
