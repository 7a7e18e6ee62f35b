import Testing

/// The file of the newest checkpoint never goes back, even when another saves one meanwhile.
struct CheckpointMemoryTests {
    @Test(arguments: [
        ["checkpoint", "--key", "book.key", "--out", "last.checkpoint"],
        ["verify", "--key", "book.pub", "--save", "last.checkpoint"],
    ])
    func `a checkpoint that another process saved meanwhile stays`(
        _ command: [String]
    ) async throws {
        // Of more events than the book has here: another process recorded them, and was faster.
        let files = MemoryFiles(try TrustFixture.files()) { files in
            files["last.checkpoint"] = files["longer.checkpoint"]
        }
        let book = try await Fixture.store(Fixture.ternFolder)
        let console = Console(books: ["./book.deedbook": book], files: files)
        if command[0] == "verify" {
            let signed = await console.run(["checkpoint", "--key", "book.key"])
            #expect(signed.status == 0, "\(signed.errors)")
        }
        let result = await console.run(command)
        #expect(result.status == 65, "\(result.errors)")
        #expect(
            result.errors.contains("last.checkpoint was not changed: a checkpoint of #99 is known"))
        #expect(files["last.checkpoint"] == files["longer.checkpoint"])
    }
}
