public import Transparency

/// The public half of a new key as JSON, schema `deedbook/key/1`.
public enum KeyJSON {
    /// How a key may sign: the words of `algorithm`.
    public enum Algorithm: String, CaseIterable, Sendable {
        case ed25519
        case cosignature = "cosignature/v1"
    }

    typealias Content = (
        key: VerifierKey, algorithm: Algorithm, policyLine: String, privateKeyFile: String
    )

    static let answer = JSONAnswer<Content>(
        "key", "the public half of a new key",
        command: "deedbook keygen --out FILE --format json",
        .member("name", .text, \.key.name),
        .member("keyID", PublicKeyJSON.id, \.key.label),
        .member("algorithm", .words, \.algorithm),
        .member("publicKey", .text, \.key.description),
        .member("policyLine", .text, \.policyLine),
        .member("privateKeyFile", .text, \.privateKeyFile))

    /// - Parameters:
    ///   - policyLine: what names the key in a policy.
    ///   - file: where the private half was written.
    public static func render(
        _ key: VerifierKey, _ algorithm: Algorithm, policyLine: String, privateKeyIn file: String
    ) -> String {
        answer.text(of: (key, algorithm, policyLine, file))
    }
}
