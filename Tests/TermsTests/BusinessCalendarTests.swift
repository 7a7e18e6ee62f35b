import Terms
import Testing

struct BusinessCalendarTests {
    /// Days on which QuantLib 1.44 differs from the official source, which stands.
    static let differences: [CalendarID: (days: [Day], source: String)] = [
        "new-york": (
            ["1983-01-17", "1984-01-16", "1985-01-21"],
            "Public Law 98-144, section 2: the birthday of Martin Luther King, Jr. is first kept in 1986"
        ),
        "london": (
            ["1981-07-29"],
            "London Gazette, proclamation under the Banking and Financial Dealings Act 1971: a bank holiday for the "
                + "wedding of the Prince of Wales"
        ),
        "target2": ([], "European Central Bank, TARGET closing days"),
    ]

    @Test(arguments: differences.keys.sorted())
    func `the holidays of 50 years are those of QuantLib, but where the official source differs`(
        name: CalendarID
    ) throws {
        let fixture = try QuantLibFixture(name)
        let calendar = try #require(BusinessCalendars()[name])
        let different = Set(Self.differences[name]?.days ?? [])
        #expect(fixture.holidays.count == 50)
        var found: Set<Day> = []
        for (year, days) in fixture.holidays {
            let own = try #require(calendar.holidays(in: year))
            found.formUnion(Set(own).symmetricDifference(days))
        }
        #expect(found == different)
    }

    @Test(arguments: differences.keys.sorted())
    func `every day of 50 years is rolled and counted from as QuantLib does`(name: CalendarID)
        throws
    {
        let fixture = try QuantLibFixture(name)
        let calendars = BusinessCalendars()
        let years = try #require(calendars[name]).years
        let different = Self.differences[name]?.days ?? []
        var compared = 0
        for moves in fixture.moves {
            for (day, moved) in moves.days
            // Ten business days never reach further.
            where !different.contains(where: { abs($0.days(until: day)) <= 22 }) {
                let own =
                    if let convention = RollConvention(rawValue: moves.word) {
                        calendars.rolled(day, by: convention, in: [name])
                    } else {
                        try calendars.day(
                            #require(Int(moves.word)), businessDaysFrom: day, in: [name])
                    }
                compared += 1
                // Into a year that the calendar does not state no way is known.
                let expected = years.contains(moved.year) ? moved : nil
                if own != expected { Issue.record("\(name) \(moves.word) of \(day)") }
            }
        }
        #expect(compared > 8 * 50 * 360)
    }

    @Test func `outside the years that a calendar states nothing is known`() {
        let calendars = BusinessCalendars()
        #expect(calendars.isBusinessDay("1977-12-31", in: ["london"]) == .unknown)
        #expect(calendars.isBusinessDay("2061-01-03", in: ["london"]) == .unknown)
        #expect(calendars.day(1, businessDaysFrom: "2060-12-31", in: ["london"]) == nil)
        #expect(calendars.rolled("1998-12-31", by: .preceding, in: ["target2"]) == nil)
        // The days of the month are known, and all before the first of them are in another.
        #expect(
            calendars.rolled("1999-01-01", by: .modifiedPreceding, in: ["target2"]) == "1999-01-04")
        #expect(calendars.rolled("1999-01-01", by: .preceding, in: ["target2"]) == nil)
        #expect(calendars.rolled("1998-12-31", by: .none, in: ["target2"]) == "1998-12-31")
        #expect(calendars.isBusinessDay("2026-11-30", in: ["tokyo"]) == .unknown)
        #expect(calendars["london"]?.holidays(in: 1977) == nil)
    }

