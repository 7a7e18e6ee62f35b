import Amendments
import EventStore
import Ledger
import Terms
import Transparency

extension TreeConformanceCheck {
    func checkpointsComeBack() async throws {
        try await store.keep(try await signed(at: nil))
        try await fill(3)
        let second = try await signed(at: nil)
        try await store.keep(second)
        try await later()
        let kept = try await store.checkpoints()
        try require(kept.map(\.checkpoint.size) == [0, 3], "\(kept.map(\.checkpoint.size))")
        try require(kept.last?.encoded == second.encoded, "the note is another one")
    }

    private func later() async throws { try await basic.append(Sample.recording("later")) }

    func checkpointsComeInOrder() async throws {
        try await fill(6)
        let sizes = [4, 1, 6, 0]
        for size in sizes { try await store.keep(try await signed(at: size)) }
        let kept = try await store.checkpoints().map(\.checkpoint.size)
        try require(kept == sizes.sorted(), "they come as \(kept)")
    }

    func sameCheckpointAgain() async throws {
        try await fill(2)
        let checkpoint = try await signed(at: nil)
        for _ in 0..<3 { try await store.keep(checkpoint) }
        let kept = try await store.checkpoints()
        try require(kept == [checkpoint], "\(kept.count) are kept: \(kept.map(\.encoded))")
    }

    func laterSignatures() async throws {
        try await fill(2)
        var checkpoint = try await signed(at: nil)
        let first = checkpoint.encoded
        try await store.keep(checkpoint)
        let witness = try SigningKey(
            name: "witness", algorithm: .cosignatureV1, seed: Array(repeating: 9, count: 32))
        var lines = first
        for time in [1_700_000_000, 1_700_000_060] as [UInt64] {
            let cosignature = try witness.cosign(checkpoint.note.text, at: time)
            // What comes back from a witness has its own line only, beside the log's.
            checkpoint = try await signed(at: nil)
            checkpoint.add(cosignature)
            try await store.keep(checkpoint)
            lines += cosignature.line
            let kept = try await store.checkpoints().map(\.encoded)
            try require(kept == [lines], "kept is \(kept)")
        }
        var rotated = try await signed(at: nil)
        rotated.add(try key(2).sign(rotated.note.text))
        try await store.keep(rotated)
        let kept = try await store.checkpoints()
        try require(kept.count == 1, "\(kept.count) notes of one checkpoint")
        try require(
            kept.first?.encoded.hasPrefix(lines) ?? false, "an older line moved: \(kept)")
        try require(kept.first?.note.signatures.count == 4, "a line is missing")
    }

    /// A note that has more signatures than a note may have could not be read again.
    func tooManySignatures() async throws {
        try await fill(1)
        let witness = try SigningKey(
            name: "witness", algorithm: .cosignatureV1, seed: Array(repeating: 9, count: 32))
        for number in 1..<SignedNote.signatureLimit {
            var checkpoint = try await signed(at: nil)
            checkpoint.add(
                try witness.cosign(checkpoint.note.text, at: 1_700_000_000 + UInt64(number)))
            try await store.keep(checkpoint)
        }
        let full = try await store.checkpoints()
        try require(
            full.first?.note.signatures.count == SignedNote.signatureLimit,
            "\(full.first?.note.signatures.count ?? 0) of \(SignedNote.signatureLimit) are kept")
        var more = try await signed(at: nil)
        more.add(try witness.cosign(more.note.text, at: 1_800_000_000))
        var isRefused = false
        do { try await store.keep(more) } catch {
            if case .checkpointRefused(1, _) = error { isRefused = true }
        }
        try require(isRefused, "one signature too many was kept")
        let kept = try await store.checkpoints()
        try require(kept == full, "a refused signature changed what is kept")
    }

    func foreignCheckpoints() async throws {
        try await fill(2)
        let own = try await store.checkpoint(at: nil)
        let foreign = Checkpoint(origin: own.origin + "x", size: own.size, root: own.root)
        try await requireRefused(foreign) {
            if case .checkpointRefused(2, _) = $0 { true } else { false }
        }
    }

    func falseCheckpoints() async throws {
        try await fill(3)
        let own = try await store.checkpoint(at: nil)
        let older = try await store.checkpoint(at: 2)
        let otherRoot = Checkpoint(origin: own.origin, size: own.size, root: older.root)
        try await requireRefused(otherRoot) {
            if case .checkpointRefused(3, _) = $0 { true } else { false }
        }
        let beyond = Checkpoint(origin: own.origin, size: 4, root: own.root)
        try await requireRefused(beyond) {
            $0 == .beyondHead(asked: Position(4), head: Position(3))
        }
    }

    /// Expects a checkpoint to be refused, however well it is signed.
    private func requireRefused(
        _ checkpoint: Checkpoint, _ isExpected: (DeedbookError) -> Bool
    ) async throws {
        let key = try SigningKey(name: checkpoint.origin, seed: Array(repeating: 1, count: 32))
        let signed = try SignedCheckpoint(checkpoint, signedBy: [key])
        try await requireError("a checkpoint of \(checkpoint.size)", isExpected) {
            try await store.keep(signed)
        }
        let kept = try await store.checkpoints()
        try require(kept.isEmpty, "it was kept all the same")
    }
}
