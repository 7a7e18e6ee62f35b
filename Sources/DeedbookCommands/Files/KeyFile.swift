import EventStore
import Transparency

/// Files that hold a private key: one line, `PRIVATE+KEY+name+id+base64`, readable by its owner only.
enum KeyFile {
    /// A key to sign with, not to cosign.
    static func signingKey(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> SigningKey {
        let key = try read(path, in: environment)
        guard key.verifier.algorithm == .ed25519 else {
            throw DeedbookError(
                .invalid, "\(path) holds the key of a witness, which only cosigns checkpoints",
                hint: "make one to sign with: \(making)")
        }
        return key
    }

    /// - Throws: a failure that never quotes the file: what is wrong may be one character of a key.
    static func read(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> SigningKey {
        let file = try environment.files.read(path, "key file", limit: 4096)
        guard file.permissions & 0o077 == 0 else {
            let mode = String(file.permissions, radix: 8)
            throw DeedbookError(
                .invalid,
                "others than its owner can read or write the key file \(path) (mode \(mode))",
                hint: "chmod 600 \(path); if anyone else may have read it, make a new key")
        }
        let lines = TextLines.of(file.bytes)
        guard let lines, let (number, line) = lines.first else {
            throw DeedbookError(
                in: path, line: 1, "no private key here", hint: "make one with: \(making)")
        }
        if let extra = lines.dropFirst().first {
            throw DeedbookError(
                in: path, line: extra.number, "a key file has one line",
                hint: "give each key a file of its own")
        }
        guard line.hasPrefix("PRIVATE+KEY+") else {
            let isPublic = (try? VerifierKey(vkey: line)) != nil
            throw DeedbookError(
                in: path, line: number,
                isPublic ? "a public key, where a private one is needed" : "no private key here",
                hint: "a private key begins with PRIVATE+KEY+; make one with: \(making)")
        }
        do { return try SigningKey(skey: line) } catch {
            throw DeedbookError(
                in: path, line: number, "the private key is damaged: \(error)",
                hint: "restore the file from where it is kept, or make a new key with: \(making)")
        }
    }

    private static let making = "deedbook keygen NAME --out FILE"

    /// Writes a key into a new file that only its owner may read.
    static func write(
        _ key: SigningKey, to path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) {
        try environment.files.write("\(key.skey)\n", to: path, .newPrivate)
    }
}

/// The lines of a small text file that say something.
enum TextLines {
    /// Numbered from 1, without the empty ones and comments (`#`); nil where it is no UTF-8.
    static func of(_ bytes: [UInt8]) -> [(number: Int, text: String)]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        // As editors of other systems end lines, too: to Swift that is one character.
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .enumerated()
            .map { (number: $0.offset + 1, text: String($0.element)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }
}
