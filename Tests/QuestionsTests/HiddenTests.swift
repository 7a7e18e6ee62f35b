import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// What a point does not show of what the book has is said to be disclosed or recorded later, and not to be unknown.
struct HiddenTests {
    /// Events 1 to 4, then the term `rent`, which is disclosed in August; then another agreement.
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(fee()),
            recording("rent", on: "2024-06-01", disclosed: "2024-08-06", [fee("rent")]),
            opening(of: "y", fee()))
    }

    @Test func `a term that is disclosed later is said to be, with the day`() async throws {
        let desk = try await Self.desk()
        let known = Knowledge(disclosedBy: "2024-07-01")
        let hidden = DeedbookError.hiddenTerm(
            "rent", of: "x", .undisclosed(by: "2024-07-01", first: "2024-08-06"))
        #expect(
            hidden.account.sentence
                == "term 'rent' of x was not yet disclosed on 2024-07-01; first disclosed 2024-08-06"
        )
        await #expect(throws: hidden) {
            try await desk.ask(TermsQuestion(of: "x", known, terms: ["rent"]))
        }
        await #expect(throws: hidden) {
            try await desk.ask(WhyQuestion(Subject("rent" as TermID), of: "x", known))
        }
        await #expect(throws: hidden) {
            try await desk.ask(TimelineQuestion(of: "x", term: "rent", known))
        }
        await #expect(throws: hidden) {
            try await desk.ask(SubjectNameQuestion("rent", of: "x", known))
        }
    }

    @Test func `a term that is recorded later is said to be, with the position`() async throws {
        let desk = try await Self.desk()
        let known = Knowledge(recordedAt: .position(Position(4)))
        await #expect(
            throws: DeedbookError.hiddenTerm(
                "rent", of: "x",
                .unrecorded(at: Position(4), first: Position(5), Desk.minute(1)))
        ) {
            try await desk.ask(TermsQuestion(of: "x", known, terms: ["rent"]))
        }
    }

    @Test func `an agreement that is recorded or disclosed later is said to be`() async throws {
        let desk = try await Self.desk()
        await #expect(
            throws: DeedbookError.hiddenAgreement(
                "y", .unrecorded(at: Position(5), first: Position(6), Desk.minute(2)))
        ) {
            try await desk.ask(
                TermsQuestion(of: "y", Knowledge(recordedAt: .position(Position(5)))))
        }
        await #expect(
            throws: DeedbookError.hiddenAgreement(
                "y", .undisclosed(by: "2023-12-31", first: "2024-01-01"))
        ) {
            try await desk.ask(TermsQuestion(of: "y", Knowledge(disclosedBy: "2023-12-31")))
        }
    }

    @Test func `what the book never had stays unknown from every point`() async throws {
        let desk = try await Self.desk()
        let known = Knowledge(disclosedBy: "2024-07-01", recordedAt: .position(Position(4)))
        await #expect(throws: DeedbookError.unknownTerm("loan", nearest: ["fee"])) {
            try await desk.ask(TermsQuestion(of: "x", known, terms: ["loan"]))
        }
    }
}
