public import Amendments
public import EventStore
public import Terms
public import Transparency

/// What an audit is given from outside the book. Without any of it, an audit still checks that the book is
/// in order with itself; it cannot know whether it is the book that others saw.
public struct AuditGrounds: Sendable {
    /// Verifier keys of the keeper, old and new.
    public var keys: [VerifierKey]
    public var policy: TrustPolicy?
    /// A checkpoint that was kept where the keeper of the book cannot write.
    public var saved: SignedCheckpoint?
    /// A checkpoint up to which the book was audited before: what lies before it is not read again.
    public var trusted: SignedCheckpoint?
    /// The head of the book when its auditor last read it.
    public var seen: Checkpoint?

    public init(
        keys: [VerifierKey] = [], policy: TrustPolicy? = nil, saved: SignedCheckpoint? = nil,
        trusted: SignedCheckpoint? = nil, seen: Checkpoint? = nil
    ) {
        self.keys = keys
        self.policy = policy
        self.saved = saved
        self.trusted = trusted
        self.seen = seen
    }

    /// What could not be checked with what was given, and what it would need.
    ///
    /// - Parameters:
    ///   - unsigned: how many events come after the newest checkpoint.
    ///   - derived: of which form the store's derived tables are.
    func unchecked(
        _ auditClass: Fault.Class, of origin: String, hasCheckpoint: Bool, signedRecordings: Int,
        unsigned: Int, derived: DerivedForm = .current
    ) -> String? {
        let recorders =
            signedRecordings == 0 ? "" : "; recorder signatures checked: \(signedRecordings)"
        switch auditClass {
        case .schema, .order, .contents: return nil
        case .projections: return derived.uncompared
        case .signatures:
            if !hasCheckpoint, saved == nil { return "no checkpoint was ever signed" + recorders }
            if keeperKeys(of: origin).isEmpty {
                return "the keeper's key was not given: --key or --policy" + recorders
            }
            guard hasCheckpoint, unsigned > 0 else { return nil }
            return (unsigned == 1 ? "the last event stands" : "the last \(unsigned) events stand")
                + " under no checkpoint" + recorders
        case .witness:
            guard let policy else { return "no policy: --policy" }
            return policy.quorum == .none ? "the policy asks for no witness" : nil
        case .rollback:
            return saved == nil && trusted == nil && seen == nil
                ? "no checkpoint from outside: --against" : nil
        }
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

    /// What was audited.
    public enum Subject: Hashable, Sendable {
        case book
        /// The export of a whole book.
        case export
        /// The export of one agreement.
        case part(AgreementID)
    }

    public var subject = Subject.book
    public var origin: String
    /// The tree over the entries that were read: what a checkpoint signed now would say. Of a part, the tree
    /// that its events are proved to be in.
    public var head: Checkpoint
    /// By class, each of them.
    public var outcomes: [Fault.Class: Outcome]
    /// All of them, in the order they were found.
    public var faults: [Fault]
    /// What may be in order and does not count, in the order it was found.
    public var doubts: [Doubt]
    public var eventsRead: Int
    /// Whether it was held to a checkpoint that was kept, and not only to what its auditor read before.
    public var isHeldToCheckpoint = false
    /// The first position that was read, where the audit went on from a trusted checkpoint.
    public var readFrom: Position
    public var checkpoints: Int
    /// Of the recordings that were read whole, how many are signed; nil of a part, which may have less of each.
    public var recordings: RecordingCounts?
    public var redactedEvents: Int
    /// The newest kept checkpoint.
    public var newest: SignedCheckpoint?
    /// What the policy says of the newest kept checkpoint; nil without a policy.
    public var verdict: TrustPolicy.Verdict?
    /// Where the book was forked: notes that cannot both be true of one book.
    public var evidence: [SignedCheckpoint]

    public var signedRecordings: Int { recordings?.signed ?? 0 }

    public var isClean: Bool { faults.isEmpty }

    /// What became of each class.
    ///
    /// - Parameter unchecked: why a class could not be checked with what was given; nil where it was.
    static func outcomes(
        of faults: [Fault], unchecked: (Fault.Class) -> String?
    ) -> [Fault.Class: Outcome] {
        var outcomes: [Fault.Class: Outcome] = [:]
        for auditClass in Fault.Class.allCases {
            let count = faults.count { $0.kind.auditClass == auditClass }
            if count > 0 {
                outcomes[auditClass] = .failed(count)
            } else {
                outcomes[auditClass] = unchecked(auditClass).map { .notChecked($0) } ?? .passed
            }
        }
        return outcomes
    }

    /// The classes that failed, in the order of `Fault.Class`.
    public var failedClasses: [Fault.Class] {
        Fault.Class.allCases.filter {
            if case .failed = outcomes[$0] { true } else { false }
        }
    }
}
