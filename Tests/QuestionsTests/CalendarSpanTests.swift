import Amendments
import Deadlines
import Questions
import Terms
import Testing

/// Which days a calendar covers where it is not given both.
struct CalendarSpanTests {
    struct Span: Sendable {
        var from: Day?
        var to: Day?
        var covered: ClosedRange<Day>
    }

    /// Today is 2025-04-02.
    static let spans = [
        Span(covered: "2025-04-02"..."2026-04-02"),
        Span(from: "2024-01-01", covered: "2024-01-01"..."2025-01-01"),
        Span(from: "2024-02-29", covered: "2024-02-29"..."2025-02-28"),
        Span(to: "2025-04-30", covered: "2025-04-02"..."2025-04-30"),
        Span(to: "2025-03-01", covered: "2025-03-01"..."2025-03-01"),
        Span(from: "2026-01-01", to: "2026-01-31", covered: "2026-01-01"..."2026-01-31"),
        Span(from: "2026-01-01", to: "2025-01-01", covered: "2026-01-01"..."2026-01-01"),
    ]

    @Test(arguments: spans)
    func `a calendar begins today and lasts a year, unless it is asked otherwise`(
        span: Span
    ) async throws {
        let answer = try await Desk(opening(fee()))
            .ask(CalendarQuestion(of: ["x"], from: span.from, to: span.to))
        #expect(answer.content.agreements.map(\.span) == [span.covered])
    }

    @Test func `the whole is the shortest span that has that of each agreement in it`()
        async throws
    {
        let desk = try await Desk(
            opening(of: "east", zone: "Pacific/Kiritimati", fee()),
            opening(of: "west", zone: "Pacific/Pago_Pago", fee()))
        let calendar = try await desk.ask(CalendarQuestion()).content
        #expect(calendar.agreements.map(\.span.lowerBound) == ["2025-04-03", "2025-04-01"])
        #expect(
            calendar.span.lowerBound == "2025-04-01" && calendar.span.upperBound == "2026-04-03")
    }

    @Test func `of the whole book those are listed that have something in the days`() async throws {
        let desk = try await Desk(
            opening(of: "x", fee("fee", from: .from("2025-06-01"))),
            opening(of: "y", fee("fee", from: .from("2026-06-01"))))
        func ids(_ question: CalendarQuestion) async throws -> [AgreementID] {
            try await desk.ask(question).content.agreements.map(\.id)
        }
        let days: (Day, Day) = ("2025-06-01", "2025-06-02")
        #expect(try await ids(CalendarQuestion(from: days.0, to: days.1)) == ["x"])
        let named: [AgreementID] = ["y", "x"]
        #expect(try await ids(CalendarQuestion(of: named, from: days.0, to: days.1)) == named)
        let none = try await desk.ask(CalendarQuestion(from: "2020-01-01", to: "2020-01-31"))
        #expect(none.content.agreements.isEmpty && none.grounds.position == Position(8))
        #expect(none.content.span == "2020-01-01"..."2020-01-31")
    }

    @Test func `a calendar of an empty book is of the year from today in UTC`() async throws {
        let calendar = try await Desk().ask(CalendarQuestion()).content
        #expect(calendar.agreements.isEmpty && calendar.span.lowerBound == "2025-04-02")
    }

    @Test func `entries for a calendar program are those of the calendar, in a book with a name`()
        async throws
    {
        let desk = try await Desk(opening(fee("fee", from: .from("2025-06-01"))))
        let question = CalendarQuestion()
        let entries = try await desk.ask(CalendarEntriesQuestion(of: question)).content
        #expect(entries.calendar == (try await desk.ask(question).content))
        #expect(entries.origin == "memory" && !entries.entries.isEmpty)
    }
}
