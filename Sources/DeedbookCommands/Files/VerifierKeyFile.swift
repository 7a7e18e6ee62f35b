import EventStore
import Transparency

/// Public keys given on the command line: as they are, or as files with one on each line.
enum VerifierKeyFile {
    static func keys(
        _ given: [String], in environment: CommandEnvironment
    ) throws(DeedbookError) -> [VerifierKey] {
        var keys: [VerifierKey] = []
        for text in given {
            for key in try read(text, in: environment) where !keys.contains(key) {
                keys.append(key)
            }
        }
        return keys
    }

    private static func read(
        _ text: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> [VerifierKey] {
        if text.count(where: { $0 == "+" }) >= 2, !text.hasPrefix("PRIVATE+KEY+") {
            do { return [try VerifierKey(vkey: text)] } catch {
                throw DeedbookError(
                    .usage, "'\(text)' is no public key: \(error)", hint: hint)
            }
        }
        if text.hasPrefix("PRIVATE+KEY+") {
            throw DeedbookError(
                .usage, "a private key was given where a public one is needed",
                hint: "anyone who saw this command line has it now: make a new key")
        }
        let bytes = try environment.files.read(text, "file of public keys").bytes
        guard let lines = TextLines.of(bytes), !lines.isEmpty else {
            throw DeedbookError(in: text, line: 1, "no public key here", hint: hint)
        }
        var keys: [VerifierKey] = []
        for line in lines {
            if line.text.hasPrefix("PRIVATE+KEY+") {
                throw DeedbookError(
                    in: text, line: line.number,
                    "a private key, where a public one is needed", hint: hint)
            }
            do { keys.append(try VerifierKey(vkey: line.text)) } catch {
                throw DeedbookError(
                    in: text, line: line.number, "'\(line.text)' is no public key: \(error)",
                    hint: hint)
            }
        }
        return keys
    }

    private static let hint = "a public key is written name+id+base64, as deedbook keygen prints it"
}
