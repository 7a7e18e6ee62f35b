import Testing
import Transparency

/// What a consistency proof shows of two checkpoints, and what is said where it shows nothing.
struct ConsistencyProofTests {
    private let log: SigningKey

    init() throws { log = try CheckpointTests.key("example.com/log", 1) }

    /// From the tree of so many leaves to that of more.
    private func proof(_ old: Int, _ new: Int) throws -> AddCheckpoint {
        let tiles = TilesInMemory(leaves: Naive.leaves(new))
        return AddCheckpoint(
            oldSize: old, proof: MerkleTree.consistencyProof(from: old, to: new, from: tiles),
            checkpoint: try CheckpointTests.signed(new, by: [log]))
    }

    private func head(_ size: Int, _ leaves: [TreeHash]? = nil) -> Checkpoint {
        let tiles = TilesInMemory(leaves: leaves ?? Naive.leaves(size))
        return Checkpoint(
            origin: "example.com/log", size: size, root: MerkleTree.root(size: size, from: tiles))
    }

    /// Another tree of as many leaves.
    private func other(_ size: Int) -> Checkpoint {
        head(size, Naive.leaves(size + 1).reversed().dropLast())
    }

    @Test(arguments: [(0, 9), (1, 9), (4, 9), (5, 9), (8, 9), (9, 9), (0, 0)])
    func `a checkpoint is shown to continue an older one`(old: Int, new: Int) throws {
        try proof(old, new).verify(from: head(old))
        try proof(old, new).verify(from: head(old), to: head(new))
    }

    @Test func `two checkpoints the other way round are reported as that`() throws {
        #expect(throws: ConsistencyError.reversed(older: 9, newer: 5)) {
            try proof(5, 9).verify(from: head(9), to: head(5))
        }
    }

    @Test func `a proof from another size, as an older one is, is reported with both`() throws {
        #expect(throws: ConsistencyError.otherOlder(proof: 4, given: 5)) {
            try proof(4, 9).verify(from: head(5))
        }
        #expect(throws: ConsistencyError.otherOlder(proof: 5, given: 9)) {
            try proof(5, 9).verify(from: head(9))
        }
    }

    @Test func `a proof of another checkpoint than the newer one is reported with both`() throws {
        let own = head(8)
        #expect(throws: ConsistencyError.otherNewer(proof: own, given: head(9))) {
            try proof(5, 8).verify(from: head(5), to: head(9))
        }
        #expect(throws: ConsistencyError.otherNewer(proof: own, given: other(8))) {
            try proof(5, 8).verify(from: head(5), to: other(8))
        }
    }

    @Test(arguments: [1, 4, 5, 8])
    func `an older checkpoint of another history is known by the root that does not fit`(old: Int)
        throws
    {
        let (stated, proof) = (other(old), try proof(old, 9))
        let error = try #require(
            #expect(throws: ConsistencyError.self) { try proof.verify(from: stated) })
        if old == 5 {
            #expect(
                error
                    == .olderRootDiffers(size: 5, stated: stated.root, computed: head(5).root))
        } else {
            // The older tree is one subtree: the hashes lead from whatever root it has to a newer one.
            guard case .newerRootDiffers(9, let newer, _) = error else { throw error }
            #expect(newer == head(9).root)
        }
    }

    @Test(arguments: 0..<5)
    func `a hash that was changed is found, whichever it is`(index: Int) throws {
        let good = try proof(5, 9)
        var hashes = good.proof
        hashes[index] = .leaf([7])
        let changed = AddCheckpoint(oldSize: 5, proof: hashes, checkpoint: good.checkpoint)
        #expect(throws: ConsistencyError.self) { try changed.verify(from: head(5)) }
        let short = AddCheckpoint(
            oldSize: 5, proof: hashes.dropLast(), checkpoint: good.checkpoint)
        #expect(
            throws: ConsistencyError.lengthWrong(
                expected: good.proof.count, found: good.proof.count - 1)
        ) { try short.verify(from: head(5)) }
    }

    @Test(arguments: [0, 9])
    func `as many leaves with another root are a fork`(size: Int) throws {
        let fork = Checkpoint(origin: "example.com/log", size: size, root: .leaf([7]))
        let error = ConsistencyError.forked(
            size: size, older: fork.root, newer: head(size).root)
        #expect(throws: error) { try proof(size, size).verify(from: fork) }
        #expect(error.description.contains(fork.root.base64))
        #expect(error.description.contains(head(size).root.base64))
    }

    @Test func `checkpoints of two logs continue nothing`() throws {
        let other = Checkpoint(origin: "example.com/other", size: 5, root: head(5).root)
        #expect(
            throws: ConsistencyError.originsDiffer(
                older: "example.com/other", newer: "example.com/log")
        ) { try proof(5, 9).verify(from: other) }
    }

    @Test func `what is no request is no consistency proof`() throws {
        #expect(AddCheckpoint.isMeant(by: Array(try proof(5, 9).encoded.utf8)))
        #expect(!AddCheckpoint.isMeant(by: Array("old 5\n\nold friends\n".utf8)))
        #expect(!AddCheckpoint.isMeant(by: Array(try proof(5, 9).checkpoint.encoded.utf8)))
    }
}
