package import Transparency

extension SignedCheckpoint {
    /// The signatures of another note of the same checkpoint that this one lacks.
    ///
    /// - Throws: `checkpointRefused` where both together are more than a note may have: a book that kept
    ///   them could not read its own checkpoint again.
    package func missing(
        from other: SignedCheckpoint
    ) throws(DeedbookError) -> [NoteSignature] {
        var missing: [NoteSignature] = []
        for signature in other.note.signatures
        where !note.signatures.contains(signature) && !missing.contains(signature) {
            missing.append(signature)
        }
        guard note.signatures.count + missing.count <= SignedNote.signatureLimit else {
            throw .checkpointRefused(
                size: checkpoint.size,
                detail: "it would have \(note.signatures.count + missing.count) signatures; "
                    + "at most \(SignedNote.signatureLimit) are kept of one checkpoint")
        }
        return missing
    }
}
