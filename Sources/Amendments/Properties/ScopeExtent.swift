public import Terms

/// How far something reaches in the five dimensions of names; one that is left out is not stated.
public struct ScopeExtent: Hashable, Sendable {
    public var products: TagSet?
    public var fields: TagSet?
    public var territories: TagSet?
    public var channels: TagSet?
    public var customers: TagSet?

    public init(
        products: TagSet? = nil, fields: TagSet? = nil, territories: TagSet? = nil,
        channels: TagSet? = nil, customers: TagSet? = nil
    ) {
        self.products = products
        self.fields = fields
        self.territories = territories
        self.channels = channels
        self.customers = customers
    }

    /// True where nothing is stated.
    public var isEmpty: Bool { self == ScopeExtent() }

    /// What is stated, such as `products: only film; territories: only fr`; empty for nothing.
    public var displayText: String {
        [
            ("products", products), ("fields", fields), ("territories", territories),
            ("channels", channels), ("customers", customers),
        ].compactMap { name, tags in tags.map { "\(name): \($0.displayText)" } }
            .joined(separator: "; ")
    }
}
