import Amendments
import Conflicts
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// Some terms of an agreement, with what belongs to them.
struct TermsTests {
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(
                Event(ConditionDefined(condition: "met", text: "Met.")),
                Event(ConditionDefined(condition: "other", text: "Other.")),
                fee("fee", from: .upon("met")), fee("rent"),
                Event(
                    DisputeRaised(
                        dispute: "of-fee", by: ["a"], against: ["b"], about: ["fee"], stage: .filed)
                ),
                Event(
                    DisputeRaised(
                        dispute: "of-rent", by: ["a"], against: ["b"], about: ["rent"],
                        stage: .filed))))
    }

    @Test func `with terms asked for, their conditions and disputes alone stay`() async throws {
        let content = try await Self.desk().ask(TermsQuestion(of: "x", terms: ["fee"])).content
        #expect(content.copy.terms.map(\.id) == ["fee"] && content.termsLeftOut == 1)
        #expect(content.copy.conditions.map(\.id) == ["met"])
        #expect(content.copy.disputes.map(\.id) == ["of-fee"])
    }

    @Test func `without, everything stays`() async throws {
        let content = try await Self.desk().ask(TermsQuestion(of: "x")).content
        #expect(content.copy.terms.count == 2 && content.termsLeftOut == 0)
        #expect(content.copy.conditions.count == 2 && content.copy.disputes.count == 2)
    }

    @Test func `a term that is not there is refused with those that are`() async throws {
        let desk = try await Self.desk()
        await #expect(
            throws: DeedbookError.unknownTerm("loan", nearest: ["fee", "rent"])
        ) {
            try await desk.ask(TermsQuestion(of: "x", terms: ["fee", "loan"]))
        }
    }

    @Test func `a picture has the lives of the terms asked for, and conflicts where asked`()
        async throws
    {
        let desk = try await Self.desk()
        let terms = TermsQuestion(of: "x", terms: ["rent"])
        let picture = try await desk.ask(PictureQuestion(of: .terms(terms))).content
        #expect(picture.histories.map(\.id) == ["rent"] && picture.termsLeftOut == 1)
        #expect(picture.conflicts == nil)
        let day = try await desk.ask(
            PictureQuestion(of: .terms(terms), withConflicts: true))
        #expect(day.content.conflicts?.range == "2025-04-02"..."2025-04-02")
        let lives = try await desk.ask(
            PictureQuestion(of: .timeline(TimelineQuestion(of: "x")), withConflicts: true))
        #expect(lives.content.histories.count == 2)
        #expect(lives.content.conflicts?.range == Day.first...Day.last)
    }
}
