public import Terms

/// What one event says of a name.
public struct ScopeRecord: Hashable, Sendable {
    public let event: RecordedEvent
    public let relation: ScopeRelation
}
