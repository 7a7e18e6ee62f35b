import Testing

/// How the parties of an agreement stand at its head.
struct PartyColumnTests {
    @Test(arguments: ["orion-optics-ltd", "the-lenders-under-the-revolver"])
    func `an id stands whole beside its name`(party: String) async throws {
        let console = try await InventedBook.console([
            InventedBook.opening("party-admitted: { party: \(party), name: Orion Optics }")
        ])
        let result = await console.run(["terms", "x", "--on", "2024-06-01", "--full"])
        #expect(result.output.contains("\n\(party)  Orion Optics\n"), "\(result)")
    }
}
