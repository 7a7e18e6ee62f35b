import EventStore
import Ledger
import Questions
import Terms
import Testing

/// What a recording changed in an agreement of which it says nothing.
struct DiffElsewhereTests {
    @Test func `a recording of another agreement is named with its own, and is no difference`()
        async throws
    {
        let desk = try await Desk(opening(of: "x", fee()), opening(of: "y", fee()))
        let own = try await desk.ask(DiffQuestion(of: "y", .changedBy("y"))).content
        #expect(own.after.agreement == "y")
        await #expect(throws: DeedbookError.recordingElsewhere("y", than: "x", touches: ["y"])) {
            try await desk.ask(DiffQuestion(of: "x", .changedBy("y")))
        }
        let account = DeedbookError.recordingElsewhere("y", than: "x", touches: ["y", "z"]).account
        #expect(account.sentence == "'y' says nothing of x: it is of y, z")
        #expect(account.hint == "see what it changed with: deedbook diff y --by y")
    }

    @Test func `the field that was meant stands before the fields that a kind has`() {
        let field = FieldName(rawValue: "amont").map { DeedbookError.unknownField($0, .fee) }
        #expect(
            field?.account.hint?.hasPrefix("did you mean amount? fields of its kind: payer") == true
        )
    }
}
