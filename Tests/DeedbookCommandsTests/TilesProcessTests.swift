import Foundation
import Subprocesses
import Testing

/// What the built program serves, read by a client that was made from the specifications alone.
struct TilesProcessTests {
    private static let client = Fixture.root.appendingPathComponent(
        "Tests/TransparencyTests/tiles_client.py")

    private static func check(
        _ shell: Shell, _ arguments: String..., at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let key = try String(
            contentsOf: shell.folder.appendingPathComponent("book.pub"), encoding: .utf8)
        let done = try await Python.run(
            client, ["public", key.split(separator: "\n").joined()] + arguments, in: shell.folder)
        #expect(done.status == 0, "\(done.text)", sourceLocation: location)
        return done.text
    }

    @Test func `the real record is proved entry by entry, and the log grows as a log must`()
        async throws
    {
        let shell = try Shell("tiles")
        defer { shell.remove() }
        let tern = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(tern)'", 0)
        await shell.expect(
            "deedbook keygen --out book.key | sed -n 's/^in a policy  log //p' > book.pub", 0)
        await shell.expect("deedbook tiles public", 65, "deedbook checkpoint --key FILE")
        await shell.expect("deedbook checkpoint --key book.key --out old.checkpoint", 0)
        await shell.expect("deedbook tiles public", 0, "3 files written, 0 there already")
        #expect(try await Self.check(shell) == "verified 19 entries\n")
        await shell.expect("deedbook tiles public", 0, "0 files written, 3 there already")
        await shell.expect("cp book.deedbook before.deedbook", 0)

        await shell.expect("deedbook record '\(Fixture.eventsFolder.path)'", 0)
        await shell.expect("deedbook checkpoint --key book.key", 0)
        let sums = "find public -type f ! -name checkpoint | sort | xargs sha256sum"
        await shell.expect("\(sums) > sums", 0)
        await shell.expect("deedbook tiles public/", 0, "files written, 0 there already")
        await shell.expect("sha256sum -c --quiet sums", 0)
        await shell.expect("find public -name '*.new-*' | grep .", 1)
        let grown = try await Self.check(shell, "--since", "old.checkpoint")
        #expect(grown.hasPrefix("continues 19\nverified "))
        // A reader that goes on with the older checkpoint still can.
        #expect(
            try await Self.check(shell, "--checkpoint", "old.checkpoint") == "verified 19 entries\n"
        )

        await shell.expect(
            "deedbook tiles public --book before.deedbook --accept-rollback", 5,
            "the newest checkpoint of the book is of #19")
        await shell.expect("deedbook record '\(tern)' --book other.deedbook", 0)
        await shell.expect("deedbook keygen --book other.deedbook --out other.key", 0)
        await shell.expect("deedbook checkpoint --book other.deedbook --key other.key", 0)
        await shell.expect("deedbook tiles public --book other.deedbook", 65, "serves the log")
        await shell.expect("touch file; deedbook tiles file", 73)
        await shell.expect("deedbook tiles deep/er/public", 0)
        await shell.expect("diff -r public/tile/1 deep/er/public/tile/1", 0)
        await shell.expect("deedbook tiles twice & deedbook tiles twice && wait $!", 0)
        await shell.expect("diff -r twice deep/er/public", 0)
        #expect(try await Self.check(shell, "--since", "old.checkpoint") == grown)
    }

    @Test func `a book that was altered is not served`() async throws {
        let shell = try Shell("tiles-altered")
        defer { shell.remove() }
        let tern = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(tern)'", 0)
        await shell.expect("deedbook keygen --out book.key", 0)
        await shell.expect("deedbook checkpoint --key book.key", 0)
        let script =
            "DROP TRIGGER payload_update; UPDATE payload SET salt = zeroblob(16) WHERE position = 7"
        await shell.expect(
            "python3 -c \"import sqlite3; "
                + "sqlite3.connect('book.deedbook').executescript('\(script)')\"", 0)
        await shell.expect("deedbook tiles public", 65, "deedbook verify")
        await shell.expect("test -e public", 1)
    }
}
