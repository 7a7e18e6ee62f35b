/// What one statement of a vocabulary says of a name.
public struct ScopeRelation: Hashable, Sendable {
    public let scope: Tag
    /// The names that all of it lies in.
    public let within: [Tag]
    /// The names that it has nothing in common with.
    public let disjointFrom: [Tag]
    /// Other names of the same thing.
    public let sameAs: [Tag]
    /// Whether the names right below it, by path or by statement, have nothing in common with each other.
    public let hasDisjointParts: Bool
    /// Who says so, such as the reference of an event.
    public let origin: String

    public init(
        _ scope: Tag, within: [Tag] = [], disjointFrom: [Tag] = [], sameAs: [Tag] = [],
        hasDisjointParts: Bool = false, origin: String
    ) {
        self.scope = scope
        self.within = within
        self.disjointFrom = disjointFrom
        self.sameAs = sameAs
        self.hasDisjointParts = hasDisjointParts
        self.origin = origin
    }

    /// Every name in it.
    public var names: [Tag] { [scope] + within + disjointFrom + sameAs }
}
