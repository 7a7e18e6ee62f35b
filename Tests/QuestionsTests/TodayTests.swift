import Amendments
import Conflicts
import Deadlines
import EventStore
import Ledger
import Portfolio
import Questions
import Terms
import Testing

/// Today is that of the agreement's zone; of several agreements each has its own.
struct TodayTests {
    private static let term = fee("fee", from: .from("2025-04-02"))

    /// Three agreements, for which it is 3, 2 and 1 April.
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(of: "east", zone: "Pacific/Kiritimati", term), opening(of: "mid", term),
            opening(of: "west", zone: "Pacific/Pago_Pago", term))
    }

    @Test(arguments: [("east", "2025-04-03"), ("mid", "2025-04-02"), ("west", "2025-04-01")])
    func `without a day a question is about today in the agreement's zone`(
        agreement: AgreementID, day: Day
    ) async throws {
        let desk = try await Self.desk()
        let terms = try await desk.ask(TermsQuestion(of: agreement))
        #expect(terms.today == day && terms.content.copy.vantage.on == day)
        let why = try await desk.ask(WhyQuestion(Subject("fee"), of: agreement))
        #expect(why.today == day && why.content.explanation.vantage.on == day)
        let timeline = try await desk.ask(TimelineQuestion(of: agreement))
        #expect(timeline.today == day && timeline.content.copy.vantage.on == day)
        let calendar = try await desk.ask(CalendarQuestion(of: [agreement]))
        #expect(calendar.content.span.lowerBound == day)
        let conflicts = try await desk.ask(ConflictsQuestion(of: [agreement]))
        #expect(conflicts.content.range == day...day)
    }

    @Test func `a day that is given stands, and today is stated beside it`() async throws {
        let terms = try await Self.desk().ask(TermsQuestion(of: "east", on: "2026-01-01"))
        #expect(terms.content.copy.vantage.on == "2026-01-01")
        #expect(terms.today == "2025-04-03")
    }

    @Test func `a zone that is not known has the today of UTC, and the answer says so`()
        async throws
    {
        let desk = try await Desk()
        // As a book of another version may hold it: past the check of zones.
        _ = try await desk.store.append(
            opening(of: "x", zone: "Mars/Phobos", fee()), by: "ana", expecting: [:])
        let unknown = try await desk.ask(TermsQuestion(of: "x"))
        #expect(unknown.today == "2025-04-02")
        #expect(unknown.unknownZones.map(\.agreement) == ["x"])
        #expect(unknown.unknownZones.map(\.zone) == ["Mars/Phobos"])
        #expect(try await Self.desk().ask(TermsQuestion(of: "mid")).unknownZones.isEmpty)
    }

    @Test func `conflicts of several agreements are those of every day that is today for one`()
        async throws
    {
        let desk = try await Self.desk()
        let all = try await desk.ask(ConflictsQuestion())
        #expect(all.content.range == "2025-04-01"..."2025-04-03")
        let two = try await desk.ask(ConflictsQuestion(of: ["mid", "west"]))
        #expect(two.content.range == "2025-04-01"..."2025-04-02")
        #expect(all.today == "2025-04-02")
    }

    @Test func `conflicts of an empty book are those of today in UTC`() async throws {
        let answer = try await Desk().ask(ConflictsQuestion())
        #expect(answer.content.range == "2025-04-02"..."2025-04-02")
    }

    @Test func `a predicate is asked of each agreement on its own today`() async throws {
        let desk = try await Self.desk()
        let predicate = try TermPredicate("kind = fee")
        let today = try await desk.ask(FindQuestion(predicate))
        #expect(today.content.matches.map(\.agreement) == ["east", "mid"])
        #expect(today.content.isOfToday)
        let first = try await desk.ask(FindQuestion(predicate, on: "2025-04-01"))
        #expect(first.content.matches.isEmpty && !first.content.isOfToday)
    }
}
