import Testing

/// Periods of notice in business days, held against lengths of the calendar.
struct BusinessDayVerdictTests {
    private static let terms = """
        - agreement-recorded: { title: Story, zone: UTC }
        - party-admitted: { party: a, name: A }
        - party-admitted: { party: b, name: B }
        - term-added:
            term: counted
            kind: termination-right
            set: { holder: a, ground: convenience, notice: 10 business-days of london }
        - term-added: { term: long, kind: termination-right, set: { holder: b, ground: convenience, notice: P3M } }
        """

    @Test(arguments: [
        ("notice <= 4 months", ["long", "counted?"]), ("notice > 4 months", ["counted?"]),
        ("notice = 3 months", ["long"]), ("notice != 3 months", ["counted"]),
        ("notice = \"10 business-days of london\"", ["counted"]),
    ])
    func `which is longer is not known, and which is the same is`(
        _ source: String, _ ids: [String]
    ) async throws {
        #expect(try await VerdictTests.found(source, among: Self.terms) == ids, "\(source)")
    }
}
