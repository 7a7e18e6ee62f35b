import Transparency

/// Checkpoints in JSON, with those who signed and cosigned them.
enum SignedCheckpointJSON {
    static let head = Members<Checkpoint>.all(
        .member("origin", .text, \.origin),
        .member("size", .count, \.size),
        .member("root", .hash, \.root))

    static let shape = made.of { (checkpoint: SignedCheckpoint) in
        (checkpoint.checkpoint, checkpoint)
    }

    /// A checkpoint that no one may have signed.
    static let made = Shape<(checkpoint: Checkpoint, signed: SignedCheckpoint?)>.object(
        .all(of: head, \.checkpoint),
        .list("signatures", signature) { made in
            guard let signed = made.signed else { return [] }
            return signed.note.signatures.map { ($0, signed.cosignatureTime($0)) }
        },
        .nullable("note", .text) { $0.signed?.encoded }
            .described("The signed note; null where unsigned.")
    ).named("checkpoint")

    private static let signature = Shape<(signature: NoteSignature, time: UInt64?)>.object(
        .member("name", .text, \.signature.name),
        .member("keyID", PublicKeyJSON.id, \.signature.label),
        .nullable("cosignedAt", .text) { $0.time.map(CheckpointPhrase.instant) }
            .described("Null: the keeper's."))
}
