import Amendments
import Deadlines
import Ledger
import Notation
import Questions
import Terms
import Testing

/// What an answer rests on, and what it leaves out.
struct GroundsTests {
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(of: "x", fee()), opening(of: "y", fee()),
            amended("late", to: "USD 12", on: "2024-06-01", disclosed: "2025-01-01"))
    }

    @Test func `recordings disclosed later are left out and counted`() async throws {
        let terms = try await Self.desk().ask(
            TermsQuestion(of: "x", Knowledge(disclosedBy: "2024-12-31")))
        #expect(terms.grounds.hiddenByDisclosure == 1)
        #expect(terms.content.copy.feeAmount == "USD 10")
    }

    @Test func `recordings made later are counted only where that is asked`() async throws {
        let desk = try await Self.desk()
        let known = Knowledge(recordedAt: .position(Position(8)))
        let plain = try await desk.ask(TermsQuestion(of: "x", known))
        #expect(plain.grounds.hiddenByPosition == nil)
        let counting = try await desk.ask(
            TermsQuestion(of: "x", known, resting: Basis(countsLater: true)))
        #expect(counting.grounds.hiddenByPosition == 1)
        #expect(counting.grounds.position == Position(8))
    }

    @Test func `over several agreements they are added up`() async throws {
        let desk = try await Self.desk()
        let known = Knowledge(disclosedBy: "2023-01-01", recordedAt: .position(Position(8)))
        let basis = Basis(countsLater: true)
        let calendar = try await desk.ask(CalendarQuestion(known, resting: basis))
        let conflicts = try await desk.ask(ConflictsQuestion(known, resting: basis))
        for grounds in [calendar.grounds, conflicts.grounds] {
            #expect(grounds.hiddenByDisclosure == 2 && grounds.hiddenByPosition == 1)
            #expect(grounds.position == Position(8) && grounds.drafts.isEmpty)
        }
    }

    @Test func `a draft of several agreements counts once`() async throws {
        let both = Recording(
            key: "both", agreement: "x",
            instrument: Instrument(
                kind: .amendment, title: "Both", number: nil, signed: nil,
                effective: .on("2025-05-01")),
            disclosed: "2025-05-01",
            sources: [Source(id: "s", grade: .executedText, publisher: "the parties")],
            events: [fee("more"), Event(Self.more, agreement: "y")])
        let answer = try await Self.desk().ask(
            CalendarQuestion(resting: Basis(drafts: Drafts([both], by: "ben"))))
        #expect(answer.content.agreements.map(\.resolved.drafts.count) == [1, 1])
        #expect(answer.grounds.drafts.map(\.key) == ["both"])
    }

    private static let more = TermAdded(
        term: "more", kind: .other, set: RawFields([.text: .string("More.")]))

    @Test func `an empty book rests on no position`() async throws {
        #expect(try await Desk().ask(CalendarQuestion()).grounds.position == nil)
    }
}
