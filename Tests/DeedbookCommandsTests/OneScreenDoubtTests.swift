import Testing

/// A line of an answer on one screen leaves out no doubt that the whole answer has.
struct OneScreenDoubtTests {
    private static let fee = "kind: fee, set: { payer: a, payee: b, amount: USD 1"

    private static func terms(_ recordings: [String], on day: String) async throws -> String {
        let console = try await InventedBook.console(recordings)
        return await console.run(["terms", "x", "--on", day, "--all"]).output
    }

    @Test func `a term that no one could know of yet is agreed later, and not scheduled`()
        async throws
    {
        let text = try await Self.terms(
            [
                InventedBook.opening("term-added: { term: old, \(Self.fee) } }"),
                InventedBook.recording(
                    "later", "2025-01-01", "term-added: { term: new, \(Self.fee) } }"),
            ], on: "2024-06-01")
        #expect(text.contains("agreed later"), "\(text)")
        #expect(!text.contains("scheduled"), "\(text)")
    }

    @Test func `a field that may be gone by then is not stated as if it stood`() async throws {
        let text = try await Self.terms(
            [
                InventedBook.opening(
                    "term-added: { term: fee, \(Self.fee), per: P1Y } }"),
                InventedBook.recording(
                    "gone", "2024-03-01",
                    "term-amended: { term: fee, set: { per: none }, effective: { on: 2024-06 } }"),
            ], on: "2024-06-15")
        #expect(text.contains("1 year or none"), "\(text)")
    }

    @Test func `that reports contradict a field is stated, though the line does not name it`()
        async throws
    {
        let text = try await Self.terms(
            [
                InventedBook.opening(
                    "term-added: { term: use, kind: license-grant, set: { grantor: a, grantee: b, "
                        + "subject: lenses, territories: { only: [de] } } }"),
                InventedBook.recording(
                    "said", "2024-03-01",
                    "value-reported: { term: use, field: territories, value: { only: [fr] } }"),
            ], on: "2024-06-15")
        #expect(text.contains("reports differ"), "\(text)")
    }
}
