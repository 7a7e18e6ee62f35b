import Notation
import Terms
import Testing

struct DayTests {
    /// A calendar kept by counting, one day after another.
    private struct Counting {
        var (year, month, day) = (1800, 1, 1)

        mutating func advance() {
            var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            let isCenturyWithoutLeapDay = year % 100 == 0 && year % 400 != 0
            if year % 4 == 0 && !isCenturyWithoutLeapDay { lengths[1] = 29 }
            day += 1
            guard day > lengths[month - 1] else { return }
            (month, day) = (month + 1, 1)
            guard month > 12 else { return }
            (year, month) = (year + 1, 1)
        }
    }

    @Test func `four hundred years of days agree with counting them`() throws {
        var counting = Counting()
        let first = try #require(Day(year: 1800, month: 1, day: 1))
        for offset in 0...146_097 {
            let day = try #require(
                Day(year: counting.year, month: counting.month, day: counting.day))
            guard day.number == first.number + offset, day.year == counting.year,
                day.month == counting.month, day.day == counting.day,
                first.adding(days: offset) == day, day.adding(days: -offset) == first,
                first.days(until: day) == offset, Day(day.description) == day
            else {
                Issue.record("\(counting) is not \(day)")
                return
            }
            counting.advance()
        }
        #expect(counting.year == 2200)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-04-27", 20_570),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `days are counted from 1970`(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.description == text)
        #expect(Day(number: number) == day)
        try expectRoundTrip(day, Day.codec)
    }

    @Test(arguments: [
        "", "2026", "2026-04", "2026-4-1", "2026-04-1", "2026-4-01", "26-04-27", "2026-02-30",
        "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-00", "2026-04-31",
        "0000-01-01", "10000-01-01", "-2026-04-27", "+2026-04-27", "2026/04/27", "2026-04-27 ",
        " 2026-04-27", "2026-04-27T00:00:00Z", "2026-04-27~", "20260427", "٢٠٢٦-٠٤-٢٧",
    ])
    func `a text that is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `arithmetic stops at the ends of the calendar`() {
        #expect(Day.last.adding(days: 1) == Day.last)
        #expect(Day.first.adding(days: -1) == Day.first)
        #expect(Day.first.adding(days: .max) == Day.last)
        #expect(Day.last.adding(days: .min) == Day.first)
        #expect(Day.first.description == "0001-01-01")
        #expect(Day.last.description == "9999-12-31")
    }

    @Test func `an earlier day is the smaller`() {
        let earlier: Day = "2026-04-26"
        let later: Day = "2026-04-27"
        #expect(earlier < later)
        #expect(later.days(until: earlier) == -1)
    }

    @Test func `a wrong day is reported with an example`() {
        let found = problems(reading: Node(.plain("2026-02-30")), Day.codec)
        #expect(found.map(\.message) == ["'2026-02-30' is not a day such as 2026-04-27"])
    }
}
