public import Notation
public import Terms

/// A term stops having effect while it still exists.
public struct TermSuspended: EventPayload {
    public static let kind = EventKind.termSuspended

    public var term: TermID
    public var ground: String?
    /// When it ends again; nil until something ends it.
    public var lasts: DateBound?

    public init(term: TermID, ground: String? = nil, lasts: DateBound? = nil) {
        self.term = term
        self.ground = ground
        self.lasts = lasts
    }

    public static let codec = Codec<TermSuspended>.object(
        { TermSuspended(term: $0, ground: $1, lasts: $2) },
        .required("term", \.term, TermID.codec),
        .optional("ground", \.ground, .text),
        .optional("lasts", \.lasts, DateBound.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.change(term, by: event) {
            $0.pauses.append(Pause(event: event, suspends: true, lasts: lasts))
        }
    }
}
