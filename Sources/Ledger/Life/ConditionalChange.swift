public import Amendments
public import Terms

/// A change that is agreed and waits for conditions that nothing is known of.
///
/// It stands beside what governs, from the day it was agreed until its conditions come about, and is never
/// read as the value.
public struct ConditionalChange: Hashable, Sendable {
    public var effect: Effect
    /// What agreed it.
    public var event: RecordedEvent
    /// When it would take effect.
    public var bound: DateBound
    /// The conditions it still waits for.
    public var conditions: [ConditionID]
    /// When it would end again; nil for a standing change.
    public var lasts: DateBound?

}
extension TermTimeline {
    /// What is agreed by a day, in the parties' order, and waits for a condition on that day.
    ///
    /// What an earlier life waited for does not concern the term. A life that waits to follow the one of the
    /// day is shown by what it would change; of a term that is over nothing else is.
    package func conditionalChanges(on day: Day) -> [ConditionalChange] {
        guard let life = lives(on: day).first ?? lives.first else { return [] }
        let endings = agreement.waiting.filter {
            life.isReached(by: $0.only)
                && $0.surviving.isDisjoint(with: [record.identity, id(on: day)])
        }
        let next = lives.filter { $0.waits(on: day, after: life) }
        let own = life.waitingFields(on: day) + life.waitingEvents(on: day)
        let ends = life.pendingEnds(endings, leftOutBy: agreement.restatements, on: day)
        let coming = next.flatMap { next in
            next.waitingAddition(on: day) + next.waitingText(insteadOf: life, on: day)
                + next.waitingFields(on: day)
                + next.waitingEvents(on: day)
        }
        let found =
            (own + ends + coming + waitingMoves(on: day) + waitingPlaces(on: day)
            + waitingDepartures(on: day))
            .filter { InstrumentOrder.agreedDay($0.event.recording) <= day }
        guard !found.isEmpty else { return [] }
        let isOver = status(on: day).status == .ended
        return (isOver ? found.filter(coming.contains) : found).enumerated().sorted {
            (order.key(of: $0.element.event), $0.offset)
                < (order.key(of: $1.element.event), $1.offset)
        }.map(\.element)
    }

    /// The ids that the term would have.
    private func waitingMoves(on day: Day) -> [ConditionalChange] {
        record.renamings.compactMap { renaming in
            bounds.waiting(.moved(renaming.id), by: renaming.event, on: day)
        }
    }

    /// The parties that would come into the place of those that its fields name.
    private func waitingPlaces(on day: Day) -> [ConditionalChange] {
        guard record.namesParties else { return [] }
        return places.waiting.flatMap { step in
            cells.keys.sorted().compactMap { name -> ConditionalChange? in
                guard let field = agreedField(name, on: day), !field.isIndeterminate,
                    let value = places.value(
                        field.value, namedBy: field.governing, after: step, on: day)
                else { return nil }
                return bounds.waiting(.sets(name, value), by: step.event, on: day)
            }
        }
    }
}

extension TermTimeline {
    /// The parties that would leave, of those who stand in the places that its fields name.
    fileprivate func waitingDepartures(on day: Day) -> [ConditionalChange] {
        guard record.namesParties, !places.leaving.isEmpty else { return [] }
        let fields = cells.keys.sorted().compactMap { agreedField($0, on: day) }
        let holders = fields.flatMap { field in
            field.value.parties.flatMap {
                places.holders(of: $0, namedBy: field.governing, on: day)
            }
        }
        return places.leaving.filter { holders.contains($0.party) }.compactMap {
            bounds.waiting(.departed($0.party), by: $0.event, on: day)
        }
    }
}

extension TermLife {
    /// Whether it was agreed after another life and waits for a condition.
    fileprivate func waits(on day: Day, after life: TermLife) -> Bool {
        order.key(of: life.addition) < order.key(of: addition)
            && !bounds.pendingStart(in: addition.effective, on: day).isEmpty
            && begins.map { day < $0.first } ?? true
    }

    /// That it begins anew, where it goes on with nothing: a restatement does.
    fileprivate func waitingAddition(on day: Day) -> [ConditionalChange] {
        isRestated ? [] : [bounds.waiting(.added, by: addition, on: day)].compactMap(\.self)
    }

    /// What would read otherwise than in another life once this one begins.
    fileprivate func waitingText(insteadOf life: TermLife, on day: Day) -> [ConditionalChange] {
        record.assertions.sorted { $0.key < $1.key }.compactMap { name, assertions in
            guard name != .starts, let own = assertions.first(where: { $0.event == addition }),
                life.cells[name].map({ $0.at(day) }) ?? [nil] != [nil]
                    || own.value != nil,
                life.value(name, on: day)?.value != own.value || own.value == nil
            else { return nil }
            return bounds.waiting(
                .sets(name, own.value), by: addition, upon: own.begins,
                at: bounds.start(own.begins), on: day)
        }
    }

