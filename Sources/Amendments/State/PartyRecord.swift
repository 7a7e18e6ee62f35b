public import Terms

/// Everything that was said of one party, each list in the order of positions.
public struct PartyRecord: Sendable {
    public let id: PartyID
    public var role: String?
    /// Its names, each from its event on.
    public var names: [Naming] = []
    /// The events by which it became a party, the first time and again.
    public var admissions: [RecordedEvent] = []
    public var successions: [Succession] = []
    public var withdrawals: [RecordedEvent] = []
    /// True for a group of parties.
    public var isGroup = false
    /// Who joined the group or left it.
    public var memberships: [Membership] = []
    /// What was said of whether those who are named are all who are in the group.
    public var completeness: [Completeness] = []

    public init(id: PartyID) { self.id = id }

    public struct Naming: Hashable, Sendable {
        public let event: RecordedEvent
        public let name: String
    }

    /// Whether the members of a group that are named are all.
    public struct Completeness: Hashable, Sendable {
        public let event: RecordedEvent
        public let isComplete: Bool
    }

    /// Another party took its place.
    public struct Succession: Hashable, Sendable {
        public let event: RecordedEvent
        public let successor: PartyID
    }
}

extension AgreementState {
    /// Changes the party that `event` names; a party no one admitted is a violation.
    mutating func change(
        _ id: PartyID, by event: RecordedEvent, _ body: (inout PartyRecord) -> Void
    ) {
        guard parties[id] != nil else {
            refuse(
                event, for: .named(id.text), "unknown party '\(id)'",
                hint: parties.isEmpty
                    ? "admit it first with party-admitted"
                    : "parties: \(parties.keys.sorted().map(\.text).firstFew)")
            return
        }
        if var party = parties.removeValue(forKey: id) {
            body(&party)
            parties[id] = party
        }
    }
}
