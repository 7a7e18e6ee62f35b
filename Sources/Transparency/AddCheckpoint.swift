/// What a log sends to a witness to have a checkpoint cosigned (c2sp.org/tlog-witness, add-checkpoint).
public struct AddCheckpoint: Hashable, Sendable {
    /// The size of the last checkpoint the witness cosigned for this log, as the log believes.
    public let oldSize: Int
    /// That this one continues it.
    public let proof: [TreeHash]
    public let checkpoint: SignedCheckpoint

    public init(oldSize: Int, proof: [TreeHash], checkpoint: SignedCheckpoint) {
        self.oldSize = oldSize
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// Reads the body of a request, strictly.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        let (lines, note) = try LinesAndNote.split(bytes)
        guard let first = lines.first, first.hasPrefix("old "),
            let oldSize = DecimalNumber.read(first.dropFirst(4))
        else { throw .malformed("expected 'old' and a size", line: 1) }
        self.init(
            oldSize: oldSize,
            proof: try LinesAndNote.hashes(lines.dropFirst(), of: lines.count),
            checkpoint: try SignedCheckpoint(parsing: note))
        guard oldSize <= checkpoint.checkpoint.size else {
            throw .malformed(
                "the old size \(oldSize) is above the checkpoint's, \(checkpoint.checkpoint.size)",
                line: 1)
        }
    }

    public var encoded: String {
        "old \(oldSize)\n" + proof.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.encoded
    }
}

/// What a witness makes of a request, before it signs anything.
public enum WitnessDecision: Hashable, Sendable {
    /// Remember the checkpoint; once that is on the disk, cosign it.
    case cosign
    /// No key is configured for the origin.
    case unknownOrigin
    /// None of the origin's keys signed it, or one's signature is wrong.
    case noValidSignature
    /// The witness last saw another size, which it states.
    case wrongOldSize(known: Int)
    /// The proof does not hold, or the same size has another root.
    case inconsistent(ProofError)

    /// The status of HTTP that the protocol gives each.
    public var status: Int {
        switch self {
        case .cosign: 200
        case .unknownOrigin: 404
        case .noValidSignature: 403
        case .wrongOldSize: 409
        case .inconsistent: 422
        }
    }

    /// - Parameters:
    ///   - request: what the log asks to be cosigned.
    ///   - known: the last checkpoint that was cosigned for this origin; nil for none.
    ///   - keys: the keys of logs; those count whose name is the origin.
    public init(
        on request: AddCheckpoint, known: Checkpoint?, keys: [VerifierKey]
    ) {
        let checkpoint = request.checkpoint.checkpoint
        let keys = keys.filter { $0.isNamed(checkpoint.origin) && $0.algorithm == .ed25519 }
        guard !keys.isEmpty else {
            self = .unknownOrigin
            return
        }
        guard (try? request.checkpoint.note.verified(by: keys)) != nil else {
            self = .noValidSignature
            return
        }
        guard request.oldSize == known?.size ?? 0 else {
            self = .wrongOldSize(known: known?.size ?? 0)
            return
        }
        do throws(ProofError) {
            if checkpoint.size == 0, checkpoint.root != .empty {
                throw .rootDiffers(stated: checkpoint.root, computed: .empty)
            }
            try MerkleProof.verifyConsistency(
                from: request.oldSize, known?.root ?? .empty, to: checkpoint.size,
                checkpoint.root, proof: request.proof)
            self = .cosign
        } catch {
            self = .inconsistent(error)
        }
    }
}
