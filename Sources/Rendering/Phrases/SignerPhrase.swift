import EventStore
import Ledger
import Notation
import Terms
import Transparency

/// Signers in words.
enum SignerPhrase {
    /// `signed by ana (1a2b3c4d)`.
    static func text(of signer: RecordingSigner) -> String {
        signer.isValid
            ? "signed by \(KeyPhrase.text(of: signer.key))"
            : "with a signature by \(KeyPhrase.text(of: signer.key)) that is NOT of this recording"
    }

    static let shape = Shape.object(members).named("signature")

    private static let members = Members<RecordingSigner>.all(
        .all(of: KeyPhrase.members, \.key), .member("isValid", .flag, \.isValid))

    /// All of them, by recording.
    static let entry = Shape<(recording: RecordingKey, signer: RecordingSigner)>.object(
        .member("recording", .recording, \.recording), .all(of: members, \.signer))
}

/// Keys in words.
enum KeyPhrase {
    /// `ana (1a2b3c4d)`: who, and which of their keys.
    static func text(of key: VerifierKey) -> String { text(of: key.label) }

    static func text(of signature: NoteSignature) -> String { text(of: signature.label) }

    /// The name and the eight digits after its `+`.
    private static func text(of label: String) -> String {
        "\(label.dropLast(9)) (\(label.suffix(8)))"
    }

    static let members = Members<VerifierKey>.all(
        .member("name", .text, \.name),
        .member("keyID", id, \.label),
        .member("publicKey", .text, \.description))

    /// The id at the end of a key's label.
    static let id = Shape<String> {
        .reference("key-id", to: .pattern("^[0-9a-f]{8}$"))
    } write: {
        .string(String($0.suffix(8)))
    }
}
