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

    /// What would happen.
    public enum Effect: Hashable, Sendable {
        /// The field reads so; nil: it is no longer part of the term.
        case sets(FieldName, ValueState?)
        /// A value for a time is over, and the field reads so again; nil: it has no such field again.
        case reverts(FieldName, ValueState?)
        case removed, suspended, resumed, agreementEnded

        /// What happens, in a word that programs can switch over.
        public enum Word: String, CaseIterable, Hashable, Sendable {
            case sets, reverts, removed, suspended, resumed
            case agreementEnded = "agreement-ended"
        }

        public var word: Word {
            switch self {
            case .sets: .sets
            case .reverts: .reverts
            case .removed: .removed
            case .suspended: .suspended
            case .resumed: .resumed
            case .agreementEnded: .agreementEnded
            }
        }

        /// The effect of that word; nil where the word is of a field and none is given.
        public init?(_ word: Word, field: FieldName?, value: ValueState?) {
            switch (word, field) {
            case (.sets, let field?): self = .sets(field, value)
            case (.reverts, let field?): self = .reverts(field, value)
            case (.sets, nil), (.reverts, nil): return nil
            case (.removed, _): self = .removed
            case (.suspended, _): self = .suspended
            case (.resumed, _): self = .resumed
            case (.agreementEnded, _): self = .agreementEnded
            }
        }

        /// The field that changes; nil where the term itself does.
        public var field: FieldName? {
            switch self {
            case .sets(let name, _), .reverts(let name, _): name
            case .removed, .suspended, .resumed, .agreementEnded: nil
            }
        }

        /// What the field would read.
        public var value: ValueState? {
            switch self {
            case .sets(_, let value), .reverts(_, let value): value
            case .removed, .suspended, .resumed, .agreementEnded: nil
            }
        }
    }
}

extension TermTimeline {
    /// What is agreed by a day, in the parties' order, and waits for a condition on that day.
    ///
    /// What an earlier life waited for does not concern the term.
    func conditionalChanges(on day: Day) -> [ConditionalChange] {
        guard let life = lives(on: day).first ?? lives.first else { return [] }
        let endings = agreement.waiting.filter {
            $0.surviving.isDisjoint(with: [record.identity, id(on: day)])
        }
        let found = (life.waitingFields(on: day) + life.waitingEvents(endings, on: day))
            .filter { InstrumentOrder.agreedDay($0.event.recording) <= day }
        return found.enumerated().sorted {
            (order.key(of: $0.element.event), $0.offset)
                < (order.key(of: $1.element.event), $1.offset)
        }.map(\.element)
    }
}

extension TermLife {
    /// The changes of fields that wait.
    fileprivate func waitingFields(on day: Day) -> [ConditionalChange] {
        record.assertions.sorted { $0.key < $1.key }.flatMap { name, assertions in
            let coming = assertions.compactMap { assertion -> ConditionalChange? in
                // Of a term that waits itself, its status says so.
                guard assertion.event != addition else { return nil }
                return change(
                    .sets(name, assertion.value), by: assertion.event, upon: assertion.begins,
                    lasts: assertion.lasts, on: day, bounds.start(assertion.begins))
            }
            return coming + [reversal(of: name, assertions, on: day)].compactMap(\.self)
        }
    }

    /// The end of a value for a time that governs, where it waits.
    private func reversal(
        of name: FieldName, _ assertions: [Assertion], on day: Day
    ) -> ConditionalChange? {
        guard let candidates = cells[name]?.candidates(on: day), candidates.count == 1,
            let governing = candidates[0], let lasts = governing.lasts,
            !bounds.pending(in: lasts, on: day).isEmpty
        else { return nil }
        let beneath = CellTimeline(
            assertions.filter { $0 != governing }, order: order, bounds: bounds
        ).candidates(on: day)
        let value = beneath.count == 1 ? beneath[0]?.value : ValueState.unknown
        return change(
            .reverts(name, value), by: governing.event, upon: lasts, on: day, bounds.end(lasts))
    }

    /// The events that would change the status of the term.
    fileprivate func waitingEvents(
        _ endings: [AgreementEnding], on day: Day
    ) -> [ConditionalChange] {
        func change(
            _ effect: ConditionalChange.Effect, _ event: RecordedEvent
        ) -> ConditionalChange? {
            self.change(
                effect, by: event, upon: event.effective, on: day, bounds.start(event.effective))
        }
        let removals = record.removals.map { change(.removed, $0) }
        let pauses = record.pauses.map { change($0.suspends ? .suspended : .resumed, $0.event) }
        let resumptions = record.pauses.map { pause -> ConditionalChange? in
            guard pause.suspends, hasBegun(pause.event, by: day), let lasts = pause.lasts else {
                return nil
            }
            return self.change(
                .resumed, by: pause.event, upon: lasts, on: day, bounds.end(lasts))
        }
        let ended = endings.filter { order.key(of: addition) < order.key(of: $0.event) }
            .map { change(.agreementEnded, $0.event) }
        return (removals + pauses + resumptions + ended).compactMap(\.self)
    }

    /// Nil where it waits for nothing, or has come about.
    private func change(
        _ effect: ConditionalChange.Effect, by event: RecordedEvent, upon bound: DateBound,
        lasts: DateBound? = nil, on day: Day, _ window: DayWindow?
    ) -> ConditionalChange? {
        let conditions = bounds.pending(in: bound, on: day)
        guard !conditions.isEmpty, window.map({ day < $0.first }) ?? true else { return nil }
        return ConditionalChange(
            effect: effect, event: event, bound: bound, conditions: conditions, lasts: lasts)
    }
}
