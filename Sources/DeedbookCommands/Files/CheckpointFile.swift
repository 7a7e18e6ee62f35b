import Transparency

/// Files that hold a signed checkpoint (c2sp.org/tlog-checkpoint).
enum CheckpointFile {
    static func read(
        _ path: String, in environment: CommandEnvironment
    ) throws(CommandFailure) -> SignedCheckpoint {
        let bytes = try NoteFile.bytes(of: path, "checkpoint", in: environment)
        do { return try SignedCheckpoint(parsing: bytes) } catch {
            throw NoteFile.failure(
                error, in: path, "no signed checkpoint",
                hint: "a checkpoint is made with: deedbook checkpoint --key FILE --out FILE")
        }
    }

    static func write(
        _ checkpoint: SignedCheckpoint, to path: String, _ placement: FilePlacement,
        in environment: CommandEnvironment
    ) throws(CommandFailure) {
        do {
            try environment.files.write(Array(checkpoint.encoded.utf8), to: path, placement)
        } catch {
            throw CommandFailure(writing: path, error)
        }
    }
}

/// What files in the formats of C2SP have in common.
enum NoteFile {
    static func bytes(
        of path: String, _ what: String, in environment: CommandEnvironment
    ) throws(CommandFailure) -> [UInt8] {
        do { return try environment.files.read(path).bytes } catch {
            throw CommandFailure(reading: path, what, error)
        }
    }

    static func failure(
        _ error: NoteError, in path: String, _ what: String, hint: String
    ) -> CommandFailure {
        switch error {
        case .malformed(let message, let line):
            CommandFailure(in: path, line: line, "\(what): \(message)", hint: hint)
        case .keyMalformed, .signatureInvalid, .noKnownSignature:
            CommandFailure(in: path, "\(what): \(error)", hint: hint)
        }
    }
}
