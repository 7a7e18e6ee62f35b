package import Notation

/// A date as people write it: `31 March 2026`, `March 31, 2026`, `Mar 2026`, `31/12/2026`, `2026/3/31`.
///
/// Months are in English. A year has four digits, for no one can say which century `26` is in. Of days and months in
/// figures that may stand either way round, as in 03/04/2026, it has both readings.
enum WrittenDate {
    static func understood(_ text: String) -> Understanding<CivilDate>? {
        let dates = readings(text)
        guard let first = dates.first else { return WrittenDateFault(text)?.understanding }
        guard dates.count > 1 else { return .one(first) }
        return .several(dates.map { (canonical: $0.description, words: inWords($0.earliest)) })
    }

    /// Whether it is a date, or may be one of several.
    static func isDate(_ text: String) -> Bool { CivilDate(text) != nil || !readings(text).isEmpty }

    /// The words and the figures, without the marks between them.
    static func parts(of text: String) -> [String] {
        text.lowercased().split { " ,./-\t\u{A0}".contains($0) }.map { String($0) }
            .filter { !["the", "day", "of"].contains($0) }
    }

    /// The dates it may mean, the day before the month first; none for what is no date.
    private static func readings(_ text: String) -> [CivilDate] {
        let parts = parts(of: text)
        if parts.allSatisfy({ number($0) != nil }) { return inFigures(parts, of: text) }
        switch parts.count {
        case 2:
            guard let month = month(parts[0]), let year = year(parts[1]) else { return [] }
            return date(year, month, 1, .month)
        case 3:
            guard let year = year(parts[2]) else { return [] }
            if let day = ordinal(parts[0]), let month = month(parts[1]) {
                return date(year, month, day, .day)
            }
            guard let month = month(parts[0]), let day = ordinal(parts[1]) else { return [] }
            return date(year, month, day, .day)
        case _: return []
        }
    }

    /// Figures with one sort of mark between them.
    private static func inFigures(_ parts: [String], of text: String) -> [CivilDate] {
        let marks = text.filter { !$0.isNumber }
        guard Set(marks).count == 1, marks.count == parts.count - 1 else { return [] }
        let numbers = parts.compactMap(number)
        switch parts.count {
        case 2:
            guard marks != "-", let year = year(parts[1]) else { return [] }
            return date(year, numbers[0], 1, .month)
        case 3:
            if let year = year(parts[0]) { return date(year, numbers[1], numbers[2], .day) }
            guard let year = year(parts[2]), parts[0].count <= 2, parts[1].count <= 2 else {
                return []
            }
            let dayFirst = date(year, numbers[1], numbers[0], .day)
            let monthFirst = date(year, numbers[0], numbers[1], .day)
            return dayFirst == monthFirst ? dayFirst : dayFirst + monthFirst
        case _: return []
        }
    }

    private static func date(
        _ year: Int, _ month: Int, _ day: Int, _ precision: CivilDate.Precision
    ) -> [CivilDate] {
        guard let day = Day(year: year, month: month, day: day) else { return [] }
        return [CivilDate(containing: day, precision: precision)]
    }

    static func number(_ text: String) -> Int? {
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    static func year(_ text: String) -> Int? {
        text.utf8.count == 4 ? number(text) : nil
    }

    /// `31`, `1st`, `2nd`, `3rd` or `4th`.
    static func ordinal(_ text: String) -> Int? {
        let suffix = ["st", "nd", "rd", "th"].first { text.hasSuffix($0) } ?? ""
        let digits = text.dropLast(suffix.count)
        return digits.utf8.count <= 2 ? number(String(digits)) : nil
    }

    /// The month by its English name, or the first three letters of it; September by four as well.
    static func month(_ text: String) -> Int? {
        months.firstIndex {
            text == $0 || text == $0.prefix(3) || (text == "sept" && $0 == months[8])
        }
        .map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    static func inWords(_ day: Day) -> String {
        "\(day.day) \(name(ofMonth: day.month)) \(day.year)"
    }

    /// - Precondition: `month` is from 1 to 12.
    static func name(ofMonth month: Int) -> String {
        let name = months[month - 1]
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

extension CivilDate {
    /// A date as people write it.
    package static func understood(_ text: String) -> Understanding<CivilDate>? {
        WrittenDate.understood(text)
    }

    /// What a canonical date may mean to who wrote it without quotes: of two years that follow each other, `2023-24` is
    /// a business year to people and a winter to EDTF.
    package static func doubted(_ text: String) -> Understanding<CivilDate>? {
        guard case .date(let date)? = EDTF(text), case .season(let number) = date.form,
            date.qualifier == .none, (date.named.year + 1) % 100 == number
        else { return nil }
        let year = date.named.year
        let season = ["spring", "summer", "autumn", "winter"][number - 21]
        return .nothing(
            "may be the \(season) of \(year), as EDTF has it, or the year \(year) to \(year + 1)",
            hint:
                "write the first day, such as \(year)-04-01; in a recording, \"\(text)\" in quotes is the "
                + season)
    }
}
