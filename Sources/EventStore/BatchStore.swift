public import Amendments
public import Terms

/// A store that takes many recordings at once, in as few transactions as it can.
public protocol BatchStore: EventStore {
    /// Appends recordings in their order, each all or nothing, up to the first that is refused: those after it may
    /// rest on it.
    ///
    /// - Returns: what became of each, in their order; none of those after the first that is refused. What has a
    ///   receipt survives the death of the process.
    func append(
        _ submissions: [Submission], by recorder: String
    ) async -> [Result<Receipt, DeedbookError>]
}

/// A recording that is to be appended, and what must hold then.
public struct Submission: Sendable {
    public let recording: Recording
    /// The version each agreement must be at; one that is not named may be at any.
    public let expected: [AgreementID: ExpectedVersion]
    /// The recorder's signature, where there is one.
    public let seal: RecorderSeal?
    /// What decides where an agreement is not at its expected version; nil where it is then refused.
    package let decision: Decision?

    public init(
        _ recording: Recording, expecting expected: [AgreementID: ExpectedVersion],
        sealed seal: RecorderSeal?
    ) {
        self.init(recording, expecting: expected, sealed: seal, decision: nil)
    }

    package init(
        _ recording: Recording, expecting expected: [AgreementID: ExpectedVersion],
        sealed seal: RecorderSeal?, decision: Decision?
    ) {
        self.recording = recording
        self.expected = expected
        self.seal = seal
        self.decision = decision
    }
}
