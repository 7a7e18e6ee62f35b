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
    public init?(argument: String) { self.init(argument) }
}

extension SourceGrade: ExpressibleByArgument {}
