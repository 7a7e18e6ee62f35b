extension Vantage: ExpressibleByStringLiteral {
    /// For vantages in source text.
    ///
    /// - Precondition: the literal is a day, alone or with what it sees: `2026-04-28`, `2026-04-28@2026-05-01` for what was
    ///   disclosed by a day, `2026-04-28@#17` for what was recorded at a position.
    public init(stringLiteral value: String) {
        guard let vantage = Vantage(value) else {
            preconditionFailure("'\(value)' is not a vantage")
        }
        self = vantage
    }
}
