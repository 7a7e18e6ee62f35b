public import Notation
public import Terms

/// The parties take a term out of the agreement. Its id stays its own.
public struct TermRemoved: EventPayload {
    public static let kind = EventKind.termRemoved

    public var term: TermID
    public var ground: String?

    public init(term: TermID, ground: String? = nil) {
        self.term = term
        self.ground = ground
    }

    public static let codec = Codec<TermRemoved>.object(
        { TermRemoved(term: $0, ground: $1) },
        .required("term", \.term, TermID.codec),
        .optional("ground", \.ground, .text)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) { $0.removals.append(event) }
    }
}
