/// Whom a verifier believes: logs, witnesses, and how many of them (c2sp.org/tlog-policy).
///
/// ```
/// log <vkey> [<url>]
/// witness NAME <vkey> [<url>]
/// group NAME all|any|<k> MEMBER…
/// quorum NAME|none
/// ```
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

    public internal(set) var logs: [Log] = []
    public internal(set) var witnesses: [Witness] = []
    public internal(set) var quorum = Quorum.none

    /// What a policy says of a checkpoint.
    public struct Verdict: Hashable, Sendable {
        /// The policy's logs whose signature is there and valid, and whose name is the origin.
        public var signers: [VerifierKey]
        /// The witnesses that cosigned, with the time they say, in seconds since 1970.
        public var witnesses: [Seen]
        /// Keys of the policy whose signatures are there and wrong.
        public var forgeries: [VerifierKey]
        public var isQuorumMet: Bool
        public var quorum: Quorum

        public struct Seen: Hashable, Sendable {
            public var name: String
            public var key: VerifierKey
            public var time: UInt64
        }

        /// Whether the checkpoint is to be believed.
        public var isAccepted: Bool { !signers.isEmpty && isQuorumMet && forgeries.isEmpty }
    }

    /// Checks the signatures of a checkpoint against this policy; signatures of others are ignored.
    ///
    /// Where there is no checkpoint at all, nobody signed it.
    public func judge(_ checkpoint: SignedCheckpoint?) -> Verdict {
        var verdict = Verdict(
            signers: [], witnesses: [], forgeries: [], isQuorumMet: false, quorum: quorum)
        if let checkpoint { note(checkpoint, in: &verdict) }
        verdict.isQuorumMet = quorum.isMet(by: Set(verdict.witnesses.map(\.key.publicKey)))
        return verdict
    }

    private func note(_ checkpoint: SignedCheckpoint, in verdict: inout Verdict) {
        let text = checkpoint.note.text
        for signature in checkpoint.note.signatures {
            for log in logs where log.key.made(signature) {
                if !log.key.isValid(signature, of: text) {
                    verdict.forgeries.append(log.key)
                } else if log.key.isNamed(checkpoint.checkpoint.origin),
                    !verdict.signers.contains(log.key)
                {
                    verdict.signers.append(log.key)
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

/// Why a policy file is not one.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; of a file that ends too early, its last.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}
