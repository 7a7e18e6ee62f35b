import Amendments
import Ledger
import Terms

// Who becomes a party, has another name, is succeeded or withdraws, and who joins a group or leaves it.
extension AgreementScan {
    var partyChanges: [Deadline] {
        reading.state.parties.values.sorted { $0.id < $1.id }
            .flatMap { changes(of: $0) + memberships(of: $0) }.compactMap { deadline(of: $0) }
    }

    /// One change of a party, and who it is that joins, leaves, or is changed.
    private struct PartyChange {
        let what: Deadline.What
        let party: PartyID
        let actor: PartyID
        let event: RecordedEvent
    }

    /// A party that comes into the place of another is reported with the other.
    private func changes(of party: PartyRecord) -> [PartyChange] {
        func change(_ what: Deadline.What) -> (RecordedEvent) -> PartyChange {
            { PartyChange(what: what, party: party.id, actor: party.id, event: $0) }
        }
        let admissions = party.admissions.filter {
            [.partyAdmitted, .groupFormed].contains($0.event.kind)
        }
        let renamings = party.names.map(\.event).filter { $0.event.kind == .partyRenamed }
        return admissions.map(change(.partyJoins)) + renamings.map(change(.partyRenamed))
            + party.successions.map(\.event).map(change(.partySucceeded))
            + party.withdrawals.map(change(.partyWithdraws))
    }

    /// Those who form a group are reported with the group.
    private func memberships(of group: PartyRecord) -> [PartyChange] {
        group.memberships.filter { $0.event.event.kind != .groupFormed }.map { membership in
            PartyChange(
                what: .init(membership.change), party: group.id, actor: membership.change.party,
                event: membership.event)
        }
    }

    /// Nil for what was so from the agreement's first day, and what never will be.
    private func deadline(of change: PartyChange) -> Deadline? {
        let (event, bound) = (change.event, change.event.effective)
        let stated = reading.bounds.statements(ledBy: event)
        guard !stated.isEmpty else { return nil }
        if let window = reading.bounds.start(of: event) {
            let first = reading.events.first.flatMap { reading.bounds.start(of: $0) }
            guard first.map({ $0.first < window.first }) ?? true else { return nil }
            return deadline(
                change.what, .init(start: window), stated.map { .effective($0.effective) }, stated,
                !window.isExact || bound.isAnnounced, about: "party \(change.party)",
                actor: change.actor)
        }
        let pending = reading.bounds.pendingStart(in: bound, on: span.upperBound)
        return pending.isEmpty
            ? nil
            : deadline(
                change.what, .upon(pending), [.effective(bound)], [event], true,
                about: "party \(change.party)", actor: change.actor)
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
