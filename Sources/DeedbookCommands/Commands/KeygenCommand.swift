import ArgumentParser
import EventStore
import Ledger
import Rendering
import Transparency

struct KeygenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Make a key to sign checkpoints, recordings or, for a witness, cosignatures.",
        discussion: """
            The key is Ed25519, in the form of C2SP signed-note. The private half goes to a new file \
            that only you can read; keep it outside the book's folder and its backups. The public \
            half is printed, and how it stands in a policy. A book's key has the book's own name \
            (left out: that of --book), a recorder's key the recorder's, a witness's key any.

            Example, for the book, for a recorder, and for a witness:
              deedbook keygen --out book.key
              deedbook keygen ana --out ana.key
              deedbook keygen lumen.example/witness --witness --out witness.key
            """)

    @Argument(help: "The key's name, without spaces and '+'; else the name of the book.")
    var name: String?

    @Option(help: ArgumentHelp("The new file for the private key.", valueName: "file"))
    var out: String

    @Flag(help: "A key to cosign checkpoints with, not to sign them.")
    var witness = false

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func validate() throws {
        if witness, name == nil { throw ValidationError("give the witness a name of its own") }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let name = try await keyName(in: environment)
        let key: SigningKey
        do {
            key = try SigningKey(
                name: name, algorithm: witness ? .cosignatureV1 : .ed25519,
                seed: environment.random(32))
        } catch {
            throw DeedbookError(
                .usage, "\(error)", hint: "for example: deedbook keygen ana --out ana.key")
        }
        try KeyFile.write(key, to: out, in: environment)
        switch format {
        case .text: for line in lines(key) { try environment.output.say(line) }
        case .json: try environment.output.write(json(key))
        }
    }

    /// The one that was given, else the book's.
    private func keyName(in environment: CommandEnvironment) async throws -> String {
        if let name { return name }
        return try await bookOptions.store(.readOnly, in: environment).origin
    }

    private func policyLine(_ key: SigningKey) -> String {
        if witness { return "witness \(key.verifier.name) \(key.verifier)" }
        return name == nil ? "log \(key.verifier)" : "recorder \(key.verifier)"
    }

    private func lines(_ key: SigningKey) -> [String] {
        let isRecorders = !witness && name != nil
        return [
            "private key  \(out), mode 600: anyone who reads it can sign as \(key.verifier.name)",
            "public key   \(key.verifier)",
            "in a policy  \(policyLine(key))",
        ] + (isRecorders ? ["to sign      deedbook record FILE --sign-with \(out)"] : [])
    }

    private func json(_ key: SigningKey) -> String {
        KeyJSON.render(
            key.verifier, witness ? .cosignature : .ed25519, policyLine: policyLine(key),
            privateKeyIn: out)
    }
}
