/// A text with signatures under it (c2sp.org/signed-note).
///
/// ```
/// <text, ending in a line feed>
/// <empty line>
/// — <key name> <base64 of key id and signature>
/// ```
public struct SignedNote: Hashable, Sendable {
    /// Ends in a line feed; it is what is signed.
    public let text: String
    public private(set) var signatures: [NoteSignature]

    /// More signatures than that are not read.
    public static let signatureLimit = 100
    /// A note of more bytes than that is not read.
    public static let byteLimit = 1 << 20

    /// Makes a note that can be read back.
    public init(text: String, signatures: [NoteSignature]) throws(NoteError) {
        guard text.utf8.last == UInt8(ascii: "\n") else {
            throw .malformed("the text of a note ends in a line feed")
        }
        guard text.utf8.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }) else {
            throw .malformed("the text of a note has no control characters but line feeds")
        }
        guard signatures.count <= Self.signatureLimit else {
            throw .malformed(
                "\(signatures.count) signatures; at most \(Self.signatureLimit) are read")
        }
        for signature in signatures where !signature.isReadable {
            throw .malformed(
                "'\(signature.name)' with \(signature.bytes.count) bytes is no signature: a name "
                    + "has no spaces and no '+', and a signature is not empty")
        }
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note, strictly; nothing is verified yet.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.byteLimit else {
            throw .malformed("a note of \(bytes.count) bytes; at most \(Self.byteLimit) are read")
        }
        guard let whole = String(validating: bytes, as: UTF8.self) else {
            throw .malformed("a note is UTF-8 text")
        }
        guard let gap = Self.lastGap(in: bytes) else {
            throw .malformed("a note has an empty line between its text and its signatures")
        }
        let text = String(decoding: bytes[...gap], as: UTF8.self)
        let firstLine = text.utf8.count { $0 == UInt8(ascii: "\n") } + 2
        var lines = bytes[(gap + 2)...].split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard whole.utf8.last == UInt8(ascii: "\n"), lines.popLast()?.isEmpty == true,
            !lines.isEmpty
        else { throw .malformed("a note ends in a line of a signature") }
        guard lines.count <= Self.signatureLimit else {
            throw .malformed(
                "\(lines.count) signatures; at most \(Self.signatureLimit) are read")
        }
        var signatures: [NoteSignature] = []
        for (index, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: String(decoding: line, as: UTF8.self)) else {
                throw .malformed(
                    "not a signature: expected '— name base64'", line: firstLine + index)
            }
            signatures.append(signature)
        }
        try self.init(text: text, signatures: signatures)
    }

    /// Where the line feed before the last empty line is.
    private static func lastGap(in bytes: [UInt8]) -> Int? {
        let feed = UInt8(ascii: "\n")
        return bytes.indices.dropLast().last { bytes[$0] == feed && bytes[$0 + 1] == feed }
    }

    /// The note as it is kept and sent.
    public var encoded: String { text + "\n" + signatures.map(\.line).joined() }

    mutating func add(_ signature: NoteSignature) {
        if !signatures.contains(signature) { signatures.append(signature) }
    }

    /// Those of the keys that signed it.
    ///
    /// Signatures of other keys are ignored, as the format demands; a known key's that fails is not.
    ///
    /// - Throws: `signatureInvalid`, or `noKnownSignature` where none of the keys signed it.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [VerifierKey] {
        var signers: [VerifierKey] = []
        for signature in signatures {
            for key in keys where key.made(signature) {
                guard key.isValid(signature, of: text) else {
                    throw .signatureInvalid(key: key.label)
                }
                if !signers.contains(key) { signers.append(key) }
            }
        }
        guard !signers.isEmpty else {
            throw .noKnownSignature(signedBy: signatures.map(\.label))
        }
        return signers
    }
}

/// One line of a note: who signed, with which key, and the signature.
public struct NoteSignature: Hashable, Sendable {
    public let name: String
    /// Distinguishes keys of one name; it is not a secret, and not a fingerprint to rely on.
    public let keyID: UInt32
    /// The signature without the key id; its form depends on the key's algorithm.
    public let bytes: [UInt8]

    public init(name: String, keyID: UInt32, bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads a line without its line feed.
    public init?(line: String) {
        guard let rest = Fields.rest(of: line, after: "\u{2014} "),
            case let parts = Fields.split(rest, at: " "), parts.count == 2,
            KeyName.isValid(parts[0]), let bytes = Base64.bytes(of: parts[1]), bytes.count > 4
        else { return nil }
        self.init(
            name: parts[0], keyID: KeyID.number(of: bytes.prefix(4)),
            bytes: Array(bytes.dropFirst(4)))
    }

    /// The line, with its line feed.
    public var line: String {
        "\u{2014} \(name) \(Base64.text(of: KeyID.bytes(of: keyID) + bytes))\n"
    }

    /// Whether its line can be read back.
    var isReadable: Bool { KeyName.isValid(name) && !bytes.isEmpty }

    /// Name and key id, as people distinguish keys: `example.com/log+530d903a`.
    public var label: String { "\(name)+\(KeyID.text(of: keyID))" }
}

/// The rules for the names of keys.
enum KeyName {
    /// Not empty, without white space and without `+`.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar != "+" && !scalar.properties.isWhitespace
                    && scalar.properties.generalCategory != .control
            }
    }
}

/// The four bytes that stand for a key in a signature.
enum KeyID {
    static func number(of bytes: some Collection<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func bytes(of number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// Eight digits.
    static func text(of number: UInt32) -> String { Hexadecimal.text(of: bytes(of: number)) }
}
