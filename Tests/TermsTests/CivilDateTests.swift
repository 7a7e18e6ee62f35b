import Notation
import Terms
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("2026-04-27", "2026-04-27", "2026-04-27"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02~", "2023-02-01", "2023-02-28"),
        ("2032", "2032-01-01", "2032-12-31"),
        ("2032?", "2032-01-01", "2032-12-31"),
        ("2026-12%", "2026-12-01", "2026-12-31"),
        ("2026-04-28~", "2026-04-28", "2026-04-28"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ])
    func `a date runs from its earliest to its latest day`(
        text: String, earliest: String, latest: String
    ) throws {
        let date = try #require(CivilDate(text))
        #expect(date.earliest == Day(earliest))
        #expect(date.latest == Day(latest))
        #expect(date.description == text)
        try expectRoundTrip(date, CivilDate.codec)
    }

    @Test(arguments: [
        "", "0000", "0000-01", "0000-01-01", "2026-02-30", "2026-13", "2026-00", "2026-4-1",
        "2026-4", "26", "202", "20260", "2026-", "2026-04-", "2026~-04", "~2026", "2026~~",
        "2026~?", "2026-04-27T10", "2026-04/2026-05", "2X1X", "2026-20", "Y2026", "2026 ", "..",
    ])
    func `a text outside the subset is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        ("2026-04-27", CivilDate.Precision.day, CivilDate.Qualifier.none),
        ("2026-04~", .month, .approximate), ("2026?", .year, .uncertain), ("2026%", .year, .both),
    ])
    func `precision and doubt are kept apart`(
        text: String, precision: CivilDate.Precision, qualifier: CivilDate.Qualifier
    ) throws {
        let date = try #require(CivilDate(text))
        #expect(date.precision == precision)
        #expect(date.qualifier == qualifier)
        #expect(date.isExact == (precision == .day))
        #expect(
            CivilDate(containing: date.latest, precision: precision, qualifier: qualifier) == date)
    }

    @Test func `a date of one day is that day`() {
        let day: Day = "2026-04-27"
        #expect(CivilDate(day) == CivilDate("2026-04-27"))
        #expect(CivilDate(day) != CivilDate("2026-04-27~"))
    }
}

struct DateRangeTests {
    static let ranges: [(String, String?, String?)] = [
        ("2025-01/2025-09", "2025-01-01", "2025-09-30"),
        ("2025-10-28/..", "2025-10-28", nil),
        ("2019/", "2019-01-01", nil),
        ("../2019", nil, "2019-12-31"),
        ("/2019-07~", nil, "2019-07-31"),
        ("2026-05", "2026-05-01", "2026-05-31"),
        ("2026-05/2026", "2026-05-01", "2026-12-31"),
    ]

    @Test(arguments: ranges)
    func `a range has the ends that are stated`(
        text: String, earliest: String?, latest: String?
    ) throws {
        let range = try #require(DateRange(text))
        #expect(range.earliest == earliest.flatMap { Day($0) })
        #expect(range.latest == latest.flatMap { Day($0) })
        #expect(range.description == text)
        try expectRoundTrip(range, DateRange.codec)
    }

    @Test(arguments: [
        "", "/", "../..", "/..", "../", "2025/2024", "2025-01-02/2025-01-01", "2025//2026",
        "2025/2026/2027", "2025/...", "2025/2026-13", "2025-2026", "2025 / 2026",
    ])
    func `a text that is no interval is refused`(text: String) {
        #expect(DateRange(text) == nil)
    }

    @Test func `an open end is not an unknown one`() {
        #expect(DateRange("2019/..") != DateRange("2019/"))
        #expect(DateRange("2019/..")?.end == .open)
        #expect(DateRange("2019/")?.end == .unknown)
    }

    @Test func `a lone date is the range it covers`() {
        let date: CivilDate = "2026-05"
        #expect(DateRange("2026-05") == DateRange("2026-05/2026-05"))
        #expect(DateRange(date) == DateRange("2026-05"))
        #expect(DateRange("2026-05/2026-05")?.description == "2026-05")
    }
}
