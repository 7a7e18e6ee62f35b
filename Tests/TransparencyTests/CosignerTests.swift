import Synchronization
import Testing
import Transparency

/// What a witness answers, request for request (c2sp.org/tlog-witness).
struct CosignerTests {
    private let log: SigningKey
    private let key: SigningKey
    private let cosigner: Cosigner

    init() throws {
        log = try CheckpointTests.key("example.com/log", 1)
        key = try CheckpointTests.key("witness.example", 2, .cosignatureV1)
        cosigner = try Cosigner(key: key, logs: [log.verifier], memory: MemoryOfOneRun())
    }

    private func request(_ old: Int, _ new: Int) throws -> AddCheckpoint {
        let tiles = TilesInMemory(leaves: Naive.leaves(new))
        return AddCheckpoint(
            oldSize: old, proof: MerkleTree.consistencyProof(from: old, to: new, from: tiles),
            checkpoint: try CheckpointTests.signed(new, by: [log]))
    }

    private func answer(_ request: AddCheckpoint) async -> WitnessReply {
        await cosigner.answer(Array(request.encoded.utf8), at: 1_700_000_000)
    }

    @Test func `a dialogue has the statuses of the protocol`() async throws {
        var reply = await answer(try request(0, 5))
        #expect(reply.status == 200)
        let lines = try WitnessReply.cosignatures(in: reply.body)
        let text = try CheckpointTests.signed(5, by: [log]).note.text
        #expect(lines.count == 1 && key.verifier.isValid(lines[0], of: text))

        // The same again, as a log that lost the answer would ask.
        reply = await answer(
            AddCheckpoint(
                oldSize: 5, proof: [], checkpoint: try CheckpointTests.signed(5, by: [log])))
        #expect(reply.status == 200)

        reply = await answer(try request(0, 9))
        #expect(reply.status == 409)
        #expect(reply.body == "5\n")
        #expect(reply.contentType == "text/x.tlog.size")

        #expect(await answer(try request(5, 9)).status == 200)
        reply = await answer(try request(5, 7))
        #expect(reply.status == 409 && reply.body == "9\n")
    }

