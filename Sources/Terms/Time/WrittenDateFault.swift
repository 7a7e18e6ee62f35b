import Notation

/// Why what looks like a date is none, where that can be seen.
enum WrittenDateFault {
    /// A day of a spreadsheet, which counts them from the end of 1899.
    case serial(Day)
    /// `31-Mar-26`: the words before the year, and the year.
    case shortYear(Int, of: String)
    /// The 30th of February.
    case noSuchDay(year: Int, month: Int)
    /// `27 April`.
    case noYear(String)
    /// `2024-25`, of which `2023-24` is a date, of EDTF.
    case twoYears(first: Int)

    init?(_ text: String) {
        let parts = WrittenDate.parts(of: text)
        if let day = Self.serial(text) {
            self = .serial(day)
        } else if let (year, month) = Self.monthWithoutThatDay(parts) {
            self = .noSuchDay(year: year, month: month)
        } else if let year = Self.shortYear(parts), let last = parts.last {
            self = .shortYear(year, of: String(text.trimmed.dropLast(last.count)))
        } else if parts.count == 2, Self.isDayAndMonth(parts[0], parts[1]) {
            self = .noYear(text.trimmed)
        } else if parts.count == 2, let first = WrittenDate.year(parts[0]), parts[1].count == 2,
            WrittenDate.number(parts[1]) == (first + 1) % 100
        {
            self = .twoYears(first: first)
        } else {
            return nil
        }
    }

    var understanding: Understanding<CivilDate> {
        switch self {
        case .serial(let day):
            .nothing(
                "is not a date: it may be a spreadsheet's number of \(WrittenDate.inWords(day))",
                hint: "write \(day), or give the column the format of dates and save it again")
        case .shortYear(let year, let words):
            .nothing(
                "is not a date: its year has two digits",
                hint: "write the year in full, such as \(words)\(2000 + year)")
        case .noSuchDay(let year, let month):
            .nothing(
                "is not a date: \(WrittenDate.name(ofMonth: month)) \(year) has "
                    + "\(Day.length(ofMonth: month, year: year)) days",
                hint: "write a day of that month, or the month alone: "
                    + "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))")
        case .noYear(let words):
            .nothing("is not a date: it has no year", hint: "add the year, such as \(words) 2026")
        case .twoYears(let first):
            .nothing(
                "is not a date: it may be the year \(first) to \(first + 1)",
                hint: "write its first day, such as \(first)-04-01, or its last")
        }
    }

    /// Five digits: days of 1954 to 2119.
    private static func serial(_ text: String) -> Day? {
        guard text.utf8.count == 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), (20_000...80_000).contains(number),
            let zero = Day(year: 1899, month: 12, day: 30)
        else { return nil }
        return zero.adding(days: number)
    }

    /// The month that is named with a day which it does not have, where every way to read it has none.
    private static func monthWithoutThatDay(_ parts: [String]) -> (year: Int, month: Int)? {
        guard parts.count == 3 else { return nil }
        if let year = WrittenDate.year(parts[0]), let month = WrittenDate.number(parts[1]),
            let day = WrittenDate.number(parts[2])
        {
            return self.month(month, lacks: day, in: year)
        }
        guard let year = WrittenDate.year(parts[2]) else { return nil }
        for (day, name) in [(parts[0], parts[1]), (parts[1], parts[0])] {
            if let day = WrittenDate.ordinal(day),
                let month = WrittenDate.month(name) ?? WrittenDate.number(name),
                let found = self.month(month, lacks: day, in: year)
            {
                return found
            }
        }
        return nil
    }

    private static func month(
        _ month: Int, lacks day: Int, in year: Int
    ) -> (year: Int, month: Int)? {
        guard (1...12).contains(month), (1...99).contains(day), year > 0,
            day > Day.length(ofMonth: month, year: year)
        else { return nil }
        return (year, month)
    }

    private static func shortYear(_ parts: [String]) -> Int? {
        guard parts.count == 3, parts[2].count == 2, let year = WrittenDate.number(parts[2]),
            isDayAndMonth(parts[0], parts[1])
        else { return nil }
        return year
    }

    /// A day and a month in whichever order.
    private static func isDayAndMonth(_ one: String, _ other: String) -> Bool {
        func isDay(_ text: String) -> Bool {
            WrittenDate.ordinal(text).map { (1...31).contains($0) } ?? false
        }
        func isMonth(_ text: String) -> Bool { WrittenDate.month(text) != nil }
        return isDay(one) && (isMonth(other) || isDay(other)) || isMonth(one) && isDay(other)
    }
}