    /// The changes of fields that wait.
    fileprivate func waitingFields(on day: Day) -> [ConditionalChange] {
        record.assertions.sorted { $0.key < $1.key }.flatMap { name, assertions in
            let coming = assertions.compactMap { assertion -> ConditionalChange? in
                // Of a term that waits itself, its status says so.
                guard assertion.event != addition else { return nil }
                return bounds.waiting(
                    .sets(name, assertion.value), by: assertion.event, upon: assertion.begins,
                    at: bounds.start(assertion.begins), lasts: assertion.lasts, on: day)
            }
            return coming + [reversal(of: name, assertions, on: day)].compactMap(\.self)
        }
    }

    /// The end of a value for a time that governs, where it waits.
    private func reversal(
        of name: FieldName, _ assertions: [Assertion], on day: Day
    ) -> ConditionalChange? {
        guard let candidates = cells[name]?.at(day), candidates.count == 1,
            let governing = candidates[0], let lasts = governing.lasts,
            !bounds.pending(in: lasts, on: day).isEmpty
        else { return nil }
        let beneath = CellTimeline(
            assertions.filter { $0 != governing }, order: order, bounds: bounds
        ).at(day)
        let value = beneath.count == 1 ? beneath[0]?.value : ValueState.unknown
        return bounds.waiting(
            .reverts(name, value), by: governing.event, upon: lasts, at: bounds.end(lasts),
            isEnd: true, on: day)
    }

    /// The events said of the term itself that wait.
    fileprivate func waitingEvents(on day: Day) -> [ConditionalChange] {
        let removals = record.removals.map { event in
            bounds.waiting(
                event.event.payload.discharge == nil ? .removed : .discharged, by: event, on: day)
        }
        let pauses = record.pauses.map {
            bounds.waiting($0.suspends ? .suspended : .resumed, by: $0.event, on: day)
        }
        let resumptions = record.pauses.map { pause -> ConditionalChange? in
            guard pause.suspends, hasBegun(pause.event, by: day), let lasts = pause.lasts else {
                return nil
            }
            return bounds.waiting(
                .resumed, by: pause.event, upon: lasts, at: bounds.end(lasts), isEnd: true,
                on: day)
        }
        let waivers = record.remarks.map { remark -> ConditionalChange? in
            guard case .waived(let party, let extent, let lasts) = remark.content else {
                return nil
            }
            return bounds.waiting(
                .waived(party, extent: extent), by: remark.event, lasts: lasts, on: day)
        }
        return (removals + pauses + resumptions + waivers).compactMap(\.self)
    }

    /// The ends from outside that wait: of the agreement, and by a restatement that leaves the term out.
    fileprivate func pendingEnds(
        _ endings: [AgreementLife.PendingEnd], leftOutBy restatements: [AgreementRestatement],
        on day: Day
    ) -> [ConditionalChange] {
        let left = restatements.filter {
            $0.leavesOut(record.identity) && order.key(of: addition) < order.key(of: $0.event)
        }.compactMap { bounds.waiting(.removed, by: $0.event, on: day) }
        // An end of the agreement that waits may come after whatever was agreed since; what outlives the agreement
        // goes on.
        let outlives = survival(on: day, namedBy: nil) != nil
        return left
            + endings.filter { !outlives || $0.only != nil }.compactMap {
                bounds.waiting(
                    $0.effect, by: $0.event, upon: $0.bound, at: bounds.trigger($0.bound),
                    on: day)
            }
    }
}

extension AgreementRestatement {
    /// Whether the complete text does not state that term.
    func leavesOut(_ term: TermID) -> Bool { !kept.contains(term) }
}

extension BoundReader {
    /// A change that holds from the day of its event; nil where that day waits for nothing, or has come.
    func waiting(
        _ effect: ConditionalChange.Effect, by event: RecordedEvent, lasts: DateBound? = nil,
        on day: Day
    ) -> ConditionalChange? {
        waiting(
            effect, by: event, upon: event.effective, at: start(of: event), lasts: lasts,
            on: day)
    }

    /// Nil where it waits for nothing, has come about, or would begin upon what lapsed.
    ///
    /// - Parameter isEnd: whether the bound ends something, which a lapsed condition holds back no longer.
    func waiting(
        _ effect: ConditionalChange.Effect, by event: RecordedEvent, upon bound: DateBound,
        at window: DayWindow?, lasts: DateBound? = nil, isEnd: Bool = false, on day: Day
    ) -> ConditionalChange? {
        let conditions = isEnd ? pending(in: bound, on: day) : mayWait(in: bound, on: day)
        guard !conditions.isEmpty, window.map({ day < $0.first }) ?? true else { return nil }
        return ConditionalChange(
            effect: effect, event: event, bound: bound, conditions: conditions, lasts: lasts)
    }
}
