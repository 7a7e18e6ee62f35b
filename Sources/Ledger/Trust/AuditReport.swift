public import Amendments
public import Transparency

/// What an audit is given from outside the book. Without any of it, an audit still checks that the book is
/// in order with itself; it cannot tell whether it is the book that others saw.
public struct AuditGrounds: Sendable {
    /// Verifier keys of the keeper, old and new.
    public var keys: [VerifierKey]
    public var policy: TrustPolicy?
    /// A checkpoint that was kept where the keeper of the book cannot write.
    public var saved: SignedCheckpoint?
    /// A checkpoint up to which the book was audited before: what lies before it is not read again.
    public var trusted: SignedCheckpoint?

    public init(
        keys: [VerifierKey] = [], policy: TrustPolicy? = nil, saved: SignedCheckpoint? = nil,
        trusted: SignedCheckpoint? = nil
    ) {
        self.keys = keys
        self.policy = policy
        self.saved = saved
        self.trusted = trusted
    }

    /// The keys that may sign a checkpoint of a book: those given, and the logs of that name in the policy.
    func keeperKeys(of origin: String) -> [VerifierKey] {
        let logs = policy?.logs.map(\.key).filter { $0.isNamed(origin) } ?? []
        return keys + logs.filter { !keys.contains($0) }
    }
}

/// What an audit found.
public struct AuditReport: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case passed
        /// With the number of its faults.
        case failed(Int)
        /// And what it would need.
        case notChecked(String)
    }

    public var origin: String
    /// The tree over the entries that were read: what a checkpoint signed now would say.
    public var head: Checkpoint
    /// By class, each of them.
    public var outcomes: [Fault.Class: Outcome]
    /// All of them, in the order they were found.
    public var faults: [Fault]
    public var eventsRead: Int
    /// The first position that was read, where the audit went on from a trusted checkpoint.
    public var readFrom: Position
    public var checkpoints: Int
    public var signedRecordings: Int
    public var redactedEvents: Int
    /// The newest kept checkpoint, and what the policy says of it.
    public var newest: SignedCheckpoint?
    public var verdict: TrustPolicy.Verdict?
    /// Where the book was forked: notes that cannot both be true of one book.
    public var evidence: [SignedCheckpoint]

    public var isClean: Bool { faults.isEmpty }

    /// The classes that failed, in the order of `Fault.Class`.
    public var failedClasses: [Fault.Class] {
        Fault.Class.allCases.filter {
            if case .failed = outcomes[$0] { true } else { false }
        }
    }
}
