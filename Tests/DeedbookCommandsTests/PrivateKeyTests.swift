import Foundation
import Subprocesses
import Testing

/// The file of a private key, given where another file is wanted.
struct PrivateKeyTests {
    @Test func `no message repeats a private key`() async throws {
        let shell = try Shell("private-key")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)'", 0)
        await shell.expect("deedbook keygen --out k.key", 0)
        await shell.expect("(printf ' '; cat k.key) > spaced.key; chmod 600 spaced.key", 0)
        await shell.expect("cp k.key k.yaml; cp k.key k.csv", 0)
        for command in [
            "terms tern-mill --trust k.key", "verify --policy k.key", "verify --against k.key",
            "verify --key k.key", "verify --key spaced.key", "verify --key ' '\"$(cat k.key)\"",
            "verify --key \"$(cat k.key)\"", "verify \"$(cat k.key)\"",
            "verify --from \"$(cat k.key)\"", "find \"$(cat k.key)\"",
            "checkpoint --policy k.key", "checkpoint --key spaced.key",
            "payable tern-mill x --figures k.key", "import k.key --check", "import-table k.csv",
            "check k.yaml", "tidy k.yaml", "terms \"$(cat k.key)\"",
            "show \"$(cat k.key)\"", "\"$(cat k.key)\"",
        ] {
            await shell.expect(
                "deedbook \(command) > said 2>&1", try await status(of: command, shell))
            await shell.expect("grep -cF \"$(cut -d+ -f5- k.key)\" said", 1, "0\n")
        }
    }

    /// Any status: only what is printed matters here, and that it is no answer. To a file without values there is
    /// nothing that `tidy` would change, and `find` finds no words such as these.
    private func status(of command: String, _ shell: Shell) async throws -> Int32 {
        let result = try await ProcessTests.run("deedbook \(command)", in: shell.folder)
        #expect(
            result.status != 0 || command.hasPrefix("tidy") || command.hasPrefix("find"),
            "\(command)")
        return result.status
    }
}
