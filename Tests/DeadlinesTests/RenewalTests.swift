import Deadlines
import Ledger
import Terms
import Testing

/// When a term that renews by itself ends, and by when notice is given.
struct RenewalTests {
    @Test func `a month too short for the day ends on its last day, and shifts no later end`()
        throws
    {
        let sequence = RenewalSequence(
            over: "2025-01-31", period: try duration("P1M"), notice: nil)
        let ends = (0...4).map { sequence.lastDay(after: $0) }
        #expect(ends == ["2025-01-30", "2025-02-27", "2025-03-30", "2025-04-29", "2025-05-30"])
    }

    @Test func `notice counts back from the renewed end, not from the first`() throws {
        let sequence = RenewalSequence(
            over: "2026-01-01", period: try duration("P1Y"), notice: try duration("P90D"))
        #expect(sequence.noticeDay(after: 0) == "2025-10-02")
        #expect(sequence.noticeDay(after: 2) == "2027-10-02")
    }

    @Test func `a leap day comes back only in leap years`() throws {
        let sequence = RenewalSequence(
            over: "2024-03-01", period: try duration("P1Y"), notice: nil)
        #expect(
            (0...4).map { sequence.lastDay(after: $0) }
                == ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    }

    /// A naive calendar of its own, month by month.
    @Test func `renewals by months are as counted by hand`() throws {
        var seed: UInt64 = 24
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<1_000 {
            let (year, month) = (1990 + next(60), 1 + next(12))
            let day = 1 + next(Self.length(of: month, year))
            let (months, renewals) = (1 + next(30), 1 + next(12))
            let over = try #require(Day(year: year, month: month, day: day))
            let sequence = RenewalSequence(
                over: over, period: try duration("P\(months)M"), notice: nil)
            var (endYear, endMonth) = (year, month)
            for _ in 0..<months * renewals {
                endMonth += 1
                if endMonth == 13 { (endYear, endMonth) = (endYear + 1, 1) }
            }
            let endDay = min(day, Self.length(of: endMonth, endYear))
            let end = try #require(Day(year: endYear, month: endMonth, day: endDay))
            #expect(
                sequence.lastDay(after: renewals) == end.adding(days: -1),
                "\(over), \(months) months, \(renewals) times")
        }
    }

    private func duration(_ text: String) throws -> CalendarDuration {
        try #require(CalendarDuration(text))
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2
            ? (isLeap ? 29 : 28) : [1, 3, 5, 7, 8, 10, 12].contains(month) ? 31 : 30
    }
}
