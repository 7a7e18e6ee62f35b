/// Everything that shows one entry in a log, in one file (c2sp.org/tlog-proof@v1), named `*.tlog-proof`.
public struct ProofFile: Hashable, Sendable {
    /// Bytes that nothing vouches for by themselves; Deedbook puts the entry there, which its hash proves. What
    /// another log puts there is its own matter.
    public let extra: [UInt8]?
    /// The leaf's, from 0.
    public let index: Int
    /// From the leaf's sibling to the child of the root.
    public let proof: [TreeHash]
    public let checkpoint: SignedCheckpoint

    static let header = "c2sp.org/tlog-proof@v1"

    public init(
        extra: [UInt8]?, index: Int, proof: [TreeHash], checkpoint: SignedCheckpoint
    ) {
        self.extra = extra
        self.index = index
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// Whether bytes are meant to be a proof file, of this version or another.
    public static func isMeant(by bytes: [UInt8]) -> Bool {
        bytes.starts(with: "c2sp.org/tlog-proof@".utf8)
    }

    /// Reads a file, strictly; nothing is verified yet.
    ///
    /// - Parameters:
    ///   - bytes: the file (C2SP tlog-proof).
    ///   - extensions: what becomes of extension lines of its checkpoint.
    public init(
        parsing bytes: [UInt8], extensions: ExtensionLines = .refused
    ) throws(NoteError) {
        let (lines, note) = try LinesAndNote.split(bytes)
        var rest = lines[...]
        guard rest.popFirst() == Self.header else {
            throw .malformed("a proof file begins with '\(Self.header)'", line: 1)
        }
        var extra: [UInt8]?
        if let line = rest.first, line.hasPrefix("extra ") {
            guard let data = Base64.bytes(of: String(line.dropFirst(6))) else {
                throw .malformed("'extra' is followed by base64", line: 2)
            }
            extra = data
            rest.removeFirst()
        }
        guard let line = rest.popFirst(), line.hasPrefix("index "),
            let index = DecimalNumber.read(line.dropFirst(6))
        else {
            throw .malformed(
                "expected 'index' and a number", line: lines.count - rest.count)
        }
        self.init(
            extra: extra, index: index,
            proof: try LinesAndNote.hashes(rest, of: lines.count),
            checkpoint: try SignedCheckpoint(parsing: note, extensions: extensions))
    }

    public var encoded: String {
        let extra = extra.map { "extra \(Base64.text(of: $0))\n" } ?? ""
        return "\(Self.header)\n\(extra)index \(index)\n"
            + proof.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.encoded
    }

    /// Throws unless the entry is the leaf at `index` of the checkpoint's tree.
    ///
    /// Whether the checkpoint is to be believed is another question: see `TrustPolicy.judge`.
    public func verify(_ entry: [UInt8]) throws(ProofError) {
        try MerkleProof.verifyInclusion(
            of: .leaf(entry), index: index, size: checkpoint.checkpoint.size, proof: proof,
            root: checkpoint.checkpoint.root)
    }
}

/// The shape that proof files and requests to witnesses share: lines, an empty one, a note.
enum LinesAndNote {
    /// No path is longer in a tree whose size fits in 63 bits.
    static let hashLimit = 63

    static func split(
        _ bytes: [UInt8]
    ) throws(NoteError) -> (lines: [String], note: [UInt8]) {
        let feed = UInt8(ascii: "\n")
        let gap = bytes.indices.dropLast().first { bytes[$0] == feed && bytes[$0 + 1] == feed }
        guard bytes.count <= 2 * SignedNote.byteLimit, let gap else {
            throw .malformed("expected lines, an empty line, and a checkpoint")
        }
        guard let text = String(validating: bytes[..<gap], as: UTF8.self) else {
            throw .malformed("the lines before the checkpoint are UTF-8 text")
        }
        return (
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            Array(bytes[(gap + 2)...])
        )
    }

    /// - Parameter count: how many lines there are in all, of which these are the last.
    static func hashes(
        _ lines: ArraySlice<String>, of count: Int
    ) throws(NoteError) -> [TreeHash] {
        guard lines.count <= hashLimit else {
            throw .malformed("\(lines.count) hashes; a proof has at most \(hashLimit)")
        }
        var hashes: [TreeHash] = []
        for (index, line) in lines.enumerated() {
            guard let hash = TreeHash(base64: line) else {
                throw .malformed(
                    "'\(line.prefix(60))' is no hash: base64 of 32 bytes",
                    line: count - lines.count + index + 1)
            }
            hashes.append(hash)
        }
        return hashes
    }
}
