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
        #expect(!reply.body.contains("\u{2014}"))
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
        throw WitnessMemoryError("the disk is full")
    }
}
