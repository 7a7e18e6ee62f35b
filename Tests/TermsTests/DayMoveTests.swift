import Terms
import Testing

struct DayMoveTests {
    static func reached(_ day: String, _ move: DayMove) throws -> String {
        let days = move.reached(from: try #require(Day(day)), BusinessCalendars())
        guard days.lowerBound != days.upperBound else { return days.lowerBound.description }
        let last = days.upperBound == .beyond ? ".." : days.upperBound.description
        return "\(days.lowerBound == .first ? ".." : days.lowerBound.description)/\(last)"
    }

    @Test(arguments: [
        ("2026-02-28", "P1M", "2026-03-31"), ("2024-02-28", "P1M", "2024-03-28"),
        ("2024-02-29", "P1Y", "2025-02-28"), ("2025-02-28", "P3Y", "2028-02-29"),
        ("2026-04-30", "P1Q", "2026-07-31"), ("2026-01-31", "P1M", "2026-02-28"),
        ("2026-04-29", "P1M", "2026-05-29"), ("2026-04-30", "P1M1D", "2026-05-31"),
        ("2026-12-31", "P30D", "2027-01-30"),
    ])
    func `by the end-of-month rule months lead from the end of a month to the end of a month`(
        day: String, length: String, reached: String
    ) throws {
        let length = try #require(CalendarDuration(length))
        #expect(try Self.reached(day, .keepingMonthEnd(length)) == reached)
    }

    @Test(arguments: [
        ("2026-01-01", "2026-01-31", "2026-03-31", "2026-12-31"),
        ("2024-02-29", "2024-02-29", "2024-03-31", "2024-12-31"),
        ("2026-09-30", "2026-09-30", "2026-09-30", "2026-12-31"),
        ("2026-10-01", "2026-10-31", "2026-12-31", "2026-12-31"),
    ])
    func `a month, a quarter and a year of the calendar have their last day`(
        day: String, month: String, quarter: String, year: String
    ) throws {
        #expect(try Self.reached(day, .endOf(.month)) == month)
        #expect(try Self.reached(day, .endOf(.quarter)) == quarter)
        #expect(try Self.reached(day, .endOf(.year)) == year)
    }

    static let unknown: [(DayMove, String)] = [
        (.businessDays(10, in: ["tokyo"]), "2026-06-16/.."),
        (.businessDays(-10, in: ["tokyo"]), "../2026-05-27"),
        (.rolled(.following, in: ["tokyo"]), "2026-06-06/.."),
        (.rolled(.preceding, in: ["tokyo"]), "../2026-06-06"),
        (.rolled(.modifiedFollowing, in: ["tokyo"]), "2026-06-01/.."),
        (.rolled(.modifiedPreceding, in: ["tokyo"]), "../2026-06-30"),
        (.rolled(.none, in: ["tokyo"]), "2026-06-06"),
        (.rolled(.following, in: ["london"]), "2026-06-08"),
    ]

    @Test(arguments: unknown)
    func `what a calendar does not say leaves the days open on which it may be`(
        move: DayMove, days: String
    ) throws {
        #expect(try Self.reached("2026-06-06", move) == days)
        let gaps = move.gaps(from: "2026-06-06", BusinessCalendars()).map(\.description)
        #expect(gaps == (days.contains("/") ? ["calendar tokyo is not defined"] : []))
    }

    @Test func `a gap names the years for which the calendar states its holidays`() {
        let gaps = DayMove.businessDays(1, in: ["london", "target2"])
            .gaps(from: "2060-12-31", BusinessCalendars())
        #expect(
            gaps.map(\.description) == [
                "calendar london states holidays for 1978 to 2060 only",
                "calendar target2 states holidays for 1999 to 2060 only",
            ])
    }

    @Test func `a later day never leads to an earlier one`() throws {
        let month = try #require(CalendarDuration("P1M"))
        let moves: [DayMove] =
            RollConvention.allCases.map { .rolled($0, in: ["london", "new-york"]) }
            + [.businessDays(3, in: ["target2"]), .businessDays(-3, in: ["target2"])]
            + [.keepingMonthEnd(month)] + DayMove.Period.allCases.map { .endOf($0) }
        let calendars = BusinessCalendars()
        for move in moves {
            var last = Day.first
            for number in 18_000..<21_000 {
                let reached = move.reached(from: Day(number: number), calendars)
                #expect(reached.lowerBound == reached.upperBound)
                #expect(reached.lowerBound >= last, "\(move) of \(Day(number: number))")
                last = reached.upperBound
            }
        }
    }
}
