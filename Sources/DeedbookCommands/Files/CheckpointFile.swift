import EventStore
import Transparency

/// Files that hold a signed checkpoint (c2sp.org/tlog-checkpoint).
enum CheckpointFile {
    static func read(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> SignedCheckpoint {
        try parsed(try environment.files.read(path, "checkpoint").bytes, from: path)
    }

    static func parsed(
        _ bytes: [UInt8], from path: String
    ) throws(DeedbookError) -> SignedCheckpoint {
        do { return try SignedCheckpoint(parsing: bytes) } catch {
            throw NoteFile.failure(
                error, in: path, "no signed checkpoint",
                hint: "a checkpoint is made with: deedbook checkpoint --key FILE --out FILE")
        }
    }

    static func write(
        _ checkpoint: SignedCheckpoint, to path: String, _ placement: FilePlacement,
        in environment: CommandEnvironment
    ) throws(DeedbookError) {
        try environment.files.write(checkpoint.encoded, to: path, placement)
    }
}

/// What files in the formats of C2SP have in common.
enum NoteFile {
    static func failure(
        _ error: NoteError, in path: String, _ what: String, hint: String
    ) -> DeedbookError {
        switch error {
        case .malformed(let message, let line):
            DeedbookError(in: path, line: line, "\(what): \(message)", hint: hint)
        case .keyMalformed, .signatureInvalid, .noKnownSignature:
            DeedbookError(in: path, "\(what): \(error)", hint: hint)
        }
    }
}
