public import ArgumentParser
import Notation
public import Questions
public import Terms

extension Identifier: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { text }
    public static var defaultCompletionKind: CompletionKind { completion }
}

/// Reads a day of a command line.
func dayWords(_ text: String) throws -> DayWords {
    do { return try DayWords(text) } catch { throw ValidationError(error.oneLine) }
}

/// Reads the day of a command line that is to be taken for today: it cannot be named by today.
func fixedDay(_ text: String) throws -> Day {
    guard let day = try dayWords(text).fixed else {
        throw ValidationError("give a date, such as 2026-04-28")
    }
    return day
}

/// Reads a point of a command line.
func pointWords(_ text: String) throws -> PointWords {
    do { return try PointWords(text) } catch { throw ValidationError(error.oneLine) }
}

extension Problem {
    fileprivate var oneLine: String { hint.map { "\(message); \($0)" } ?? message }
}

extension Currency: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension RecordedPoint: ExpressibleByArgument {
    /// An instant to the second is the whole second: so it stands in answers, whatever was in the second when something
    /// was recorded.
    public init?(argument: String) {
        guard let point = RecordedPoint(argument) else { return nil }
        switch point {
        case .instant(let instant) where !argument.contains("."):
            self = .instant(Instant(microseconds: instant.microseconds + 999_999))
        case .instant, .position: self = point
        }
    }
}

extension SourceGrade: ExpressibleByArgument {}
