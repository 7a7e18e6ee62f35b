extension Day: ExpressibleByStringLiteral {
    /// For days in source text.
    ///
    /// - Precondition: the literal is a civil day such as `2026-04-27`.
    public init(stringLiteral value: String) {
        guard let day = Day(value) else { preconditionFailure("'\(value)' is not a civil day") }
        self = day
    }
}

extension CivilDate: ExpressibleByStringLiteral {
    /// For dates in source text.
    ///
    /// - Precondition: the literal is a date of EDTF such as `2026-04-27`, `2026-04` or `2026~`.
    public init(stringLiteral value: String) {
        guard let date = CivilDate(value) else { preconditionFailure("'\(value)' is not a date") }
        self = date
    }
}

extension EventReference: ExpressibleByStringLiteral {
    /// For references in source text.
    ///
    /// - Precondition: the literal is a recording's key, `#`, and a number from 1.
    public init(stringLiteral value: String) {
        guard let reference = EventReference(value) else {
            preconditionFailure("'\(value)' is not an event reference")
        }
        self = reference
    }
}
