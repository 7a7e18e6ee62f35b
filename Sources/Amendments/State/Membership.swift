public import Terms

/// A party joins a group, or leaves it.
public struct Membership: Hashable, Sendable {
    public let event: RecordedEvent
    public let change: Change

    public enum Change: Hashable, Sendable {
        case joins(PartyID, as: String?)
        case leaves(PartyID)

        /// Who joins or leaves.
        public var party: PartyID {
            switch self {
            case .joins(let party, _), .leaves(let party): party
            }
        }
    }
}

extension AgreementState {
    /// Changes who is in a group; a group no one formed, or a member that is no party, is a violation.
    mutating func change(
        membersOf group: PartyID, by event: RecordedEvent, _ change: Membership.Change
    ) {
        guard parties[group]?.isGroup ?? true else {
            return refuse(
                event, for: .record, "'\(group)' is a party, not a group",
                hint: "form the group first with group-formed, under an id of its own")
        }
        guard parties[change.party]?.isGroup != true else {
            return refuse(
                event, for: .record, "'\(change.party)' is a group, and no member of one",
                hint: "name its members one by one")
        }
        self.change(change.party, by: event) { _ in }
        guard parties[change.party] != nil else { return }
        self.change(group, by: event) {
            $0.memberships.append(Membership(event: event, change: change))
        }
    }
}
