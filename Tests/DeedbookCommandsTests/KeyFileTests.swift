import Foundation
import Testing

/// Files of keys as people's editors leave them.
struct KeyFileTests {
    @Test func `a key whose lines end as on other systems signs`() async throws {
        let shell = try Shell("key-lines")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook keygen ana --out ana.key", 0)
        await shell.expect(#"sed -i 's/$/\r/' ana.key"#, 0)
        await shell.expect("deedbook record '\(files)' --sign-with ana.key", 0)
    }
}
