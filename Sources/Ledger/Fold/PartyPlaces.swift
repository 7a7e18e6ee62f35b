import Amendments
import Terms

/// Who has come into whose place in an agreement: the one rule of succession, which every reader reads.
///
/// Successions take effect in the order of their days, and on one day in the parties' order, whatever the
/// order in which they were recorded. A successor comes into the place of the party it succeeds, also where
/// that place was somebody else's before. What names a party after it became one again means the party
/// itself.
struct PartyPlaces: Sendable {
    private let steps: [Step]
    private let admissions: [PartyID: [TermTimeline.SortKey]]
    private let order: InstrumentOrder
    private let bounds: BoundReader

    /// One succession with its days resolved.
    struct Step: Sendable {
        let event: RecordedEvent
        let party: PartyID
        let successor: PartyID
        let window: DayWindow
        fileprivate let key: TermTimeline.SortKey
    }

    init(of state: AgreementState, order: InstrumentOrder, bounds: BoundReader) {
        self.order = order
        self.bounds = bounds
        var steps: [Step] = []
        for party in state.parties.values {
            for succession in party.successions {
                guard let window = bounds.start(succession.event.effective) else { continue }
                let key = TermTimeline.SortKey(
                    day: window.first, order: order.key(of: succession.event))
                steps.append(
                    Step(
                        event: succession.event, party: party.id, successor: succession.successor,
                        window: window, key: key))
            }
        }
        self.steps = steps.sorted { $0.key < $1.key }
        guard !steps.isEmpty else {
            admissions = [:]
            return
        }
        admissions = state.parties.mapValues { party in
            party.admissions.map { event in
                TermTimeline.SortKey(
                    day: bounds.start(event.effective)?.first, order: order.key(of: event))
            }.sorted()
        }
    }

    var isEmpty: Bool { steps.isEmpty }

    /// Every day on which somebody may come into the place of another.
    var changeDays: [Day] { steps.flatMap { [$0.window.first, $0.window.sure] } }

    /// Who has come into the place of a party that an event names, by a day, and by which events; nil where
    /// the party still stands in it.
    func place(
        of party: PartyID, namedBy event: RecordedEvent, on day: Day
    ) -> (place: PartyPlace, causes: [RecordedEvent])? {
        guard !steps.isEmpty else { return nil }
        let named = key(of: event)
        let since = admissions[party]?.dropFirst().last { $0 < named }
        var names: [PartyID] = [party]
        var causes: [RecordedEvent] = []
        var isCertain = true
        for step in steps where step.window.first <= day && since.map({ step.key > $0 }) ?? true {
            guard names.contains(step.party), names.last != step.successor else { continue }
            names.append(step.successor)
            causes.append(step.event)
            isCertain = step.window.sure <= day
        }
        guard names.count > 1 else { return nil }
        let successors = Array(names.dropFirst())
        return (PartyPlace(party: party, successors: successors, isCertain: isCertain), causes)
    }

    /// The successions of one party itself since a time, by a day, in order of effect.
    func steps(of party: PartyID, since: TermTimeline.SortKey?, on day: Day) -> [Step] {
        steps.filter { step in
            step.party == party && step.window.first <= day && since.map { step.key > $0 } ?? true
        }
    }

    private func key(of event: RecordedEvent) -> TermTimeline.SortKey {
        TermTimeline.SortKey(
            day: bounds.start(event.effective)?.first, order: order.key(of: event))
    }
}
