import Notation
import Terms
import Testing

/// Days that come again each year, written, read and counted.
struct DaysOfYearTests {
    private func days(_ texts: String...) throws -> DaysOfYear {
        let node = Node(.list(texts.map { .string($0) }))
        var problems = Problems()
        return try #require(DaysOfYear.codec.decode(node, &problems))
    }

    private func texts(_ days: DaysOfYear, _ span: ClosedRange<Day>) -> [String] {
        days.stretches(touching: span).map { "\($0.lowerBound)/\($0.upperBound)" }
    }

    @Test func `a month is all of its days, each year`() throws {
        #expect(
            try texts(days("may", "november"), "2024-01-01"..."2025-06-30")
                == ["2024-05-01/2024-05-31", "2024-11-01/2024-11-30", "2025-05-01/2025-05-31"])
    }

    @Test func `a stretch that ends before it begins goes on into the next year`() throws {
        #expect(
            try texts(days("15 december through 15 january"), "2025-01-01"..."2025-12-31")
                == ["2024-12-15/2025-01-15", "2025-12-15/2026-01-15"])
    }

    @Test func `what touches is one stretch`() throws {
        #expect(
            try texts(
                days("march", "1 april through 3 april", "5 april"), "2025-01-01"..."2025-12-31")
                == ["2025-03-01/2025-04-03", "2025-04-05/2025-04-05"])
    }

    @Test func `a month that is too short has its last day`() throws {
        #expect(
            try texts(days("february"), "2024-01-01"..."2025-12-31")
                == ["2024-02-01/2024-02-29", "2025-02-01/2025-02-28"])
        #expect(
            try texts(days("29 february"), "2024-01-01"..."2025-12-31")
                == ["2024-02-29/2024-02-29", "2025-02-28/2025-02-28"])
    }

    @Test(arguments: [
        ("may", "may"), ("May", "may"), ("Nov", "november"), ("1 April", "1 april"),
        ("April 1", "1 april"), ("15 June to 15 July", "15 june through 15 july"),
        ("may through july", "may through july"),
    ])
    func `people's words are understood, and written in one way`(
        _ text: String, _ canonical: String
    )
        throws
    {
        var problems = Problems(.forgiving)
        let read = FieldType.yearly.codec.decode(
            Node(.list([Node(.plain(text))])), &problems)
        #expect(problems.isEmpty)
        #expect(read?.displayText == canonical)
    }

    @Test func `a cell lists them with commas`() throws {
        var problems = Problems(.forgiving)
        let read = FieldType.yearly.codec.decode(Node(.plain("may, 1 november")), &problems)
        #expect(read?.displayText == "may, 1 november")
    }

    @Test(arguments: ["31 april", "30 february", "0 may", "mai", "may november", "2026-05", ""])
    func `what is no day of the year is refused`(_ text: String) {
        var problems = Problems()
        #expect(DaysOfYear.codec.decode(Node(.list([.string(text)])), &problems) == nil)
        #expect(!problems.isEmpty)
    }

    @Test func `no days at all are refused`() {
        var problems = Problems()
        #expect(DaysOfYear.codec.decode(Node(.list([])), &problems) == nil)
        #expect(!problems.isEmpty)
    }

    @Test func `day by day the stretches are what their words say`() throws {
        let written = try days(
            "february", "20 april through 3 may", "30 november through 2 january")
        let span: ClosedRange<Day> = "2019-01-01"..."2025-12-31"
        let stretches = written.stretches(touching: span)
        var day = span.lowerBound
        while day <= span.upperBound {
            let (month, number) = (day.month, day.day)
            let isNamed =
                month == 2 || month == 4 && number >= 20 || month == 5 && number <= 3
                || month == 11 && number == 30 || month == 12 || month == 1 && number <= 2
            #expect(stretches.contains { $0.contains(day) } == isNamed, "\(day)")
            day = day.next
        }
    }
}
