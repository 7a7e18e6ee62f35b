public import Terms

/// Who consents: parties by name, and as much of a group as its words ask for.
public struct Consent: Hashable, Sendable {
    public var by: [PartyID]
    /// The group, in words, such as the lenders.
    public var group: String?
    /// How much of it, such as `50.1% of the commitments`.
    public var majority: Rate?

    public init(by: [PartyID] = [], group: String? = nil, majority: Rate? = nil) {
        self.by = by
        self.group = group
        self.majority = majority
    }

    /// `borrower, the lenders (50.1% of the commitments)`.
    public var displayText: String {
        let whole = [group, majority.map { "(\($0))" }].compactMap(\.self)
            .joined(separator: " ")
        return (by.map(\.text) + (whole.isEmpty ? [] : [whole])).joined(separator: ", ")
    }
}
