public import Terms

/// An instrument that is known of and was not read.
public struct UnreadInstrument: Hashable, Sendable {
    public let event: RecordedEvent
    /// The terms that it may change, by the ids under which they were added; empty for any.
    public let terms: Set<TermID>
}
