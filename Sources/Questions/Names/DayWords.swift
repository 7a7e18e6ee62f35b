public import Amendments
public import Ledger
public import Notation
public import Terms

/// A day as a person says it: `2026-04-28`, `28 Apr 2026`, `April 28, 2026`, `today`, `yesterday` or `tomorrow`.
///
/// Which day today is, is not known before it is known where: in the zone of the agreement that is asked about, and in
/// UTC where the question is about several.
public enum DayWords: Hashable, Sendable {
    case day(Day)
    /// So many days after today; negative for before.
    case today(plus: Int)

    /// - Throws: what is wrong with a text that is no day, or may be one of two.
    public init(_ text: String) throws(Problem) {
        if let day = Day(text) {
            self = .day(day)
            return
        }
        switch text.lowercased() {
        case "today": self = .today(plus: 0)
        case "yesterday": self = .today(plus: -1)
        case "tomorrow": self = .today(plus: 1)
        case _: self = .day(try Self.written(text))
        }
    }

    /// The day, where today is that one.
    public func day(today: Day) -> Day {
        switch self {
        case .day(let day): day
        case .today(let days): today.adding(days: days)
        }
    }

    /// The day, where it is the same whenever one asks.
    public var fixed: Day? {
        switch self {
        case .day(let day): day
        case .today: nil
        }
    }

    private static func written(_ text: String) throws(Problem) -> Day {
        let date: CivilDate
        if let canonical = CivilDate(text) {
            date = canonical
        } else {
            switch CivilDate.understood(text) {
            case .one(let understood, _)?: date = understood
            case .several(let readings)?:
                let days = readings.map { "\($0.canonical) (\($0.words))" }
                throw Problem(
                    "'\(text)' may be \(days.joined(separator: " or "))",
                    hint: "give the day as \(readings[0].canonical)")
            case .nothing(let reason, let hint)?:
                throw Problem("'\(text)' \(reason)", hint: hint)
            case nil: throw Problem("'\(text)' is no day", hint: expected)
            }
        }
        guard date.earliest == date.latest, Day(date.description) != nil else {
            throw several(text, date)
        }
        return date.earliest
    }

    /// What is wrong with a month, a year or another span where a day is wanted: none of its days is chosen.
    private static func several(_ text: String, _ date: CivilDate) -> Problem {
        guard date.qualifier == .none, date.precision != nil, date.earliest != date.latest else {
            return Problem("'\(text)' is no one day", hint: expected)
        }
        return Problem(
            "'\(text)' is no one day: it runs from \(date.earliest) through \(date.latest)",
            hint: "give one of its days, such as the last: \(date.latest)")
    }

    private static let expected = "a day is 2026-04-28, 28 Apr 2026, today or yesterday"
}

/// A point to read from as a person says it: a day, a day `@` the last day of disclosures that count, or a day `@#` the
/// last position that counts.
public struct PointWords: Hashable, Sendable {
    public var on: DayWords
    public var disclosedBy: DayWords?
    public var recordedAt: Position?

    /// - Throws: what is wrong with a text that is no point.
    public init(_ text: String) throws(Problem) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").joined(separator: " ") }
        guard parts.count <= 2 else {
            throw Problem("'\(text)' is no point", hint: Self.expected)
        }
        on = try DayWords(parts[0])
        guard parts.count == 2 else { return }
        guard parts[1].hasPrefix("#") else {
            disclosedBy = try DayWords(parts[1])
            return
        }
        guard let vantage = Vantage("\(Day.first)@\(parts[1])") else {
            throw Problem("'\(parts[1])' is no position", hint: Self.expected)
        }
        recordedAt = vantage.recordedAt
    }

    /// The point, where today is that day.
    public func vantage(today: Day) -> Vantage {
        Vantage(
            on: on.day(today: today), disclosedBy: disclosedBy?.day(today: today),
            recordedAt: recordedAt)
    }

    private static let expected = "expected DAY, DAY@DISCLOSED-BY or DAY@#POSITION"
}
