public import Terms

/// Whom a verifier believes: logs, witnesses, and how many of them (c2sp.org/tlog-policy), and recorders.
///
/// ```
/// log <vkey> [<url>]
/// witness NAME <vkey> [<url>]
/// group NAME all|any|<k> MEMBER…
/// quorum NAME|none
/// recorder <vkey> [FROM [THROUGH]]
/// ```
///
/// The last line is Deedbook's own: C2SP knows no recorders, and other readers of policies may refuse a file with one.
public struct TrustPolicy: Hashable, Sendable {
    public struct Log: Hashable, Sendable {
        public let key: VerifierKey
        public let url: String?
    }

    public struct Witness: Hashable, Sendable {
        /// What the policy calls it; it means nothing elsewhere.
        public let name: String
        public let key: VerifierKey
        public let url: String?
    }

    /// Which witnesses are enough.
    public indirect enum Quorum: Hashable, Sendable {
        case none
        case witness(Witness)
        case group(name: String, threshold: Int, members: [Quorum])

        /// How many groups may stand in each other: who judges a policy goes down all of them.
        static let depthLimit = 32

        /// How many groups stand in each other, the outermost included.
        var depth: Int {
            switch self {
            case .none, .witness: 0
            case .group(_, _, let members): 1 + (members.map(\.depth).max() ?? 0)
            }
        }

        /// - Parameter keys: the public keys of the witnesses that cosigned.
        func isMet(by keys: Set<[UInt8]>) -> Bool {
            switch self {
            case .none: true
            case .witness(let witness): keys.contains(witness.key.publicKey)
            case .group(_, let threshold, let members):
                members.count { $0.isMet(by: keys) } >= threshold
            }
        }

        /// As people read it: `2 of (a, b, c)`.
        public var description: String {
            switch self {
            case .none: "none"
            case .witness(let witness): witness.name
            case .group(_, let threshold, let members):
                "\(threshold) of (\(members.map(\.description).joined(separator: ", ")))"
            }
        }
    }

    /// A key of someone who records, pinned: no other key is theirs. Who has several in the policy may use each in
    /// its time; where the times overlap, one key is to follow the other.
    public struct Recorder: Hashable, Sendable {
        /// Its name is the recorder's.
        public let key: VerifierKey
        /// The first instant of its time; nil: it always was theirs.
        public let from: Instant?
        /// The last instant of its time; nil: it still is theirs.
        public let through: Instant?

        /// Whether it is theirs then.
        public func counts(at instant: Instant) -> Bool {
            (from.map { $0 <= instant } ?? true) && (through.map { instant <= $0 } ?? true)
        }

        /// Its time as people read it: `from 2025-01-01 through 2026-12-31`, empty where it has no bounds.
        public var time: String {
            let first = from.map {
                "from \($0 == Instant(startOf: $0.day) ? "\($0.day)" : "\($0)")"
            }
            let last = through.map {
                "through \($0 == Instant(endOf: $0.day) ? "\($0.day)" : "\($0)")"
            }
            return [first, last].compactMap(\.self).joined(separator: " ")
        }
    }

    public internal(set) var logs: [Log] = []
    public internal(set) var witnesses: [Witness] = []
    public internal(set) var quorum = Quorum.none
    public internal(set) var recorders: [Recorder] = []

    init() {}

    /// Believes anyone who has one of the keys, and asks for no witness.
    ///
    /// - Precondition: none of the keys is a witness's.
    public init(trusting keys: [VerifierKey]) {
        precondition(keys.allSatisfy { $0.algorithm == .ed25519 }, "a witness is no log")
        logs = keys.map { Log(key: $0, url: nil) }
    }

    /// What a policy says of a checkpoint.
    public struct Verdict: Hashable, Sendable {
        /// The policy's logs whose signature is there and valid, and whose name is the origin.
        public var signers: [VerifierKey]
        /// The witnesses that cosigned, with the time they say, in seconds since 1970.
        public var witnesses: [Seen]
        /// Logs of the policy whose signature is there and valid, and whose name is not the origin: not
        /// signers.
        public var misnamed: [VerifierKey]
        /// Keys of the policy whose signatures are there and wrong.
        public var forgeries: [VerifierKey]
        public var isQuorumMet: Bool
        public var quorum: Quorum

