/// What becomes of lines of a checkpoint after its third.
public enum ExtensionLines: Hashable, Sendable {
    /// A checkpoint with them is not read: no one can check what they say, and a book writes none.
    case refused
    /// They are signed with the rest, and mean nothing here: another log may write them, though it should not
    /// (c2sp.org/tlog-checkpoint).
    case ignored
}

/// The head of a tree, not signed (c2sp.org/tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// The log's own name.
    public let origin: String
    /// How many leaves it covers.
    public let size: Int
    public let root: TreeHash

    public init(origin: String, size: Int, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads exactly three lines, and after them extension lines where these are not refused.
    public init(
        parsing text: String, extensions: ExtensionLines = .refused
    ) throws(NoteError) {
        guard text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
            throw .malformed("a checkpoint has no control characters but line feeds")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "" else {
            throw .malformed("a checkpoint has three lines: origin, size, root")
        }
        guard !lines[0].isEmpty else { throw .malformed("the origin is empty", line: 1) }
        guard let size = DecimalNumber.read(lines[1]) else {
            throw .malformed("'\(lines[1])' is no size: decimal, no zero in front", line: 2)
        }
        guard let root = TreeHash(base64: String(lines[2])) else {
            throw .malformed("'\(lines[2])' is no root: base64 of 32 bytes", line: 3)
        }
        switch extensions {
        case .refused:
            guard lines.count == 4 else {
                throw .malformed("extension lines are not read", line: 4)
            }
        case .ignored:
            if let empty = lines.dropLast().firstIndex(of: "") {
                throw .malformed("an extension line is not empty", line: empty + 1)
            }
        }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    /// Whether it is of the log with that origin, byte for byte: two names that only look alike are two logs.
    public func isOf(_ origin: String) -> Bool { self.origin.utf8.elementsEqual(origin.utf8) }

    /// The text that is signed.
    public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}

/// A checkpoint with the signatures under it: the log's own, and those of witnesses.
public struct SignedCheckpoint: Hashable, Sendable {
    public private(set) var note: SignedNote
    public let checkpoint: Checkpoint

    public init(
        note: SignedNote, extensions: ExtensionLines = .refused
    ) throws(NoteError) {
        self.note = note
        checkpoint = try Checkpoint(parsing: note.text, extensions: extensions)
    }

    public init(
        parsing bytes: [UInt8], extensions: ExtensionLines = .refused
    ) throws(NoteError) {
        try self.init(note: try SignedNote(parsing: bytes), extensions: extensions)
    }

    /// Signs a checkpoint with each of the keys.
    public init(_ checkpoint: Checkpoint, signedBy keys: [SigningKey]) throws(NoteError) {
        var signatures: [NoteSignature] = []
        for key in keys { signatures.append(try key.sign(checkpoint.text)) }
        self.checkpoint = checkpoint
        note = try SignedNote(text: checkpoint.text, signatures: signatures)
    }

    /// Adds a signature at the end; one that is there already is not added again.
    public mutating func add(_ signature: NoteSignature) { note.add(signature) }

    /// What the log wrote after the root; no one can check it.
    public var extensionLines: [Substring] {
        Array(note.text.split(separator: "\n").dropFirst(3))
    }

    /// The note as it is kept and sent.
    public var encoded: String { note.encoded }

    /// When a witness saw it, in seconds since 1970; nil where the signature is not a cosignature.
    public func cosignatureTime(_ signature: NoteSignature) -> UInt64? {
        Cosignature.time(of: signature)
    }
}
