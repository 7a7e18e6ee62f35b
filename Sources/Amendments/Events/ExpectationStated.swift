public import Notation
public import Terms

/// Somebody announces that something will happen, "in the coming weeks". It is never in force.
public struct ExpectationStated: EventPayload {
    public static let kind = EventKind.expectationStated

    public var expectation: ExpectationID
    public var text: String
    public var by: String?
    /// When it is expected.
    public var window: DateBound

    public init(expectation: ExpectationID, text: String, by: String? = nil, window: DateBound) {
        self.expectation = expectation
        self.text = text
        self.by = by
        self.window = window
    }

    public static let codec = Codec<ExpectationStated>.object(
        { ExpectationStated(expectation: $0, text: $1, by: $2, window: $3) },
        .required("expectation", \.expectation, ExpectationID.codec),
        .required("text", \.text, .text),
        .optional("by", \.by, .text),
        .required("window", \.window, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        var record = state.expectations[expectation] ?? ExpectationRecord(id: expectation)
        record.statements.append(.init(event: event, text: text, by: by, window: window))
        state.expectations[expectation] = record
    }
}
