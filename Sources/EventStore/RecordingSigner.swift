public import Terms
public import Transparency

/// Who signed a recording, and whether the signature is of what the book holds.
public struct RecordingSigner: Hashable, Sendable {
    public var key: VerifierKey
    /// False where the signature is of something else: then it says nothing.
    public var isValid: Bool
    public var recordedAt: Instant

    /// - Parameters:
    ///   - signature: the signature that the recording carries.
    ///   - recordedAt: when it was recorded.
    ///   - entries: all of the recording that carries the signature, in order.
    public init(
        _ signature: RecorderSignature, of entries: [EntryContents], recordedAt: Instant
    ) {
        key = signature.key
        isValid = signature.isValid(for: entries)
        self.recordedAt = recordedAt
    }

    /// Why it does not count by a policy, to follow the recording's name; nil where it does.
    public func refusal(by policy: TrustPolicy) -> String? {
        guard isValid else { return "has a signature of \(key.label) that is not of it" }
        return policy.judge(recorder: key, at: recordedAt).refusal(of: key)
            .map { "is signed by \(key.label), \($0)" }
    }
}

/// The signers of recordings, by the recordings' keys; who is not there did not sign.
public typealias RecordingSigners = [RecordingKey: RecordingSigner]
