public import Terms
public import Transparency

/// Who signed a recording, and whether the signature is of what the book holds.
public struct RecordingSigner: Hashable, Sendable {
    public var key: VerifierKey
    /// False where the signature is of something else: then it says nothing.
    public var isValid: Bool

    public init(key: VerifierKey, isValid: Bool) {
        self.key = key
        self.isValid = isValid
    }

    /// - Parameter entries: all of the recording that carries the signature, in order.
    public init(_ signature: RecorderSignature, of entries: [EntryContents]) {
        self.init(key: signature.key, isValid: signature.isValid(for: entries))
    }
}

/// The signers of recordings, by the recordings' keys; who is not there did not sign.
public typealias RecordingSigners = [RecordingKey: RecordingSigner]
