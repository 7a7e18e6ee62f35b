import Notation

extension CalendarDuration {
    /// A length as people write it: `2 years`, `18 months`, `one quarter`, `30-day`, `yearly`, `thirty (30) days` by its
    /// figure.
    static func understood(_ text: String) -> Understanding<CalendarDuration>? {
        if let unit = periods[text.lowercased()] {
            return CalendarDuration(count: 1, unit: unit).map { .one($0) }
        }
        var words = text.lowercased().split { " -\t\u{A0}".contains($0) }.map { String($0) }
        guard let last = words.popLast(), let unit = unit(last), !words.isEmpty else { return nil }
        let figure = words.last.flatMap(inBrackets)
        if figure != nil { words.removeLast() }
        guard words.count == 1 else { return nil }
        let number = Int(words[0]) ?? numbers.firstIndex(of: words[0]).map { $0 + 1 }
        guard let count = figure ?? number, number ?? count == count else { return nil }
        return CalendarDuration(count: count, unit: unit).map { .one($0) }
    }

    private static func unit(_ word: String) -> Unit? {
        Unit(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
    }

    private static func inBrackets(_ word: String) -> Int? {
        guard word.hasPrefix("("), word.hasSuffix(")") else { return nil }
        return Int(word.dropFirst().dropLast())
    }

    private static let periods: [String: Unit] = [
        "daily": .day, "weekly": .week, "monthly": .month, "quarterly": .quarter, "yearly": .year,
        "annual": .year, "annually": .year,
    ]

    private static let numbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ]
}
