import Amendments
import EventStore
import Ledger
import StoreConformance
import Terms
import Transparency

/// The reference store with one flaw in what can be proved of it.
struct FlawedTamperEvidentStore: ForwardingStore, TamperEvidentStore {
    let store: InMemoryStore
    /// What this store does wrong; nothing else.
    private let flaw: TamperEvidentPromise

    init(_ flaw: TamperEvidentPromise, clock: TestClock) {
        self.flaw = flaw
        store = InMemoryStore(clock: { clock.now() })
    }

    var origin: String { flaw == .entriesNameTheBook ? "another" : store.origin }

    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        let receipt: Receipt
        do {
            receipt = try await store.append(
                recording, by: recorder, expecting: expected,
                sealed: flaw == .signaturesAreKept ? nil : seal)
        } catch {
            switch (flaw, error) {
            case (.redactingNothingIsRefused, .redactsNothing),
                (.falseSealsAreRefused, .sealRefused):
                return Receipt(
                    key: recording.key, first: Position(1), last: Position(1),
                    recordedAt: Instant(microseconds: 0), isRepeated: false)
            default: throw error
            }
        }
        if flaw == .redactedRecordingsKeepTheirKey, receipt.isRepeated {
            throw .keyReused(receipt.key, recordedAt: receipt.first)
        }
        return receipt
    }

    func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        var stored = try await store.stored(at: position)
        guard case .redacted(var remains)? = stored?.payload else { return stored }
        switch flaw {
        case .redactionTakesThePayloadOut:
            stored?.payload = .present(
                bytes: remains.bytes, salt: Array(repeating: 0, count: 16))
        case .secondRedactionLeavesTheRemains:
            remains.redactedBy = try await store.head()
            stored?.payload = .redacted(remains)
        default: break
        }
        return stored
    }

    func structuralFaults() async -> [Fault] {
        flaw == .soundBooksHaveNoFaults ? [Fault(.rowStray, "nothing")] : []
    }
}

extension FlawedTamperEvidentStore {
    func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint {
        let checkpoint = try await store.checkpoint(at: try await flawed(size))
        guard flaw == .rootsAreThoseOfTheLeaves, checkpoint.size > 256 else { return checkpoint }
        let older = try await store.checkpoint(at: checkpoint.size - 1)
        return Checkpoint(origin: origin, size: checkpoint.size, root: older.root)
    }

    private func flawed(_ size: Int?) async throws(DeedbookError) -> Int? {
        guard flaw == .sizesBeyondTheHeadAreRefused, let size else { return size }
        return max(0, min(size, try await store.head().number))
    }

    func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        let proof = try await store.inclusionProof(of: position, in: size)
        return flaw == .inclusionIsProved ? Array(proof.dropLast()) : proof
    }

    func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash] {
        let proof = try await store.consistencyProof(from: old, to: new)
        return flaw == .consistencyIsProved ? Array(proof.dropLast()) : proof
    }

    func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError) {
        do { try await store.keep(checkpoint) } catch {
            switch flaw {
            case .foreignCheckpointsAreRefused, .falseCheckpointsAreRefused,
                .tooManySignaturesAreRefused:
                return
            default: throw error
            }
        }
    }

    func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint] {
        let kept = try await store.checkpoints()
        return switch flaw {
        case .checkpointsComeBackByteForByte: kept.map { resigned($0) ?? $0 }
        case .checkpointsComeInOrder: kept.reversed()
        case .sameCheckpointAgainChangesNothing: kept + kept
        case .laterSignaturesStandAtTheEnd: kept.map { reversed($0) ?? $0 }
        default: kept
        }
    }

    private func resigned(_ checkpoint: SignedCheckpoint) -> SignedCheckpoint? {
        let key = try? SigningKey(name: origin, seed: Array(repeating: 7, count: 32))
        return key.flatMap { try? SignedCheckpoint(checkpoint.checkpoint, signedBy: [$0]) }
    }

    private func reversed(_ checkpoint: SignedCheckpoint) -> SignedCheckpoint? {
        let note = try? SignedNote(
            text: checkpoint.note.text, signatures: checkpoint.note.signatures.reversed())
        return note.flatMap { try? SignedCheckpoint(note: $0) }
    }

    func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow] {
        let wanted = flaw == .rowsComeInPages ? Int.max : limit
        return try await store.rows(after: position, limit: wanted).map { row in
            var row = row
            switch flaw {
            case .leavesAreTheHashesOfEntries: row.leaf = Array(repeating: 0, count: 32)
            case .rowsAreAllThatIsStored: row.columns.version += 1
            case .redactionLeavesTheTreeAlone where row.remains != nil: row.entry.append(0x20)
            case .remainsAreProvedByTheRedaction: row.remains?.bytes.append(0x20)
            default: break
            }
            return row
        }
    }
}
