import Amendments
import Ledger
import Terms

// Who becomes a party, has another name, is succeeded or withdraws, and who joins a group or leaves it.
extension AgreementScan {
    var partyChanges: [Deadline] {
        reading.state.parties.values.sorted { $0.id < $1.id }.flatMap { party in
            changes(of: party).compactMap { what, event in
                deadline(what, of: party.id, by: event)
            }
                + party.memberships.filter { $0.event.event.kind != .groupFormed }.compactMap {
                    membership in
                    deadline(
                        .init(membership.change), of: party.id, by: membership.event,
                        actor: membership.change.party)
                }
        }
    }

    /// A party that comes into the place of another is told with the other, and those who form a group with the group.
    private func changes(of party: PartyRecord) -> [(Deadline.What, RecordedEvent)] {
        let admissions = party.admissions.filter {
            [.partyAdmitted, .groupFormed].contains($0.event.kind)
        }
        return admissions.map { (.partyJoins, $0) }
            + party.names.map(\.event).filter { $0.event.kind == .partyRenamed }
            .map { (.partyRenamed, $0) }
            + party.successions.map { (.partySucceeded, $0.event) }
            + party.withdrawals.map { (.partyWithdraws, $0) }
    }

    /// Nil for what was so from the agreement's first day, and what never will be.
    private func deadline(
        _ what: Deadline.What, of party: PartyID, by event: RecordedEvent, actor: PartyID? = nil
    ) -> Deadline? {
        let bound = event.effective
        if let window = reading.bounds.start(of: event) {
            let first = reading.events.first.flatMap { reading.bounds.start(of: $0) }
            guard first.map({ $0.first < window.first }) ?? true else { return nil }
            return deadline(
                what, .init(start: window), [.effective(bound)], [event],
                !window.isExact || bound.isAnnounced, about: "party \(party)",
                actor: actor ?? party)
        }
        let pending = reading.bounds.pendingStart(in: bound, on: span.upperBound)
        return pending.isEmpty
            ? nil
            : deadline(
                what, .upon(pending), [.effective(bound)], [event], true, about: "party \(party)",
                actor: actor ?? party)
    }
}

extension Deadline.What {
    fileprivate init(_ change: Membership.Change) {
        switch change {
        case .joins: self = .memberJoins
        case .leaves: self = .memberLeaves
        }
    }
}