        public struct Seen: Hashable, Sendable {
            public var name: String
            public var key: VerifierKey
            public var time: UInt64

            /// The same time; of one beyond the calendar, the calendar's last second.
            public var instant: Instant {
                let last = Instant(endOf: .last).microseconds / 1_000_000
                return Instant(microseconds: Int(min(time, UInt64(last))) * 1_000_000)
            }
        }

        /// Whether the checkpoint is to be believed.
        public var isAccepted: Bool { !signers.isEmpty && isQuorumMet && forgeries.isEmpty }
    }

    /// Checks the signatures of a checkpoint against this policy; signatures of others are ignored.
    ///
    /// Where there is no checkpoint at all, no one signed it.
    ///
    /// - Parameters:
    ///   - checkpoint: the signed checkpoint; nil for none.
    ///   - origin: that of the logs of the policy, where their keys have other names, as that of Go's
    ///     checksum database; else each log's is the name of its key, as the format has it.
    public func judge(_ checkpoint: SignedCheckpoint?, of origin: String? = nil) -> Verdict {
        verdict(on: checkpoint?.note) { key in
            guard let found = checkpoint?.checkpoint else { return false }
            return origin.map(found.isOf) ?? key.isNamed(found.origin)
        }
    }

    /// Checks the signatures of a note, whatever it says: every log of this policy is one that may sign it.
    public func judge(_ note: SignedNote) -> Verdict { verdict(on: note) { _ in true } }

    /// - Parameter isItsOwn: whether the note is of the log with that key.
    private func verdict(
        on note: SignedNote?, isItsOwn: (VerifierKey) -> Bool
    ) -> Verdict {
        var verdict = Verdict(
            signers: [], witnesses: [], misnamed: [], forgeries: [], isQuorumMet: false,
            quorum: quorum)
        if let note { self.note(note, in: &verdict, isItsOwn: isItsOwn) }
        verdict.isQuorumMet = quorum.isMet(by: Set(verdict.witnesses.map(\.key.publicKey)))
        return verdict
    }

    private func note(
        _ note: SignedNote, in verdict: inout Verdict, isItsOwn: (VerifierKey) -> Bool
    ) {
        let text = note.text
        for signature in note.signatures {
            for log in logs where log.key.made(signature) {
                guard log.key.isValid(signature, of: text) else {
                    verdict.forgeries.append(log.key)
                    continue
                }
                let place = isItsOwn(log.key) ? \Verdict.signers : \.misnamed
                if !verdict[keyPath: place].contains(log.key) {
                    verdict[keyPath: place].append(log.key)
                }
            }
            for witness in witnesses where witness.key.made(signature) {
                guard witness.key.isValid(signature, of: text),
                    let time = Cosignature.time(of: signature)
                else {
                    verdict.forgeries.append(witness.key)
                    continue
                }
                verdict.witnesses.append(
                    .init(name: witness.name, key: witness.key, time: time))
            }
        }
    }
}

extension TrustPolicy {
    /// What a policy says of the key that signed a recording.
    public enum RecorderVerdict: Hashable, Sendable {
        /// It pins no key of that name.
        case silent
        case pinned
        /// It pins the key, for another time.
        case outOfTime(Recorder)
        /// It pins other keys of that name.
        case otherKey

        /// Why a key does not count, to follow its name; nil where it does.
        public func refusal(of key: VerifierKey) -> String? {
            switch self {
            case .silent, .pinned: nil
            case .outOfTime(let pinned): "which the policy pins \(pinned.time)"
            case .otherKey: "and the policy pins other keys of \(key.name)"
            }
        }
    }

    /// - Parameters:
    ///   - key: its name is the recorder's.
    ///   - instant: when the recording says that it was recorded.
    public func judge(recorder key: VerifierKey, at instant: Instant) -> RecorderVerdict {
        if let pinned = recorders.first(where: { $0.key == key }) {
            return pinned.counts(at: instant) ? .pinned : .outOfTime(pinned)
        }
        return recorders.contains { $0.key.isNamed(key.name) } ? .otherKey : .silent
    }
}

/// Why a policy file is not one.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; of a file that ends too early, its last.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}
