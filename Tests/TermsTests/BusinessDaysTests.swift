import Notation
import Terms
import Testing

/// Lengths of time that are counted in business days.
struct BusinessDaysTests {
    @Test(arguments: [
        ("1 business-day", "1 business day"), ("10 business-days", "10 business days"),
        ("5 business-days of new-york", "5 business days in new-york"),
        ("1 business-day of london and target2", "1 business day in london and target2"),
    ])
    func `it is written in one way, and reads in words`(text: String, words: String) throws {
        let days = try #require(BusinessDays(text))
        #expect(days.description == text)
        #expect(days.displayText == words)
    }

    @Test(arguments: [
        "0 business-days", "10000 business-days", "1 business-days", "2 business-day",
        "010 business-days", "5 business-days of", "5 business-days of New York",
        "5 business-days of london and london", "5 business-days in london", "5", "P5D",
    ])
    func `nothing else is such a number`(text: String) {
        #expect(BusinessDays(text) == nil)
    }

    @Test func `they are counted by the calendar, from the day after and to the day before`() throws
    {
        let days = try #require(BusinessDays("5 business-days of target2"))
        // 25 and 26 December and 1 January are none.
        #expect(days.after("2025-12-19", BusinessCalendars()) == "2025-12-30"..."2025-12-30")
        #expect(days.before("2026-01-02", BusinessCalendars()) == "2025-12-23"..."2025-12-23")
    }

    @Test(arguments: ["5 business-days", "5 business-days of tokyo"])
    func `without a calendar that is known they are over no sooner than as many days`(
        text: String
    ) throws {
        let days = try #require(BusinessDays(text))
        #expect(days.after("2025-12-19", BusinessCalendars()) == "2025-12-24"...Day.beyond)
        #expect(days.before("2026-01-02", BusinessCalendars()) == Day.first..."2025-12-28")
    }

    @Test func `a calendar that is missing is named, and that none is named is said`() throws {
        func gaps(_ text: String) throws -> [String] {
            let days = try #require(BusinessDays(text))
            return Lapse.businessDays(days).gaps(from: "2025-12-19", BusinessCalendars())
                .map(\.description)
        }
        #expect(try gaps("5 business-days of tokyo") == ["calendar tokyo is not defined"])
        #expect(try gaps("5 business-days") == ["no calendar of business days is named"])
        #expect(try gaps("5 business-days of london").isEmpty)
    }

    private func read(_ text: String, of kind: TermKind = .terminationRight) -> (
        ValueState?, Problems
    ) {
        var problems = Problems()
        let field = kind.definition.field(.notice) ?? kind.definition.field(.per)
        return (field?.codec.decode(.string(text), &problems), problems)
    }

    @Test func `a period of notice is a duration or a number of business days`() throws {
        let days = try #require(BusinessDays("10 business-days of new-york"))
        #expect(read("10 business-days of new-york").0 == .stated(.businessDays(days)))
        #expect(read("P30D").0 == .stated(.duration(try #require(CalendarDuration("P30D")))))
        #expect(read("10 business-days of New York").0 == nil)
        #expect(
            read("10 business-days of New York").1.all.first?.message.contains("business days")
                ?? false)
    }

    @Test func `a period that is counted again and again is none`() {
        #expect(read("10 business-days", of: .fee).0 == nil)
    }

    @Test func `it is written back as it was read`() throws {
        let value = try #require(read("10 business-days of new-york").0)
        let field = try #require(TermKind.terminationRight.definition.field(.notice))
        #expect(field.codec.encode(value) == .string("10 business-days of new-york"))
    }
}
