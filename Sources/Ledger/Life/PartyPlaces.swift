import Amendments
import Terms

/// Who has come into whose place in an agreement: the one rule of succession, which every reader reads.
///
/// Successions take effect in the order of their days, and on one day in the parties' order, whatever the
/// order in which they were recorded. A successor comes into the place of the party it succeeds, also where
/// that place was someone else's before. What names a party after it became one again means the party
/// itself.
struct PartyPlaces: Sendable {
    private let steps: [Step]
    let groups: PartyGroups
    /// Successions that may yet wait for a condition, in the parties' order; some have come about since.
    let waiting: [Waiting]
    /// Withdrawals that may yet wait for a condition, in the parties' order.
    let leaving: [Departure]
    private let admissions: [PartyID: [Admission]]
    /// Who left, in order of effect.
    private let departures: [Departure]
    private let order: InstrumentOrder
    private let bounds: BoundReader

    /// One succession with its days resolved.
    struct Step: Sendable {
        /// Everything that states it; never empty.
        let events: [RecordedEvent]
        let party: PartyID
        let successor: PartyID
        let window: DayWindow
        fileprivate let key: TermTimeline.SortKey
    }

    /// One party's leaving, with its days resolved; no window while it waits for a condition.
    struct Departure: Sendable {
        let event: RecordedEvent
        let party: PartyID
        let window: DayWindow?
        fileprivate let key: TermTimeline.SortKey
    }

    /// One party's becoming one, with its days resolved.
    fileprivate struct Admission {
        let key: TermTimeline.SortKey
        let window: DayWindow?
    }

    /// One succession that hangs on a condition.
    struct Waiting: Sendable {
        let event: RecordedEvent
        let party: PartyID
        let successor: PartyID
    }

    init(of state: AgreementState, order: InstrumentOrder, bounds: BoundReader) {
        self.order = order
        self.bounds = bounds
        groups = PartyGroups(of: state, order: order, bounds: bounds)
        waiting = state.parties.values.flatMap { party in
            party.successions.filter { !$0.event.effective.conditions.isEmpty }.map {
                Waiting(event: $0.event, party: party.id, successor: $0.successor)
            }
        }.sorted { order.key(of: $0.event) < order.key(of: $1.event) }
        var steps: [Step] = []
        for party in state.parties.values {
            for succession in party.successions {
                let events = bounds.statements(ledBy: succession.event)
                guard !events.isEmpty, let window = bounds.start(of: succession.event) else {
                    continue
                }
                let key = TermTimeline.SortKey(
                    day: window.first, order: order.key(of: succession.event))
                steps.append(
                    Step(
                        events: events, party: party.id, successor: succession.successor,
                        window: window, key: key))
            }
        }
        self.steps = steps.sorted { $0.key < $1.key }
        let withdrawals = state.parties.values.flatMap { party in
            party.withdrawals.map { event in
                let window = bounds.start(of: event)
                return Departure(
                    event: event, party: party.id, window: window,
                    key: TermTimeline.SortKey(day: window?.first, order: order.key(of: event)))
            }
        }.sorted { $0.key < $1.key }
        departures = withdrawals.filter { $0.window != nil }
        leaving = withdrawals.filter { !$0.event.effective.conditions.isEmpty }
            .sorted { order.key(of: $0.event) < order.key(of: $1.event) }
        guard !steps.isEmpty || !departures.isEmpty else {
            admissions = [:]
            return
        }
        admissions = state.parties.mapValues { party in
            party.admissions.filter { !bounds.statements(ledBy: $0).isEmpty }.map { event in
                let window = bounds.start(of: event)
                return Admission(
                    key: TermTimeline.SortKey(day: window?.first, order: order.key(of: event)),
                    window: window)
            }.sorted { $0.key < $1.key }
        }
    }

    var isEmpty: Bool { steps.isEmpty && groups.isEmpty }

    /// Every day on which someone may come into the place of another, or leave it, or be back, and on which who is
    /// in a group may change.
    var changeDays: [Day] {
        let again = admissions.values.flatMap { $0.dropFirst().compactMap(\.window) }
        return (steps.map(\.window) + departures.compactMap(\.window) + again).flatMap(\.days)
            + groups.changeDays
    }

