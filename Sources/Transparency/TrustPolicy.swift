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

    init() {}

    /// Believes whoever has one of the keys, and asks for no witness.
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
        }

        /// Whether the checkpoint is to be believed.
        public var isAccepted: Bool { !signers.isEmpty && isQuorumMet && forgeries.isEmpty }
    }

    /// Checks the signatures of a checkpoint against this policy; signatures of others are ignored.
    ///
    /// Where there is no checkpoint at all, nobody signed it.
    ///
    /// - Parameter origin: that of the logs of the policy, where their keys have other names, as that of Go's
    ///   checksum database; else each log's is the name of its key, as the format has it.
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

/// Why a policy file is not one.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; of a file that ends too early, its last.
    public let line: Int
    public let message: String

    public var description: String { "line \(line): \(message)" }
}
