public import ArgumentParser
public import Conflicts
public import Ledger
public import Questions
public import Terms

extension Identifier: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { text }
    public static var defaultCompletionKind: CompletionKind { completion }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
    public static var defaultCompletionKind: CompletionKind { Completion.days }
}

extension Currency: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Vantage: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
    public static var defaultCompletionKind: CompletionKind { Completion.days }
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

extension RuleName: ExpressibleByArgument {}

extension SourceGrade: ExpressibleByArgument {}
