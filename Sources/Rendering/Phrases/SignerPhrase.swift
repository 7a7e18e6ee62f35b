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
}
