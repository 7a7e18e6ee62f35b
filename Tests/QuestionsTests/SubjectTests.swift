import EventStore
import Ledger
import Questions
import Terms
import Testing

/// A term, or a field of one, as people name it.
struct SubjectTests {
    @Test func `a name with a dot is a term, else a field of one`() throws {
        let subject = try #require(Subject("fee.support.amount"))
        #expect(subject.first == Subject.Reading(term: "fee.support.amount"))
        #expect(subject.second == Subject.Reading(term: "fee.support", field: .amount))
    }

    @Test func `a name with a slash can only be a field`() throws {
        let subject = try #require(Subject("fee.support/amount"))
        #expect(subject.readings == [Subject.Reading(term: "fee.support", field: .amount)])
    }

    @Test(arguments: ["", "Fee Support", "fee/", "/amount", "fee/Not A Field"])
    func `what is neither is no subject`(text: String) { #expect(Subject(text) == nil) }

    @Test func `the longest id that names a term is meant`() async throws {
        let desk = try await Desk(opening(fee("fee"), fee("fee.amount")))
        let subject = try #require(Subject("fee.amount"))
        let term = try await desk.ask(WhyQuestion(subject, of: "x")).content.explanation
        #expect(term.term.id == "fee.amount" && term.fields.count > 1)
        let field = try await Desk(opening(fee("fee"))).ask(WhyQuestion(subject, of: "x"))
            .content.explanation
        #expect(field.term.id == "fee" && field.fields.map(\.name) == [.amount])
    }

    @Test func `where neither names a term, the longest id is said to be unknown`() async throws {
        let desk = try await Desk(opening(fee()))
        let subject = try #require(Subject("rent.amount"))
        await #expect(
            throws: DeedbookError.unknownTerm("rent.amount", nearest: ["fee"])
        ) {
            try await desk.ask(WhyQuestion(subject, of: "x"))
        }
    }

    @Test func `a field that the term never had is refused`() async throws {
        let desk = try await Desk(opening(fee()))
        let subject = Subject("fee", field: .exclusivity)
        await #expect(throws: DeedbookError.unknownField(.exclusivity, .fee)) {
            try await desk.ask(WhyQuestion(subject, of: "x"))
        }
    }
}
