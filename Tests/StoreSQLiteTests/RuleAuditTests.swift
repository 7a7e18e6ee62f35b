import Amendments
import Audit
import EventStore
import StoreSQLite
import Terms
import Testing

/// What someone put into the store past the rules.
struct RuleAuditTests {
    @Test func `what record would refuse is reported, with its event and the reason`() async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        #expect(await RuleAudit(store).doubts().isEmpty)
        // The fee ended in 2023.
        let late = try PieceTableTests.raised("late", to: "USD 40", on: "2024-01-01")
        let receipt = try await store.append(late, by: "clerk", expecting: [:])
        let after = try PieceTableTests.recording(
            "note", on: "2024-02-01", "- party-admitted: { party: c, name: C }")
        _ = try await store.append(after, by: "clerk", expecting: [:])
        let report = try await Auditor(store).audit()
        #expect(report.isClean && report.doubts.map(\.kind) == [.ruleBroken])
        #expect(report.doubts.first?.position == receipt.first)
        #expect(
            report.doubts.first?.detail.hasPrefix("late#1 of story would be refused: ") == true)
    }

    @Test func `an agreement that lost a payload is not judged`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try await PieceTableTests.told(store)
        let redaction = try PieceTableTests.recording(
            "redaction", on: "2024-01-01",
            "- payload-redacted: { event: \"one#1\", authority: both parties }")
        _ = try await store.append(redaction, by: "clerk", expecting: [:])
        #expect(await RuleAudit(store).doubts().isEmpty)
    }
}
