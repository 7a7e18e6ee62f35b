import Amendments
import Terms

// The parties of a day. What is dated to a month has happened on its last day, and may have on an earlier one;
// what waits for a condition is there from the day it was agreed: both stand beside what is certain.
extension AgreementReading {
    func parties(on day: Day) -> [ConformedParty] {
        state.parties.values.sorted { $0.id < $1.id }.compactMap { party(of: $0, on: day) }
    }

    private func party(of party: PartyRecord, on day: Day) -> ConformedParty? {
        func hasCome(_ event: RecordedEvent) -> Bool { bounds.hasSurelyBegun(event, by: day) }
        let names = party.names.filter { hasCome($0.event) }
        let open = openChanges(of: party, on: day)
        let name = names.max { sortKey($0.event) < sortKey($1.event) }
        guard
            let named = name
                ?? party.names.first(where: { naming in
                    open.contains { $0.event == naming.event }
                })
        else { return nil }
        let again = party.admissions.filter { hasCome($0) && leads($0) }.map { sortKey($0) }
            .sorted().dropFirst().last
        let successions = places.steps(of: party.id, since: again, on: day).filter {
            $0.window.sure <= day
        }
        let withdrawal = party.withdrawals.filter { event in
            hasCome(event) && again.map { sortKey(event) > $0 } ?? true
        }.max { sortKey($0) < sortKey($1) }
        return ConformedParty(
            id: party.id, name: named.name, role: party.role,
            successors: successions.map(\.successor), hasWithdrawn: withdrawal != nil,
            open: open,
            causes: [named.event] + successions.flatMap(\.events) + [withdrawal].compactMap(\.self),
            members: places.groups.members(of: party.id, on: day)?.map {
                ConformedMember(
                    party: $0.party, role: $0.role, standing: $0.standing, cause: $0.event)
            }, mayHaveOthers: places.groups.mayHaveOthers(party.id, on: day))
    }

    /// Whether an event is the one that is shown of those that state the same succession.
    private func leads(_ event: RecordedEvent) -> Bool {
        !bounds.statements(ledBy: event).isEmpty
    }

    /// What is agreed of a party and has not surely come, in the parties' order.
    private func openChanges(of party: PartyRecord, on day: Day) -> [OpenPartyChange] {
        let admissions = Set(party.admissions.map(\.position))
        let changes: [(OpenPartyChange.Effect, RecordedEvent)] =
            party.admissions.filter(leads).map { (.admitted, $0) }
            + party.names.filter { !admissions.contains($0.event.position) }.map {
                (.renamed($0.name), $0.event)
            }
            + party.successions.filter { leads($0.event) }.map {
                (.succeeded($0.successor), $0.event)
            }
            + party.withdrawals.map { (.withdrew, $0) }
            + party.memberships.filter { $0.event.event.kind != .groupFormed }.map {
                (.init($0.change), $0.event)
            }
        return changes.compactMap { bounds.open($0.0, by: $0.1, on: day) }
            .sorted { order.key(of: $0.event) < order.key(of: $1.event) }
    }
}
