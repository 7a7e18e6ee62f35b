public import Notation
public import Terms

/// A suspended term has effect again.
public struct TermResumed: EventPayload {
    public static let kind = EventKind.termResumed

    public var term: TermID

    public init(term: TermID) {
        self.term = term
    }

    public static let codec = Codec<TermResumed>.object(
        { TermResumed(term: $0) },
        .required("term", \.term, TermID.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) {
            $0.pauses.append(Pause(event: event, suspends: false, lasts: nil))
        }
    }
}
