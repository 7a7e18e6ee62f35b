import Crypto
import FoundationEssentials

/// A private key with its name. Nothing prints it but `skey`, which a key file holds.
public struct SigningKey: Sendable {
    public let verifier: VerifierKey
    private let seed: [UInt8]
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a key from 32 random bytes.
    public init(
        name: String, algorithm: VerifierKey.Algorithm = .ed25519, seed: [UInt8]
    ) throws(NoteError) {
        guard KeyName.isValid(name) else {
            throw .keyMalformed("'\(name)' is no key name: no spaces, no '+', not empty")
        }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .keyMalformed("a private key has 32 bytes, not \(seed.count)")
        }
        self.seed = seed
        self.key = key
        verifier = VerifierKey(
            name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// Makes a key from the system's random generator.
    public static func generate(
        name: String, algorithm: VerifierKey.Algorithm = .ed25519
    ) throws(NoteError) -> SigningKey {
        try SigningKey(
            name: name, algorithm: algorithm,
            seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// Reads `PRIVATE+KEY+name+id+base64`, the base64 of the algorithm's byte and the seed.
    public init(skey: String) throws(NoteError) {
        guard let rest = Fields.rest(of: skey, after: "PRIVATE+KEY+"),
            case let parts = Fields.split(rest, at: "+", maxSplits: 2), parts.count == 3
        else {
            throw .keyMalformed("a signing key is written PRIVATE+KEY+name+id+base64")
        }
        guard let bytes = Base64.bytes(of: parts[2]), let first = bytes.first,
            let algorithm = VerifierKey.Algorithm(rawValue: first)
        else {
            throw .keyMalformed("the last part of a signing key is base64 of an Ed25519 seed")
        }
        try self.init(name: parts[0], algorithm: algorithm, seed: Array(bytes.dropFirst()))
        guard parts[1] == KeyID.text(of: verifier.id) else {
            throw .keyMalformed("the id of this key is \(KeyID.text(of: verifier.id))")
        }
    }

    /// What a key file holds.
    public var skey: String {
        "PRIVATE+KEY+\(verifier.label)+\(Base64.text(of: [verifier.algorithm.rawValue] + seed))"
    }

    /// Signs a note's text with a key of the algorithm `ed25519`.
    public func sign(_ text: String) throws(NoteError) -> NoteSignature {
        guard verifier.algorithm == .ed25519 else {
            throw .keyMalformed("\(verifier.label) is a witness's key: it only cosigns")
        }
        return signature(try signed(text))
    }

    /// Signs a checkpoint's text as seen at a time, with a key of the algorithm `cosignatureV1`.
    public func cosign(
        _ checkpoint: String, at seconds: UInt64
    ) throws(NoteError) -> NoteSignature {
        guard verifier.algorithm == .cosignatureV1 else {
            throw .keyMalformed("\(verifier.label) is not a witness's key: make one with --witness")
        }
        guard Cosignature.isTime(seconds) else {
            throw .malformed("\(seconds) is no time for a cosignature: is the clock set?")
        }
        let time = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) }
        return signature(time + (try signed(Cosignature.message(checkpoint, at: seconds))))
    }

    private func signed(_ message: String) throws(NoteError) -> [UInt8] {
        do { return [UInt8](try key.signature(for: Data(message.utf8))) } catch {
            throw .keyMalformed("\(verifier.label) cannot sign: \(error)")
        }
    }

    private func signature(_ bytes: [UInt8]) -> NoteSignature {
        NoteSignature(name: verifier.name, keyID: verifier.id, bytes: bytes)
    }
}

/// Without these, Swift would write the seed wherever a key is put into a message, printed or dumped, or
/// stands in a test that fails.
extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whose key it is, and nothing secret.
    public var description: String { "private key of \(verifier.label)" }

    public var debugDescription: String { description }

    /// Has the public half only.
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
