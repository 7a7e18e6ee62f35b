import Notation
import Terms
import Testing

struct CalendarDurationTests {
    @Test(arguments: [
        // Month ends are clamped.
        ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"),
        ("2026-01-30", "P1M", "2026-02-28"), ("2026-01-28", "P1M", "2026-02-28"),
        ("2026-03-31", "P1M", "2026-04-30"), ("2026-02-28", "P1M", "2026-03-28"),
        ("2026-12-31", "P1M", "2027-01-31"), ("2026-08-31", "P6M", "2027-02-28"),
        ("2026-01-31", "P2M", "2026-03-31"), ("2026-01-15", "P25M", "2028-02-15"),
        ("2100-01-31", "P1M", "2100-02-28"), ("2000-01-31", "P1M", "2000-02-29"),
        // Quarters are three months.
        ("2025-11-30", "P1Q", "2026-02-28"), ("2023-11-30", "P1Q", "2024-02-29"),
        ("2026-01-31", "P1Q", "2026-04-30"), ("2026-01-31", "P4Q", "2027-01-31"),
        // A leap day plus a year is the last day of February.
        ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"),
        ("2024-02-28", "P1Y", "2025-02-28"), ("1996-02-29", "P104Y", "2100-02-28"),
        ("2025-11-03", "P7Y", "2032-11-03"),
        // Weeks and days are counted.
        ("2026-02-20", "P2W", "2026-03-06"), ("2026-01-31", "P30D", "2026-03-02"),
        ("2024-02-28", "P1D", "2024-02-29"), ("2026-04-27", "P0D", "2026-04-27"),
        // Months first and at once, then days, as `Period` of java.time adds them.
        ("2026-01-31", "P1M15D", "2026-03-15"), ("2024-01-31", "P1M15D", "2024-03-15"),
        ("2024-02-29", "P1Y6M", "2025-08-29"), ("2026-08-31", "P1Y6M", "2028-02-29"),
        ("2026-01-31", "P1Y1M1D", "2027-03-01"), ("2026-01-31", "P1M1W1D", "2026-03-08"),
        ("2025-11-30", "P1Q1D", "2026-03-01"), ("2026-04-27", "P0Y0D", "2026-04-27"),
        // Nothing leaves the calendar.
        ("9999-12-01", "P1M", "9999-12-31"), ("9999-01-31", "P999999Y", "9999-12-31"),
        ("9990-01-31", "P999999D", "9999-12-31"),
    ])
    func `a duration is added by the stated rule`(day: String, text: String, sum: String) throws {
        let day = try #require(Day(day))
        let duration = try #require(CalendarDuration(text))
        #expect(duration.added(to: day).description == sum)
    }

    @Test func `a quarter is three months and a year twelve, from every day`() throws {
        let pairs = [("P1Q", "P3M"), ("P1Y", "P12M"), ("P3Q", "P9M"), ("P1W", "P7D")]
        for (first, second) in pairs {
            let left = try #require(CalendarDuration(first))
            let right = try #require(CalendarDuration(second))
            #expect(left != right)
            for offset in 0..<1500 {
                let day = Day(number: 19_000 + offset)
                #expect(left.added(to: day) == right.added(to: day))
            }
        }
    }

    @Test func `a month later is the same day of the month or the month's last`() throws {
        let month = try #require(CalendarDuration("P1M"))
        for offset in 0..<2000 {
            let day = Day(number: 19_000 + offset)
            let later = month.added(to: day)
            #expect((later.year * 12 + later.month) - (day.year * 12 + day.month) == 1)
            let isLastOfMonth = later.adding(days: 1).day == 1
            #expect(later.day == day.day || (isLastOfMonth && later.day < day.day))
        }
    }

    @Test(arguments: [
        ("P7Y", "7 years"), ("P1Q", "1 quarter"), ("P3M", "3 months"), ("P2W", "2 weeks"),
        ("P30D", "30 days"), ("P0D", "0 days"), ("P1Y", "1 year"), ("P1Y6M", "1 year and 6 months"),
        ("P1M15D", "1 month and 15 days"),
        ("P1Y1Q1M1W1D", "1 year, 1 quarter, 1 month, 1 week and 1 day"),
    ])
    func `a duration is read and written as it was`(text: String, words: String) throws {
        let duration = try #require(CalendarDuration(text))
        #expect(duration.description == text)
        #expect(duration.displayText == words)
        try expectRoundTrip(duration, CalendarDuration.codec)
    }

    @Test(arguments: [
        "", "P", "7Y", "P7", "P7y", "p7Y", "P07Y", "P-1Y", "P6M1Y", "P1M1M", "P1Y6", "P1YM",
        "P1Y P6M", "P1YP6M", "P1Y6M2W3DT1H", "PT5H", "P1.5Y", "P1H", "P7Y ",
        "P1000000D", "P 7Y",
    ])
    func `anything else is no duration`(text: String) {
        #expect(CalendarDuration(text) == nil)
    }

    @Test(arguments: ["P1Y6M", "P1M15D", "P1Q2W", "P7M3W2D"])
    func `several units lead to the month reached in one step, and from there by days`(text: String)
        throws
    {
        let duration = try #require(CalendarDuration(text))
        for number in 19_000..<21_000 {
            let day = Day(number: number)
            let months = try #require(CalendarDuration(count: duration.months, unit: .month))
            let days = try #require(CalendarDuration(count: duration.days, unit: .day))
            #expect(duration.added(to: day) == days.added(to: months.added(to: day)))
            #expect(duration.reached(from: day) == duration.added(to: day))
            #expect(duration.added(to: duration.subtracted(from: day)) <= day)
            #expect(duration.possibleDays.contains(day.days(until: duration.added(to: day))))
        }
    }

    @Test func `three times a year and six months is counted at once`() throws {
        let duration = try #require(CalendarDuration("P1Y6M"))
        #expect(duration.times(3)?.description == "P3Y18M")
        #expect(duration.times(1_000_000) == nil)
        #expect(CalendarDuration("P0Y0D")?.isEmpty == true)
        #expect(CalendarDuration("P0Y1D")?.isEmpty == false)
        #expect(CalendarDuration("P999999Y1D")?.reached(from: .first) == .beyond)
    }

    @Test func `a count outside six digits is refused`() {
        #expect(CalendarDuration(count: -1, unit: .day) == nil)
        #expect(CalendarDuration(count: 1_000_000, unit: .day) == nil)
        #expect(CalendarDuration(count: 3, unit: .month) == CalendarDuration("P3M"))
    }
}
