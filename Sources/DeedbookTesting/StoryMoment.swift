import Amendments
public import Ledger
public import Terms
public import Testing

/// A story read from one vantage, with expectations about what it says.
public struct StoryMoment: Sendable {
    let view: AgreementView
    /// The whole answer, for whatever the expectations here do not cover.
    public let copy: ConformedCopy

    init(view: AgreementView) {
        self.view = view
        copy = view.copy()
    }

    /// Expects a field of a term to have an agreed value, and reports an issue that says what it has.
    public func expect(
        _ term: TermID, _ field: FieldName, _ value: ExpectedValue,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let found = copy.term(term) else {
            return fail("there is no term \(term)", sourceLocation)
        }
        let actual = found.field(field)?.agreed
        guard value.matches(actual) else {
            let by = found.field(field).map { " by \($0.governing.reference)" } ?? ""
            return fail(
                "\(term).\(field) is \(actual?.displayText ?? "not there")\(by), "
                    + "expected \(value.text)", sourceLocation)
        }
    }

    /// Expects a term to have a status.
    public func expect(
        _ term: TermID, _ status: TermStatus, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let found = copy.term(term) else {
            return fail("there is no term \(term)", sourceLocation)
        }
        guard found.status == status else {
            return fail(
                "\(term) is \(found.status.rawValue) (\(found.reasons)), expected "
                    + status.rawValue, sourceLocation)
        }
    }

    /// Expects that no such term is known.
    public func expectNoTerm(
        _ term: TermID, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        if copy.term(term) != nil { fail("\(term) is known", sourceLocation) }
    }

    /// Expects a source to report a value.
    public func expect(
        _ term: TermID, _ field: FieldName, reported value: ExpectedValue, grade: SourceGrade,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let all = (copy.term(term)?.field(field)?.reports ?? []).map { ($0.value, $0.grade) }
        guard all.contains(where: { value.matches($0.0) && $0.1 == grade }) else {
            let found = all.map { "\($0.0?.displayText ?? "nothing") [\($0.1.rawValue)]" }
            return fail(
                "\(term) reports \(found), expected \(value.text) [\(grade.rawValue)]",
                sourceLocation)
        }
    }

    private func fail(_ message: String, _ location: SourceLocation) {
        Issue.record("on \(view.vantage): \(message)", sourceLocation: location)
    }
}

/// What a field is expected to be: a value as a recording writes it, or a state.
public struct ExpectedValue: Sendable, ExpressibleByStringLiteral {
    let text: String
    private let isAbsent: Bool

    private init(_ text: String, isAbsent: Bool) {
        self.text = text
        self.isAbsent = isAbsent
    }

    /// A value as people read it: `USD 38,000,000,000`, `20% of revenue`, `through 2030`.
    public init(stringLiteral value: String) { self.init(value) }

    /// A value as people read it.
    public init(_ text: String) { self.init(text, isAbsent: false) }

    public static let exclusive: ExpectedValue = "exclusive"
    public static let nonExclusive: ExpectedValue = "non-exclusive"
    public static let undisclosed: ExpectedValue = "undisclosed"
    public static let unknown: ExpectedValue = "unknown"
    public static let none: ExpectedValue = "none"
    /// The term has no such field.
    public static let absent = ExpectedValue("not there", isAbsent: true)

    func matches(_ value: ValueState?) -> Bool {
        isAbsent ? value == nil : value?.displayText == text
    }
}
