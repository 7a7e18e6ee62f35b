import Notation
import Terms
import Transparency

/// Checkpoints in words, with those who signed and cosigned them.
///
/// Names are what the note says; whether the signatures hold is stated by the one who checked them.
enum CheckpointPhrase {
    /// The keeper's signatures: `memory (cb3aa349)`.
    static func signers(of checkpoint: SignedCheckpoint) -> [String] {
        checkpoint.note.signatures.filter { checkpoint.cosignatureTime($0) == nil }
            .map { KeyPhrase.text(of: $0) }
    }

    /// The cosignatures: `lumen.example (1a2b3c4d) at 2025-04-02T22:30:00Z`.
    static func cosigners(of checkpoint: SignedCheckpoint) -> [String] {
        checkpoint.note.signatures.compactMap { signature in
            checkpoint.cosignatureTime(signature).map { time in
                "\(KeyPhrase.text(of: signature)) at \(instant(time))"
            }
        }
    }

    /// `no one`, or the names one after the other.
    static func list(_ names: [String]) -> String {
        names.isEmpty ? "no one" : names.joined(separator: ", ")
    }

    /// An instant as witnesses state it, in seconds since 1970.
    static func instant(_ seconds: UInt64) -> String {
        // The last second of the year 9999: beyond it there is no way to write it.
        guard seconds <= 253_402_300_799 else { return "second \(seconds) since 1970" }
        return Instant(microseconds: Int(seconds) * 1_000_000).description
    }
}
