import Amendments
import EventStore
import Transparency

/// Compares what checkpoints say with what the book is.
struct CheckpointAudit {
    let origin: String
    let size: Int
    let grounds: AuditGrounds
    /// The book's root at each size that a checkpoint names, as far as the book goes.
    let roots: [Int: TreeHash]
    private(set) var faults: [Fault] = []
    private(set) var evidence: [SignedCheckpoint] = []

    init(origin: String, size: Int, grounds: AuditGrounds, roots: [Int: TreeHash]) {
        self.origin = origin
        self.size = size
        self.grounds = grounds
        self.roots = roots
    }

    /// A checkpoint that the book itself keeps.
    mutating func check(kept signed: SignedCheckpoint) {
        let checkpoint = signed.checkpoint
        let position = Position(checkpoint.size)
        guard checkpoint.isOf(origin) else {
            faults.append(
                Fault(
                    .checkpointForeign, at: position,
                    "a checkpoint of '\(checkpoint.origin)' is kept in the book '\(origin)'"))
            return
        }
        if checkpoint.size > size {
            faults.append(
                Fault(
                    .bookShortened, at: position,
                    "a kept checkpoint covers \(checkpoint.size) events; the book has \(size)"))
        } else if roots[checkpoint.size] != checkpoint.root {
            faults.append(
                Fault(
                    .rootDiffers, at: position,
                    "the tree over the entries is not that of the checkpoint kept for it"))
        }
        checkSignatures(of: signed)
    }

    /// A checkpoint that was kept elsewhere.
    ///
    /// - Parameter kept: those of the book, for evidence.
    mutating func check(saved signed: SignedCheckpoint, beside kept: [SignedCheckpoint]) {
        checkSignatures(of: signed)
        let checkpoint = signed.checkpoint
        guard !check(checkpoint, called: "the checkpoint") else { return }
        evidence = [signed] + [contradiction(of: checkpoint, among: kept)].compactMap(\.self)
    }

    /// The head of the book as someone outside saw it, signed or not.
    ///
    /// - Parameter name: what it is called where the book does not continue it.
    /// - Returns: false where the book has as many events, and they are others.
    @discardableResult
    mutating func check(_ outside: Checkpoint, called name: String) -> Bool {
        let position = Position(outside.size)
        func fault(_ kind: Fault.Kind, _ detail: String) {
            faults.append(Fault(kind, at: position, detail))
        }
        guard outside.isOf(origin) else {
            fault(.bookForeign, "\(name) is of '\(outside.origin)', this book is '\(origin)'")
            return true
        }
        guard outside.size <= size else {
            fault(.bookShortened, "\(name) covers \(outside.size) events; the book has \(size)")
            return true
        }
        guard roots[outside.size] != outside.root else { return true }
        fault(
            .bookForked,
            "the first \(outside.size) events are not those that \(name) covers")
        return false
    }

    /// Whether the entries are those that a checkpoint covers.
    func isTrue(_ checkpoint: Checkpoint) -> Bool {
        checkpoint.isOf(origin) && roots[checkpoint.size] == checkpoint.root
    }

    /// A note that the book keeps and that cannot be true beside the checkpoint: of the same size with another
    /// root or, for want of one, the first that the book as it is continues.
    private func contradiction(
        of checkpoint: Checkpoint, among kept: [SignedCheckpoint]
    ) -> SignedCheckpoint? {
        let others = kept.filter { $0.checkpoint != checkpoint }
        return others.first { $0.checkpoint.size == checkpoint.size }
            ?? others.first { other in
                other.checkpoint.size > checkpoint.size
                    && roots[other.checkpoint.size] == other.checkpoint.root
            }
    }

    /// The checkpoint that what lies before it was not read for.
    mutating func check(trusted signed: SignedCheckpoint) { checkSignatures(of: signed) }

    private mutating func checkSignatures(of signed: SignedCheckpoint) {
        let position = Position(signed.checkpoint.size)
        let keys = grounds.keeperKeys(of: origin)
        if !keys.isEmpty {
            do throws(NoteError) {
                _ = try signed.note.verified(by: keys)
            } catch {
                let kind: Fault.Kind =
                    if case .signatureInvalid = error {
                        .signatureInvalid
                    } else {
                        .checkpointUnsigned
                    }
                faults.append(Fault(kind, at: position, "its checkpoint: \(error)"))
            }
        }
        for key in grounds.policy?.judge(signed).forgeries ?? []
        where key.algorithm == .cosignatureV1 {
            faults.append(
                Fault(
                    .cosignatureInvalid, at: position,
                    "the cosignature of \(key.label) is not of its checkpoint"))
        }
    }

    /// A policy that has logs, and none of this book, believes no one who signs it.
    private mutating func checkLogs(at position: Position?) {
        guard let policy = grounds.policy, !policy.logs.isEmpty,
            grounds.keeperKeys(of: origin).isEmpty
        else { return }
        let names = Set(policy.logs.map(\.key.name)).sorted().joined(separator: ", ")
        faults.append(
            Fault(
                .checkpointUnsigned, at: position,
                "the policy has the log \(names), and none of the name '\(origin)'"))
    }

    /// What the policy's quorum says of the newest checkpoint.
    mutating func checkQuorum(_ verdict: TrustPolicy.Verdict?, of newest: SignedCheckpoint?) {
        checkLogs(at: newest.map { Position($0.checkpoint.size) })
        guard let verdict, verdict.quorum != .none, !verdict.isQuorumMet else { return }
        let names = verdict.witnesses.map(\.name)
        faults.append(
            Fault(
                .quorumMissing, at: newest.map { Position($0.checkpoint.size) },
                "the policy asks for \(verdict.quorum.description); cosigned by "
                    + (names.isEmpty ? "no one" : names.joined(separator: ", "))))
    }
}
