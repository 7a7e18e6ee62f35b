import Amendments
import Ledger
import Notation
import Questions
import Terms
import Testing

/// Days and points as people say them.
struct DayWordsTests {
    private static let today: Day = "2026-03-01"

    @Test(arguments: [
        ("2026-04-28", Day("2026-04-28")), ("28 Apr 2026", "2026-04-28"),
        ("April 28, 2026", "2026-04-28"), ("28/4/2026", "2026-04-28"), ("today", "2026-03-01"),
        ("Yesterday", "2026-02-28"), ("tomorrow", "2026-03-02"),
    ])
    func `a day is a date as people write it, or relative to today`(
        text: String, day: Day?
    ) throws {
        #expect(try DayWords(text).day(today: Self.today) == day)
    }

    @Test(arguments: [
        ("03/04/2026", "may be"), ("30 February 2026", "'30 February 2026'"),
        ("2026-04", "is no one day"), ("April 2026", "is no one day"), ("2026-04~", "no one day"),
        ("soon", "is no day"), ("", "is no day"),
    ])
    func `what is no day, or may be two, is refused with the reason`(
        text: String, words: String
    ) {
        let problem = #expect(throws: Problem.self) { try DayWords(text) }
        #expect(problem?.message.contains(words) ?? false, "\(problem?.message ?? "")")
        #expect(problem?.hint != nil)
    }

    @Test(arguments: [
        ("2026-04", "2026-04-01", "2026-04-30"), ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ])
    func `a month or a year in the place of a day is refused with the days that it has`(
        text: String, first: String, last: String
    ) {
        let problem = #expect(throws: Problem.self) { try DayWords(text) }
        #expect(problem?.message.contains("it runs from \(first) through \(last)") ?? false)
        #expect(problem?.hint?.contains(last) ?? false)
    }

    @Test(arguments: [
        ("yesterday", Vantage(on: "2026-02-28")),
        ("28 Apr 2026@today", Vantage(on: "2026-04-28", disclosedBy: "2026-03-01")),
        ("28 Apr 2026 @ #17", Vantage(on: "2026-04-28", recordedAt: Position(17))),
        ("2026-04-28@2026-05-01", Vantage(on: "2026-04-28", disclosedBy: "2026-05-01")),
    ])
    func `a point has a day, and what counts as known`(text: String, vantage: Vantage) throws {
        #expect(try PointWords(text).vantage(today: Self.today) == vantage)
    }

    @Test(arguments: ["2026-04-28@", "2026-04-28@#x", "2026-04-28@#1@#2", "@2026-04-28"])
    func `what is no point is refused`(text: String) {
        #expect(throws: Problem.self) { try PointWords(text) }
    }

    @Test func `today is that of the agreement's zone`() async throws {
        let desk = try await Desk(
            opening(of: "x", zone: "Pacific/Pago_Pago", fee()),
            opening(of: "y", zone: "Pacific/Kiritimati", fee()))
        #expect(try await desk.ask(TodayQuestion(of: "x")).content == "2025-04-01")
        #expect(try await desk.ask(TodayQuestion(of: "y")).content == "2025-04-03")
    }
}
