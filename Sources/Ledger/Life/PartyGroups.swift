import Amendments
import Terms

/// Who is in which group of an agreement on a day: the one rule of membership, which every reader reads.
///
/// Joinings and leavings take effect in the order of their days, and on one day in the parties' order. Where an
/// imprecise day leaves open whether somebody has joined, or has left, it may be in the group.
struct PartyGroups: Sendable {
    private let steps: [PartyID: [Step]]

    fileprivate struct Step: Sendable {
        let membership: Membership
        let window: DayWindow
        let key: TermTimeline.SortKey
    }

    /// One party that is in a group on a day, may be, or was.
    struct Member {
        let party: PartyID
        let role: String?
        let standing: MemberStanding
        let event: RecordedEvent
    }

    init(of state: AgreementState, order: InstrumentOrder, bounds: BoundReader) {
        let groups = state.parties.values.filter(\.isGroup).map { group in
            let steps = group.memberships.compactMap { membership -> Step? in
                guard let window = bounds.start(of: membership.event) else { return nil }
                let key = TermTimeline.SortKey(
                    day: window.first, order: order.key(of: membership.event))
                return Step(membership: membership, window: window, key: key)
            }
            return (group.id, steps.sorted { $0.key < $1.key })
        }
        steps = Dictionary(uniqueKeysWithValues: groups)
    }

    var isEmpty: Bool { steps.isEmpty }

    /// Every day on which somebody may join a group, or leave one.
    var changeDays: [Day] { steps.values.joined().flatMap(\.window.days) }

    /// Everyone who is in a group on a day, may be, or was, in the order of joining; nil for no group.
    func members(of group: PartyID, on day: Day) -> [Member]? {
        steps[group].map { steps in
            steps.filter { $0.window.first <= day }.reduce(into: []) { members, step in
                let party = step.membership.change.party
                let place = members.firstIndex { $0.party == party }
                guard let next = step.member(after: place.map { members[$0] }, on: day) else {
                    return
                }
                if let place { members[place] = next } else { members.append(next) }
            }
        }
    }

    /// Those of them who have not surely left.
    func current(in group: PartyID, on day: Day) -> [PartyID]? {
        members(of: group, on: day)?.filter { $0.standing != .left }.map(\.party)
    }
}

extension PartyGroups.Step {
    /// What it is from then on; nil for who leaves and was never in it.
    fileprivate func member(
        after last: PartyGroups.Member?, on day: Day
    ) -> PartyGroups.Member? {
        let isSure = window.sure <= day
        switch membership.change {
        case .joins(let party, let role):
            let isIn = isSure || last?.standing == .member
            return PartyGroups.Member(
                party: party, role: role, standing: isIn ? .member : .perhaps,
                event: membership.event)
        case .leaves(let party):
            return last.map { last in
                PartyGroups.Member(
                    party: party, role: last.role, standing: isSure ? .left : .perhaps,
                    event: membership.event)
            }
        }
    }
}
