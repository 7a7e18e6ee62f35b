public import Notation
public import Terms

/// What was expected has happened.
public struct ExpectationMet: EventPayload {
    public static let kind = EventKind.expectationMet

    public var expectation: ExpectationID

    public init(expectation: ExpectationID) {
        self.expectation = expectation
    }

    public static let codec = Codec<ExpectationMet>.object(
        { ExpectationMet(expectation: $0) },
        .required("expectation", \.expectation, ExpectationID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if state.expectations[expectation] == nil {
            state.refuse(
                event, "unknown expectation '\(expectation)'",
                hint: "state it first with expectation-stated")
        }
        state.expectations[expectation]?.fulfilments.append(event)
    }
}
