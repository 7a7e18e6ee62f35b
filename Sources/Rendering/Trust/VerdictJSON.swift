import Transparency

/// What a policy says of a checkpoint, in JSON.
enum VerdictJSON {
    static let shape = Shape<TrustPolicy.Verdict>.object(
        .member("isAccepted", .flag, \.isAccepted),
        .list("signers", .object(PublicKeyJSON.members), \.signers),
        .list("witnesses", witness) { $0.witnesses.map { ($0.name, $0.key, $0.time) } },
        .member("quorum", .text, \.quorum.description),
        .member("isQuorumMet", .flag, \.isQuorumMet),
        .list("forgeries", .text) { $0.forgeries.map(\.label) }
    ).named("verdict")

    private static let witness = Shape<(name: String, key: VerifierKey, time: UInt64)>.object(
        .member("witness", .text, \.name),
        .all(of: PublicKeyJSON.members, \.key),
        .member("cosignedAt", .text) { CheckpointPhrase.instant($0.time) })
}
