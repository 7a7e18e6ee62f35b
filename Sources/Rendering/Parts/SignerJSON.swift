import EventStore
import Notation
import Terms
import Transparency

/// Who signed a recording, in JSON.
enum SignerJSON {
    static let shape = Shape.object(members).named("signature")

    private static let members = Members<RecordingSigner>.all(
        .all(of: PublicKeyJSON.members, \.key), .member("isValid", .flag, \.isValid))

    /// All of them, by recording.
    static let entry = Shape<(recording: RecordingKey, signer: RecordingSigner)>.object(
        .member("recording", .recording, \.recording), .all(of: members, \.signer))
}

/// Public keys in JSON.
enum PublicKeyJSON {
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
