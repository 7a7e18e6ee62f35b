import Crypto
import FoundationEssentials

/// A public key with its name: what someone needs to check signatures (c2sp.org/signed-note).
///
/// Written as `name+id+base64`, a *vkey*, where the id is eight digits and the base64 is of the algorithm's
/// byte and the key.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    public enum Algorithm: UInt8, Hashable, Sendable, CaseIterable {
        /// Ed25519 over the text of a note.
        case ed25519 = 0x01
        /// Ed25519 over a checkpoint with the time it was seen (c2sp.org/tlog-cosignature): a witness's.
        case cosignatureV1 = 0x04
    }

    public let name: String
    public let algorithm: Algorithm
    /// 32 bytes of Ed25519 (RFC 8032).
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256 over name, line feed, algorithm and key.
    public let id: UInt32

    init(name: String, algorithm: Algorithm, publicKey: [UInt8]) {
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        id = KeyID.number(
            of: TreeHash.sha256(Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
                .bytes.prefix(4))
    }

    public init(vkey: String) throws(NoteError) {
        let parts = Fields.split(vkey, at: "+", maxSplits: 2)
        guard parts.count == 3, KeyName.isValid(parts[0]) else {
            throw .keyMalformed("a verifier key is written name+id+base64")
        }
        guard let bytes = Base64.bytes(of: parts[2]), let first = bytes.first else {
            throw .keyMalformed("the last part of a verifier key is base64")
        }
        guard let algorithm = Algorithm(rawValue: first) else {
            throw .keyMalformed("a key of algorithm \(first); 1 and 4, both Ed25519, are known")
        }
        guard bytes.count == 33 else {
            throw .keyMalformed("an Ed25519 key has 32 bytes, not \(bytes.count - 1)")
        }
        self.init(name: parts[0], algorithm: algorithm, publicKey: Array(bytes.dropFirst()))
        guard parts[1] == KeyID.text(of: id) else {
            throw .keyMalformed("the id of this key is \(KeyID.text(of: id)), not \(parts[1])")
        }
    }

    /// The vkey.
    public var description: String {
        "\(label)+\(Base64.text(of: [algorithm.rawValue] + publicKey))"
    }

    /// Name and id.
    public var label: String { "\(name)+\(KeyID.text(of: id))" }

    /// Whether a signature says it is by this key.
    public func made(_ signature: NoteSignature) -> Bool {
        isNamed(signature.name) && signature.keyID == id
    }

    /// Whether its name is that text, byte by byte: `é` can be written in two ways, and an origin in the
    /// other way is another log, of which a witness knows nothing yet.
    public func isNamed(_ text: String) -> Bool { name.utf8.elementsEqual(text.utf8) }

    /// Whether it is this key's signature of a note's text.
    public func isValid(_ signature: NoteSignature, of text: String) -> Bool {
        guard made(signature) else { return false }
        switch algorithm {
        case .ed25519: return isValid(signature.bytes, of: text)
        case .cosignatureV1:
            guard let time = Cosignature.time(of: signature) else { return false }
            return isValid(
                Array(signature.bytes.dropFirst(8)), of: Cosignature.message(text, at: time))
        }
    }

    private func isValid(_ signature: [UInt8], of message: String) -> Bool {
        guard signature.count == 64,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: Data(message.utf8))
    }
}

/// What a witness signs: the time, and the checkpoint (c2sp.org/tlog-cosignature).
enum Cosignature {
    static func message(_ checkpoint: String, at seconds: UInt64) -> String {
        "cosignature/v1\ntime \(seconds)\n\(checkpoint)"
    }

    /// Seconds since 1970, from the eight bytes before the signature; nil where it is not a cosignature.
    static func time(of signature: NoteSignature) -> UInt64? {
        guard signature.bytes.count == 72 else { return nil }
        let time = signature.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        return isTime(time) ? time : nil
    }

    /// Not 0, which would say no time at all, and at most 2^63 − 1.
    static func isTime(_ seconds: UInt64) -> Bool { seconds > 0 && seconds <= Int64.max }
}
