import Testing
import Transparency

/// The tree of RFC 9162 §2.1, against its definition read word for word.
struct MerkleTreeTests {
    /// The inputs of Certificate Transparency's reference tests, and the roots of the trees of their first 1…8.
    static let inputs: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57),
        Array(0x60...0x6f),
    ]
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test(arguments: zip(1...8, roots))
    func `the reference tree has the published roots`(size: Int, root: String) {
        let leaves = Self.inputs.prefix(size).map { TreeHash.leaf($0) }
        #expect(
            MerkleTree.root(size: size, from: TilesInMemory(leaves: leaves)).hexadecimal == root)
        #expect(Naive.root(leaves).hexadecimal == root)
    }

    @Test func `an empty tree is the hash of nothing, an empty entry is not`() {
        let none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(MerkleTree.root(size: 0, from: TilesInMemory()).hexadecimal == none)
        #expect(CompactTree().root.hexadecimal == none)
        #expect(TreeHash.leaf([]).hexadecimal == Self.roots[0])
    }

    @Test func `leaves and nodes have the published hashes`() {
        #expect(
            TreeHash.leaf(Array("L123456".utf8)).hexadecimal
                == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
    }

    @Test func `the published proofs of the reference tree come out`() {
        let tiles = TilesInMemory(leaves: Self.inputs.map { TreeHash.leaf($0) })
        func starts(_ proof: [TreeHash]) -> [String] {
            proof.map { String($0.hexadecimal.prefix(8)) }
        }
        #expect(
            starts(MerkleTree.inclusionProof(of: 5, size: 8, from: tiles))
                == ["bc1a0643", "ca854ea1", "d37ee418"])
        #expect(
            starts(MerkleTree.consistencyProof(from: 6, to: 8, from: tiles))
                == ["0ebc5d34", "ca854ea1", "d37ee418"])
        #expect(
            starts(MerkleTree.consistencyProof(from: 2, to: 5, from: tiles))
                == ["5f083f0a", "bc1a0643"])
    }

    @Test func `a tree goes on from the path of the leaf after its last`() throws {
        let leaves = Naive.leaves(70)
        let tiles = TilesInMemory(leaves: leaves)
        for size in 0..<70 {
            let path = MerkleTree.inclusionProof(of: size, size: size + 1, from: tiles)
            var tree = try #require(CompactTree(size: size, proofOfNext: path))
            #expect(tree.root == Naive.root(Array(leaves.prefix(size))))
            for leaf in leaves[size...] { tree.append(leaf) }
            #expect(tree.root == Naive.root(leaves) && tree.size == 70)
            #expect(CompactTree(size: size, proofOfNext: path + [.empty]) == nil)
        }
        #expect(CompactTree(size: -1, proofOfNext: []) == nil)
    }

    @Test func `every proof of every tree up to a hundred holds, and is the one the RFC defines`()
        throws
    {
        let leaves = Naive.leaves(100)
        let tiles = TilesInMemory(leaves: leaves)
        var compact = CompactTree()
        for size in 1...100 {
            let root = Naive.root(Array(leaves.prefix(size)))
            compact.append(leaves[size - 1])
            #expect(MerkleTree.root(size: size, from: tiles) == root)
            #expect(compact.root == root && compact.size == size)
            for index in 0..<size {
                let proof = MerkleTree.inclusionProof(of: index, size: size, from: tiles)
                #expect(proof == Naive.path(index, Array(leaves.prefix(size))))
                try MerkleProof.verifyInclusion(
                    of: leaves[index], index: index, size: size, proof: proof, root: root)
            }
            for old in 0...size {
                let proof = MerkleTree.consistencyProof(from: old, to: size, from: tiles)
                let expected = old == 0 ? [] : Naive.growth(old, Array(leaves.prefix(size)))
                #expect(proof == expected)
                try MerkleProof.verifyConsistency(
                    from: old, Naive.root(Array(leaves.prefix(old))), to: size, root, proof: proof)
            }
        }
    }

    @Test(arguments: [255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000])
    func `trees at the edges of tiles have the root that leaf by leaf gives`(size: Int) throws {
        let leaves = Naive.leaves(size)
        let tiles = TilesInMemory(leaves: leaves)
        var compact = CompactTree()
        for leaf in leaves { compact.append(leaf) }
        let root = MerkleTree.root(size: size, from: tiles)
        #expect(compact.root == root)
        for index in [0, 1, size / 2, 254, size - 2, size - 1] {
            try MerkleProof.verifyInclusion(
                of: leaves[index], index: index, size: size,
                proof: MerkleTree.inclusionProof(of: index, size: size, from: tiles), root: root)
        }
        for old in [1, 128, 254, 255, size / 3, size - 1] {
            try MerkleProof.verifyConsistency(
                from: old, MerkleTree.root(size: old, from: tiles), to: size, root,
                proof: MerkleTree.consistencyProof(from: old, to: size, from: tiles))
        }
    }

    @Test func `a proof reads tiles of each level once or twice, however large the tree`() {
        let counting = CountingTiles(TilesInMemory(leaves: Naive.leaves(70_000)))
        _ = MerkleTree.inclusionProof(of: 12_345, size: 70_000, from: counting)
        #expect(counting.hashes.value <= 3 * 256 + 64)
        #expect(counting.reads.value <= 40)
    }
}

/// The definitions of RFC 9162 §2.1, as they are written.
enum Naive {
    static func leaves(_ count: Int) -> [TreeHash] {
        (0..<count).map { number in
            TreeHash.leaf([0, 8, 16].map { UInt8(truncatingIfNeeded: number >> $0) })
        }
    }

    static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    static func root(_ leaves: [TreeHash]) -> TreeHash {
        if leaves.isEmpty { return .empty }
        if leaves.count == 1 { return leaves[0] }
        let middle = split(leaves.count)
        return .node(root(Array(leaves[..<middle])), root(Array(leaves[middle...])))
    }

    static func path(_ index: Int, _ leaves: [TreeHash]) -> [TreeHash] {
        if leaves.count == 1 { return [] }
        let middle = split(leaves.count)
        return index < middle
            ? path(index, Array(leaves[..<middle])) + [root(Array(leaves[middle...]))]
            : path(index - middle, Array(leaves[middle...])) + [root(Array(leaves[..<middle]))]
    }

    static func growth(_ old: Int, _ leaves: [TreeHash], isWhole: Bool = true) -> [TreeHash] {
        if old == leaves.count { return isWhole ? [] : [root(leaves)] }
        let middle = split(leaves.count)
        return old <= middle
            ? growth(old, Array(leaves[..<middle]), isWhole: isWhole)
                + [root(Array(leaves[middle...]))]
            : growth(old - middle, Array(leaves[middle...]), isWhole: false)
                + [root(Array(leaves[..<middle]))]
    }
}

private final class Counter {
    var value = 0
}

private struct CountingTiles: HashTiles {
    let reads = Counter()
    let hashes = Counter()
    private let tiles: TilesInMemory

    init(_ tiles: TilesInMemory) { self.tiles = tiles }

    func hashes(level: Int, _ range: Range<Int>) throws(Never) -> [TreeHash] {
        reads.value += 1
        hashes.value += range.count
        return tiles.hashes(level: level, range)
    }
}
