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
    public init?(argument: String) { self.init(argument) }
}

extension RuleName: ExpressibleByArgument {}

extension SourceGrade: ExpressibleByArgument {}