    @Test func `a business day of two calendars is one of each, and a holiday of one is none`() {
        let calendars = BusinessCalendars()
        // Thanksgiving, and the bank holiday in August.
        #expect(calendars.isBusinessDay("2026-11-26", in: ["london", "new-york"]) == .no)
        #expect(calendars.isBusinessDay("2026-08-31", in: ["london", "new-york"]) == .no)
        #expect(calendars.isBusinessDay("2026-11-27", in: ["london", "new-york"]) == .yes)
        #expect(calendars.isBusinessDay("2026-11-26", in: ["tokyo", "new-york"]) == .no)
        #expect(calendars.isBusinessDay("2026-11-27", in: ["tokyo", "new-york"]) == .unknown)
        #expect(
            calendars.day(1, businessDaysFrom: "2026-08-28", in: ["london", "new-york"])
                == "2026-09-01")
    }

    /// Fridays and Saturdays off, and the whole of March 2026.
    static func own() throws -> BusinessCalendars {
        let march = (1...31).map {
            HolidayRule(nil, .once(Day.start(of: 2026).adding(days: 58 + $0)))
        }
        var calendars = BusinessCalendars()
        let calendar = BusinessCalendar(
            weekend: [.friday, .saturday], years: 2026...2026,
            holidays: march + [HolidayRule("Fair", "4 june", observed: .nextWeekday)])
        calendars.define("souk", as: try #require(calendar))
        return calendars
    }

    @Test func `a calendar of one's own has its own days of rest`() throws {
        let calendars = try Self.own()
        #expect(calendars.isBusinessDay("2026-04-03", in: ["souk"]) == .no)
        #expect(calendars.isBusinessDay("2026-04-05", in: ["souk"]) == .yes)
        #expect(calendars.rolled("2026-06-04", by: .following, in: ["souk"]) == "2026-06-07")
        #expect(calendars["new-york"] != nil)
    }

    @Test func `where a month has no business day the modified conventions lead out of it`() throws
    {
        let calendars = try Self.own()
        #expect(
            calendars.rolled("2026-03-15", by: .modifiedFollowing, in: ["souk"]) == "2026-04-01")
        #expect(
            calendars.rolled("2026-03-15", by: .modifiedPreceding, in: ["souk"]) == "2026-02-26")
    }

    @Test func `a calendar without a day for business, or of too many years, is none`() {
        let all = Set(Weekday.allCases)
        #expect(BusinessCalendar(weekend: all, years: 2026...2026, holidays: []) == nil)
        #expect(BusinessCalendar(weekend: [], years: 1800...2026, holidays: []) == nil)
        #expect(BusinessCalendar(weekend: [], years: 1500...1600, holidays: []) == nil)
        #expect(BusinessCalendar(weekend: [], years: 9999...9999, holidays: []) != nil)
    }

    @Test func `the last day of the calendar leads nowhere`() throws {
        var calendars = BusinessCalendars()
        let calendar = BusinessCalendar(weekend: [.friday], years: 9998...9999, holidays: [])
        calendars.define("late", as: try #require(calendar))
        // 9999-12-31 is a Friday.
        #expect(calendars.rolled(.last, by: .following, in: ["late"]) == nil)
        #expect(calendars.rolled(.last, by: .modifiedFollowing, in: ["late"]) == "9999-12-30")
        #expect(calendars.rolled(.last, by: .preceding, in: ["late"]) == "9999-12-30")
        #expect(calendars.day(1, businessDaysFrom: .last, in: ["late"]) == nil)
    }

    static let substitutes: [(HolidayRule.Observance, String, [String])] = [
        // 25 December 2022 is a Sunday, in 2021 a Saturday.
        (.asItFalls, "25 december", []),
        (.mondayAfterSunday, "25 december", ["2022-12-26"]),
        (.nearestWeekday, "25 december", ["2021-12-24", "2022-12-26"]),
        (.nextWeekday, "25 december", ["2021-12-27", "2022-12-26"]),
        // 1 January 2022 is a Saturday, in 2023 a Sunday: the first is kept in the year before.
        (.nearestWeekday, "1 january", ["2021-01-01", "2021-12-31"]),
    ]

    @Test(arguments: substitutes)
    func `a holiday on a day of rest is kept as its rule says`(
        observance: HolidayRule.Observance, text: String, kept: [String]
    ) throws {
        let rule = HolidayRule(nil, try #require(HolidayDay(text)), observed: observance)
        let calendar = try #require(
            BusinessCalendar(
                weekend: [.saturday, .sunday], years: 2021...2022, holidays: [rule]))
        let days = (2021...2022).flatMap { calendar.holidays(in: $0) ?? [] }
        #expect(days.map(\.description) == kept)
    }

    @Test(arguments: [
        "25 december", "29 february", "third monday of january", "last friday of november",
        "fourth thursday of november", "easter", "easter - 2", "easter + 39", "2022-09-19",
    ])
    func `a holiday reads as people write it and comes back`(text: String) throws {
        let day = try #require(HolidayDay(text))
        #expect(day.description == text)
        try expectRoundTrip(day, HolidayDay.codec)
    }

    @Test(arguments: [
        "", "december 25", "0 december", "31 june", "30 february", "25 December",
        "fifth monday of may",
        "third monday in may", "easter-2", "easter - 0", "easter - 100", "2022-13-01", "2022",
        "25  december",
    ])
    func `anything else is no holiday`(text: String) {
        #expect(HolidayDay(text) == nil)
    }

    @Test func `Easter falls on the days that the Church of England lists`() throws {
        // Book of Common Prayer, table of moveable feasts; the earliest and the latest among them.
        let days = [
            "1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2038-04-25",
            "2285-03-22",
        ]
        let easter = HolidayRule(nil, "easter")
        for text in days {
            let day = try #require(Day(text))
            #expect(day.weekday == .sunday)
            let calendar = BusinessCalendar(
                weekend: [.monday], years: day.year...day.year, holidays: [easter])
            #expect(calendar?.holidays(in: day.year) == [day])
        }
    }

    @Test(arguments: [
        ("0001-01-01", Weekday.monday), ("1970-01-01", .thursday), ("2026-11-30", .monday),
        ("9999-12-31", .friday),
    ])
    func `every day has its day of the week`(text: String, weekday: Weekday) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }
}
