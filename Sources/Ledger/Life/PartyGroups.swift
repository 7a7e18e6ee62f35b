import Amendments
import Terms

/// Who is in which group of an agreement on a day: the one rule of membership, which every reader reads.
///
/// Joinings and leavings take effect in the order of their days, and on one day in the parties' order. Where an
/// imprecise day leaves open whether someone has joined, or has left, it may be in the group.
struct PartyGroups: Sendable {
    private let steps: [PartyID: [Step]]
    /// What was said of whether the members that are named are all, in order of effect.
    private let completeness: [PartyID: [(isComplete: Bool, window: DayWindow)]]

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
        completeness = Dictionary(
            uniqueKeysWithValues: state.parties.values.filter(\.isGroup).map { group in
                let said = group.completeness.compactMap { said in
                    bounds.start(of: said.event).map {
                        (said.isComplete, $0, order.key(of: said.event))
                    }
                }
                let ordered = said.sorted { ($0.1.first, $0.2) < ($1.1.first, $1.2) }
                return (group.id, ordered.map { ($0.0, $0.1) })
            })
    }

    var isEmpty: Bool { steps.isEmpty }

    /// Every day on which someone may join a group, or leave one.
    var changeDays: [Day] {
        steps.values.joined().flatMap(\.window.days)
            + completeness.values.joined().flatMap(\.window.days)
    }

    /// Whether others than those who are named may be in a group on a day: where that is said last, or may be.
    func mayHaveOthers(_ group: PartyID, on day: Day) -> Bool {
        let said = (completeness[group] ?? []).filter { $0.window.first <= day }
        guard let last = said.last(where: { $0.window.sure <= day }) else {
            return said.contains { !$0.isComplete }
        }
        return !last.isComplete || said.contains { $0.window.sure > day && !$0.isComplete }
    }

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
