import Effort
import Terms
import Testing

/// Periods that follow each other, one of which begins on a given day.
struct PeriodGridTests {
    private func grid(_ length: String, _ anchor: Day) throws -> PeriodGrid {
        let duration = try #require(CalendarDuration(length))
        return try #require(PeriodGrid(of: duration, from: anchor))
    }

    @Test(arguments: [
        ("P1Y", "2024-07-01" as Day, "2024-06-30" as Day, "2023-07-01" as Day, "2024-06-30" as Day),
        ("P1Y", "2024-07-01", "2026-01-15", "2025-07-01", "2026-06-30"),
        ("P1Q", "2024-01-01", "2023-12-31", "2023-10-01", "2023-12-31"),
        ("P1M", "2024-01-31", "2024-02-29", "2024-02-29", "2024-03-30"),
        ("P1M", "2024-01-31", "2023-12-30", "2023-11-30", "2023-12-30"),
        ("P45D", "2024-01-01", "2023-12-31", "2023-11-17", "2023-12-31"),
    ])
    func `a day lies in one of them, before the given day too`(
        _ length: String, _ anchor: Day, _ day: Day, _ first: Day, _ last: Day
    ) throws {
        #expect(try grid(length, anchor).period(of: day) == first...last)
    }

    @Test func `no length is no periods`() throws {
        let none = try #require(CalendarDuration("P0D"))
        #expect(PeriodGrid(of: none, from: "2024-01-01") == nil)
    }

    @Test func `they follow each other without a gap`() throws {
        var random = Seeded(4)
        for _ in 0..<200 {
            let length = ["P1Y", "P1Q", "P1M", "P2W", "P45D", "P18M"].randomElement(using: &random)
            let anchor = Day("2024-01-31").adding(days: Int.random(in: -800...800, using: &random))
            let grid = try grid(length ?? "P1Y", anchor)
            let day = anchor.adding(days: Int.random(in: -4_000...4_000, using: &random))
            let period = grid.period(of: day)
            #expect(period.contains(day))
            #expect(grid.period(of: period.upperBound) == period)
            #expect(grid.period(of: period.upperBound.next).lowerBound == period.upperBound.next)
            #expect(grid.boundary(1, after: day) == period.upperBound.next)
        }
    }

    @Test func `at the ends of the calendar there are days too`() throws {
        let grid = try grid("P1Y", "2024-07-01")
        #expect(grid.period(of: .last).upperBound == .last)
        #expect(grid.period(of: .first).contains(.first))
    }
}
