/// What one statement of a vocabulary says of a name.
public struct ScopeRelation: Hashable, Sendable {
    public let scope: Tag
    /// The names that all of it lies in.
    public let within: [Tag]
    /// The names that it has nothing in common with.
    public let disjointFrom: [Tag]
    /// Other names of the same thing.
    public let sameAs: [Tag]
    /// Who says so, such as the reference of an event.
    public let origin: String

    public init(
        _ scope: Tag, within: [Tag] = [], disjointFrom: [Tag] = [], sameAs: [Tag] = [],
        origin: String
    ) {
        self.scope = scope
        self.within = within
        self.disjointFrom = disjointFrom
        self.sameAs = sameAs
        self.origin = origin
    }

    /// Every name in it.
    public var names: [Tag] { [scope] + within + disjointFrom + sameAs }
}
