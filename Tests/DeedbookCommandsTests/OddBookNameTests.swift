import Foundation
import Testing

/// Books whose names would mean something else to SQLite.
struct OddBookNameTests {
    @Test func `a book whose name begins like a URI is that file, and no other`() async throws {
        let shell = try Shell("uri-name")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect(
            "deedbook record '\(files)/2024-01-10-supply.yaml' --book other.deedbook", 0)
        await shell.expect("deedbook record '\(files)' --book file:other.deedbook", 0)
        await shell.expect("deedbook log --book other.deedbook | grep -c amendment-1", 1, "0\n")
        await shell.expect("deedbook log --book file:other.deedbook", 0, "amendment-1")
        await shell.expect("deedbook backup file:copy.deedbook --book file:other.deedbook", 0)
        await shell.expect("deedbook log --book file:copy.deedbook", 0, "amendment-1")
        await shell.expect("deedbook export --out x.jsonl --book file:copy.deedbook", 0)
        await shell.expect("deedbook import x.jsonl --book file:made.deedbook", 0)
        await shell.expect("deedbook verify --book file:made.deedbook", 0)
        await shell.expect("ls | grep -c new", 1, "0\n")
        await shell.expect("find . -name '*deedbook' -perm /077 | wc -l", 0, "0\n")
        await shell.expect("ls *.deedbook | wc -l", 0, "4\n")
    }
}
