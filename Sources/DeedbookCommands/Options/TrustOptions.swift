import ArgumentParser
import EventStore
import Transparency

/// Whom to believe: keys, or a policy of keys and witnesses.
struct TrustOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Trust policy: logs, witnesses and their quorum (C2SP tlog-policy), recorders.",
            valueName: "file"))
    var policy: String?

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "Public key of the book or log, or a file that holds it. Repeatable, for old and new keys.",
            valueName: "vkey or file"))
    var publicKeys: [String] = []

    func policy(in environment: CommandEnvironment) throws(DeedbookError) -> TrustPolicy? {
        guard let policy else { return nil }
        return try PolicyFile.read(policy, in: environment)
    }

    func keys(in environment: CommandEnvironment) throws(DeedbookError) -> [VerifierKey] {
        let keys = try VerifierKeyFile.keys(publicKeys, in: environment)
        for key in keys where key.algorithm != .ed25519 {
            throw DeedbookError(
                .usage, "\(key.label) is the key of a witness",
                hint: "witnesses stand in a policy: give it with --policy")
        }
        return keys
    }
}
