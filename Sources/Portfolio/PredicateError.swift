/// What is wrong with a predicate, and where.
public struct PredicateError: Error, Hashable, Sendable {
    /// The predicate as it was given.
    public var source: String
    /// The first character that is wrong, from 1.
    public var column: Int
    /// How many characters are wrong, at least 1.
    public var length: Int
    public var message: String
    /// What would be right.
    public var hint: String

    init(_ source: String, at column: Int, length: Int, _ message: String, hint: String) {
        self.source = source
        self.column = column
        self.length = max(1, length)
        self.message = message
        self.hint = hint
    }
}