    /// Who has come into the place of a party that an event names, by a day, and by which events, and who is in the
    /// group that stands there; nil where the party still stands in it, and is no group.
    func place(
        of party: PartyID, namedBy event: RecordedEvent, on day: Day
    ) -> (place: PartyPlace, causes: [RecordedEvent])? {
        let succession = succession(of: party, namedBy: event, on: day)
        let holder = succession?.place.holder ?? party
        guard let members = groups.current(in: holder, on: day) else {
            return succession
        }
        var place =
            succession?.place ?? PartyPlace(party: party, successors: [], isCertain: true)
        place.members = members
        place.mayHaveOthers = groups.mayHaveOthers(holder, on: day)
        return (place, succession?.causes ?? [])
    }

    private func succession(
        of party: PartyID, namedBy event: RecordedEvent, on day: Day
    ) -> (place: PartyPlace, causes: [RecordedEvent])? {
        guard !steps.isEmpty else { return nil }
        let named = key(of: event)
        let since = admissions[party]?.map(\.key).dropFirst().last { $0 < named }
        var names: [PartyID] = [party]
        var causes: [RecordedEvent] = []
        var isCertain = true
        for step in steps where step.window.first <= day && since.map({ step.key > $0 }) ?? true {
            guard names.contains(step.party), names.last != step.successor else { continue }
            names.append(step.successor)
            causes += step.events
            causes += step.events.flatMap { bounds.outcomeEvents(in: $0.effective, by: day) }
            isCertain = step.window.sure <= day
        }
        guard names.count > 1 else { return nil }
        let successors = Array(names.dropFirst())
        return (PartyPlace(party: party, successors: successors, isCertain: isCertain), causes)
    }

    /// The last leaving, by a day, of who stands in the place of a party that an event names, or may; nil where
    /// no one left it since it was named, or it is surely held again.
    func departure(
        from party: PartyID, namedBy event: RecordedEvent, on day: Day
    ) -> Departure? {
        guard !departures.isEmpty else { return nil }
        let named = key(of: event)
        let holders = holders(of: party, namedBy: event, on: day)
        return departures.last { departure in
            holders.contains(departure.party) && named < departure.key
                && departure.window.map { $0.first <= day } ?? false
                && !(admissions[departure.party] ?? []).contains {
                    departure.isSurelyFollowed(by: $0) && $0.window.map { $0.sure <= day } ?? false
                }
        }
    }

    /// Who stands in the place of a party that an event names; where the last succession may not have come yet,
    /// also who stood there before.
    func holders(
        of party: PartyID, namedBy event: RecordedEvent, on day: Day
    ) -> [PartyID] {
        guard let place = place(of: party, namedBy: event, on: day)?.place else { return [party] }
        let line = [party] + place.successors
        return place.isCertain ? [place.holder] : Array(line.suffix(2))
    }

    /// The other names of the place of a party that an event names after it came into it, the last first: those
    /// whose place it has, and had none of its own before.
    func formerNames(of party: PartyID, namedBy event: RecordedEvent) -> [PartyID] {
        var names: [PartyID] = []
        var (current, named) = (party, key(of: event))
        while let step = steps.last(where: { $0.successor == current && $0.key < named }),
            admissions[current]?.first?.key == step.key, step.party != party,
            !names.contains(step.party)
        {
            names.append(step.party)
            (current, named) = (step.party, step.key)
        }
        return names
    }

    /// A value with who would stand in the places of the parties it names after a succession that waits; nil
    /// where that changes none of them.
    func value(
        _ value: ValueState, namedBy event: RecordedEvent, after step: Waiting, on day: Day
    ) -> ValueState? {
        value.replacingParties { party in
            let holder = place(of: party, namedBy: event, on: day)?.place.holder ?? party
            return holder == step.party ? step.successor : party
        }
    }

    /// The successions of one party itself since a time, by a day, in order of effect.
    func steps(of party: PartyID, since: TermTimeline.SortKey?, on day: Day) -> [Step] {
        steps.filter { step in
            step.party == party && step.window.first <= day && since.map { step.key > $0 } ?? true
        }
    }

    private func key(of event: RecordedEvent) -> TermTimeline.SortKey {
        TermTimeline.SortKey(
            day: bounds.start(of: event)?.first, order: order.key(of: event))
    }
}

extension PartyPlaces.Departure {
    /// Whether the party has become one again after it left, whichever of the possible days it left on.
    fileprivate func isSurelyFollowed(by admission: PartyPlaces.Admission) -> Bool {
        guard key < admission.key, let left = window, let back = admission.window else {
            return false
        }
        return left.sure <= back.first
    }
}