    @Test func `a fork is not cosigned, and changes nothing`() async throws {
        #expect(await answer(try request(0, 5)).status == 200)
        let other = TilesInMemory(leaves: Naive.leaves(9).reversed())
        let fork = try SignedCheckpoint(
            Checkpoint(
                origin: "example.com/log", size: 9, root: MerkleTree.root(size: 9, from: other)),
            signedBy: [log])
        let forged = AddCheckpoint(
            oldSize: 5, proof: MerkleTree.consistencyProof(from: 5, to: 9, from: other),
            checkpoint: fork)
        #expect(await answer(forged).status == 422)
        let sameSize = try SignedCheckpoint(
            Checkpoint(origin: "example.com/log", size: 5, root: .empty), signedBy: [log])
        #expect(
            await answer(AddCheckpoint(oldSize: 5, proof: [], checkpoint: sameSize)).status == 422)
        #expect(await answer(try request(5, 9)).status == 200)
    }

    @Test func `strangers get nothing`() async throws {
        let other = try CheckpointTests.key("example.com/log", 77)
        var unknown = AddCheckpoint(
            oldSize: 0, proof: [], checkpoint: try CheckpointTests.signed(5, by: [other]))
        #expect(await answer(unknown).status == 403)
        unknown = AddCheckpoint(
            oldSize: 0, proof: [],
            checkpoint: try CheckpointTests.signed(5, origin: "example.com/else", by: [log]))
        #expect(await answer(unknown).status == 404)
        // A known key whose signature is wrong, beside one that is right.
        var mixed = try CheckpointTests.signed(5, by: [log])
        mixed.add(
            NoteSignature(
                name: "example.com/log", keyID: log.verifier.id,
                bytes: Array(repeating: 3, count: 64)))
        #expect(
            await answer(AddCheckpoint(oldSize: 0, proof: [], checkpoint: mixed)).status == 403)
    }

    /// Of several things that are wrong, the protocol names the first: 404, 403, 409, 422.
    @Test(arguments: 0..<16)
    func `what is wrong first is what is reported`(faults: Int) throws {
        let (isUnknown, isForged, isStale, isFork) = (
            faults & 8 != 0, faults & 4 != 0, faults & 2 != 0, faults & 1 != 0
        )
        let known = try CheckpointTests.signed(5, by: [log]).checkpoint
        var request = try request(5, 9)
        if isFork { request = with(request, proof: request.proof.reversed() + [.empty]) }
        if isStale { request = with(request, oldSize: 4) }
        let other = try CheckpointTests.key("example.com/log", 77)
        if isForged { request = with(request, signer: other) }
        let keys =
            try isUnknown ? [CheckpointTests.key("example.com/else", 1).verifier] : [log.verifier]
        let decision = WitnessDecision(on: request, known: known, keys: keys)
        let expected = isUnknown ? 404 : isForged ? 403 : isStale ? 409 : isFork ? 422 : 200
        #expect(decision.status == expected)
        if expected == 409 { #expect(decision == .wrongOldSize(known: 5)) }
    }

    private func with(
        _ request: AddCheckpoint, oldSize: Int? = nil, proof: [TreeHash]? = nil,
        signer: SigningKey? = nil
    ) -> AddCheckpoint {
        let signed = signer.flatMap {
            try? SignedCheckpoint(request.checkpoint.checkpoint, signedBy: [$0])
        }
        return AddCheckpoint(
            oldSize: oldSize ?? request.oldSize, proof: proof ?? request.proof,
            checkpoint: signed ?? request.checkpoint)
    }

    @Test func `a log that changes its key is known by either, and each must be right`() throws {
        let newer = try CheckpointTests.key("example.com/log", 5)
        let keys = [log.verifier, newer.verifier]
        func decision(_ signers: [SigningKey]) throws -> WitnessDecision {
            let signed = try CheckpointTests.signed(5, by: signers)
            return WitnessDecision(
                on: AddCheckpoint(oldSize: 0, proof: [], checkpoint: signed), known: nil, keys: keys
            )
        }
        #expect(try decision([log]) == .cosign)
        #expect(try decision([newer]) == .cosign)
        #expect(try decision([log, newer]) == .cosign)
        // A witness's key of the same name is no key of the log.
        let cosigner = try CheckpointTests.key("example.com/log", 1, .cosignatureV1)
        let signed = try CheckpointTests.signed(5, by: [log])
        #expect(
            WitnessDecision(
                on: AddCheckpoint(oldSize: 0, proof: [], checkpoint: signed), known: nil,
                keys: [cosigner.verifier]) == .unknownOrigin)
    }

    @Test(arguments: [
        "", "old 0\n", "old 0\n\n", "old 01\n\nN", "old -1\n\nN", "old 0 \n\nN", "new 0\n\nN",
        "old 0\nAAAA\n\nN", "old 6\n\nN", "old 0\n\nNjunk", "old 0\r\n\nN",
    ])
    func `what is not a request is malformed`(body: String) async throws {
        let note = try CheckpointTests.signed(5, by: [log]).encoded
        let reply = await cosigner.answer(Array(body.replacing("N", with: note).utf8), at: 1)
        #expect(reply.status == 400)
    }

    @Test func `an empty log is cosigned with the root of nothing and no other`() async throws {
        let empty = try CheckpointTests.signed(0, by: [log])
        #expect(
            await answer(AddCheckpoint(oldSize: 0, proof: [], checkpoint: empty)).status == 200)
        let false0 = try SignedCheckpoint(
            Checkpoint(origin: "example.com/log", size: 0, root: .leaf([])), signedBy: [log])
        #expect(
            await answer(AddCheckpoint(oldSize: 0, proof: [], checkpoint: false0)).status == 422)
    }

    @Test func `too many hashes are no request`() throws {
        let hashes = Array(repeating: TreeHash.empty, count: 64)
        let request = AddCheckpoint(
            oldSize: 0, proof: hashes, checkpoint: try CheckpointTests.signed(5, by: [log]))
        #expect(throws: NoteError.self) {
            try AddCheckpoint(parsing: Array(request.encoded.utf8))
        }
    }

    @Test func `a log's key cannot be a witness's`() {
        #expect(throws: NoteError.self) {
            try Cosigner(key: log, logs: [], memory: MemoryOfOneRun())
        }
    }

    @Test func `a witness that cannot write down what it saw signs nothing`() async throws {
        let cosigner = try Cosigner(key: key, logs: [log.verifier], memory: BrokenMemory())
        let reply = await cosigner.answer(Array(try request(0, 5).encoded.utf8), at: 1)
        #expect(reply.status == 500)
        #expect(reply.body == "this witness cannot answer now\n")
        #expect(reply.cause?.isEmpty == false)
    }
}

/// Remembers while it lasts: for tests only.
final class MemoryOfOneRun: WitnessMemory {
    private let known = Mutex<[String: Checkpoint]>([:])

    func decide(
        on request: AddCheckpoint, keys: [VerifierKey]
    ) async throws(WitnessMemoryError) -> WitnessDecision {
        known.withLock { known in
            let checkpoint = request.checkpoint.checkpoint
            let decision = WitnessDecision(
                on: request, known: known[checkpoint.origin], keys: keys)
            if case .cosign = decision { known[checkpoint.origin] = checkpoint }
            return decision
        }
    }
}

private struct BrokenMemory: WitnessMemory {
    func decide(
        on request: AddCheckpoint, keys: [VerifierKey]
    ) async throws(WitnessMemoryError) -> WitnessDecision {
        throw WitnessMemoryError.failed("the disk is full")
    }
}
