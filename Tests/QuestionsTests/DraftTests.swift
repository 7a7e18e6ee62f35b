import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// Drafts are laid over the book for one question; the answer says that it rests on them.
struct DraftTests {
    private static let raised = amended("raised", to: "USD 12", on: "2025-06-01")
    private static let drafts = Drafts([raised], by: "ben")

    private static func desk() async throws -> Desk { try await Desk(opening(fee())) }

    @Test func `an answer rests on the drafts in its question, and counts them`() async throws {
        let desk = try await Self.desk()
        let question = TermsQuestion(
            of: "x", on: "2025-06-01", resting: Basis(drafts: Self.drafts))
        let answer = try await desk.ask(question)
        #expect(answer.content.copy.feeAmount == "USD 12")
        #expect(answer.grounds.drafts.map(\.key) == ["raised"])
        #expect(answer.grounds.drafts.map(\.recorder) == ["ben"])
        #expect(answer.question == question)
    }

    @Test func `nothing is written for a question with drafts`() async throws {
        let desk = try await Self.desk()
        let before = try await desk.ask(LogQuestion()).content
        _ = try await desk.ask(TermsQuestion(of: "x", resting: Basis(drafts: Self.drafts)))
        #expect(try await desk.ask(LogQuestion()).content == before)
        let plain = try await desk.ask(TermsQuestion(of: "x", on: "2025-06-01"))
        #expect(plain.content.copy.feeAmount == "USD 10" && plain.grounds.drafts.isEmpty)
    }

    @Test func `a draft that is recorded already adds nothing`() async throws {
        let desk = try await Desk(opening(fee()), Self.raised)
        let answer = try await desk.ask(
            TermsQuestion(of: "x", resting: Basis(drafts: Drafts([Self.raised], by: "ana"))))
        #expect(answer.grounds.drafts.isEmpty)
    }

    @Test func `a draft that could not be recorded is refused by its key`() async throws {
        let wrong = amended("wrong", to: "a lot", on: "2025-06-01")
        let desk = try await Self.desk()
        let error = await #expect(throws: DeedbookError.self) {
            try await desk.ask(
                TermsQuestion(of: "x", resting: Basis(drafts: Drafts([wrong], by: "ben"))))
        }
        guard case .invalid(let refused, _)? = error else {
            Issue.record("\(String(describing: error)) is no refusal of a draft")
            return
        }
        #expect(refused == "wrong")
    }

    @Test func `without points a book is compared without its drafts and with them`() async throws {
        let answer = try await Self.desk().ask(
            DiffQuestion(of: "x", .withoutAndWith(Self.drafts)))
        let (before, after) = (answer.content.before, answer.content.after)
        #expect(before.feeAmount == "USD 10" && after.feeAmount == "USD 12")
        #expect(before.vantage.on == "2025-06-01" && after.vantage.on == "2025-06-01")
        #expect(answer.today == "2025-04-02")
    }

    @Test func `drafts that took effect before today are compared as of today`() async throws {
        let past = amended("past", to: "USD 12", on: "2025-02-01")
        let answer = try await Self.desk().ask(
            DiffQuestion(of: "x", .withoutAndWith(Drafts([past], by: "ben"))))
        #expect(answer.content.after.vantage.on == "2025-04-02")
    }

    @Test func `a step that is undone on the way is no difference and still a step`() async throws {
        let desk = try await Desk(
            opening(fee()), amended("up", to: "USD 12", on: "2024-06-01"),
            amended("down", to: "USD 10", on: "2024-07-01"))
        let diff = DiffQuestion(
            of: "x",
            .points(from: Vantage(on: "2024-05-01"), to: Vantage(on: "2024-08-01")))
        #expect(try await desk.ask(diff).content.isEmpty)
        let steps = try await desk.ask(StepsQuestion(of: diff)).content
        #expect(steps.steps.count == 2 && !steps.isEmpty)
    }

    @Test func `a preview has one redline of each agreement that the drafts touch`() async throws {
        let desk = try await Self.desk()
        let second = opening(of: "y", fee())
        let answer = try await desk.ask(
            PreviewQuestion(of: Drafts([Self.raised, second], by: "ben")))
        #expect(answer.content.map(\.after.agreement) == ["x", "y"])
        #expect(try await desk.ask(AgreementsQuestion()).content.agreements.map(\.id) == ["x"])
    }
}
