import Amendments
package import Terms

// Conditions, disputes and expectations. Their days are read as those of terms are: what is dated to a month
// or a year may have happened from its first day, and has on its last.
extension AgreementReading {
    /// Every day on which a party, a condition, a dispute or an expectation may change.
    var contextDays: Set<Day> {
        let parties = state.parties.values.flatMap { party -> [RecordedEvent] in
            let standing = party.names.map(\.event) + party.admissions + party.withdrawals
            return standing + party.successions.map(\.event) + party.memberships.map(\.event)
        }
        let conditions = state.conditions.values.flatMap { condition in
            condition.definitions.map(\.event) + condition.outcomes.map(\.event)
        }
        let disputes = state.disputes.values.flatMap { dispute in
            dispute.raisings.map(\.event) + dispute.resolutions.map(\.event)
        }
        let expectations = state.expectations.values.flatMap { expectation in
            expectation.statements.map(\.event) + expectation.outcomes.map(\.event)
        }
        let events = parties + conditions + disputes + expectations
        // What waits for a condition is open from the day it was agreed.
        let waiting = parties.filter { !$0.effective.conditions.isEmpty }
        let outcomes = state.conditions.keys.compactMap { bounds.outcome(of: $0)?.window }
        return Set(events.flatMap { bounds.start(of: $0)?.days ?? [] })
            .union(outcomes.flatMap(\.days))
            .union(waiting.map { InstrumentOrder.agreedDay($0.recording) })
    }

    func conditions(on day: Day) -> [ConformedCondition] {
        state.conditions.values.sorted { $0.id < $1.id }.compactMap { condition in
            let definitions = condition.definitions.filter { hasBegun($0.event, by: day) }
            guard let last = definitions.max(by: { sortKey($0.event) < sortKey($1.event) }) else {
                return nil
            }
            let found = bounds.outcome(of: condition.id).flatMap {
                $0.window.first <= day ? $0 : nil
            }
            let isSure = found.map { $0.window.sure <= day } ?? false
            let isDefined = definitions.contains { bounds.hasSurelyBegun($0.event, by: day) }
            let states =
                (isDefined ? [] : ["not defined"]) + ["pending"]
                + [found?.manner.rawValue].compactMap(\.self)
            let days =
                [found?.window].compactMap(\.self)
                + definitions.compactMap { bounds.start(of: $0.event) }
            return ConformedCondition(
                id: condition.id, text: last.text, decidedBy: last.decidedBy,
                readings: last.readings, outcome: isSure ? found?.manner : nil,
                since: isSure ? found.map { PossibleDay($0.window) } : nil,
                doubt: isSure
                    ? nil
                    : doubt(states, days.filter { $0.hasPassed(on: day) == .unknown }, on: day),
                causes: [last.event] + [found?.event].compactMap(\.self))
        }
    }

    package func disputes(on day: Day) -> [ConformedDispute] {
        state.disputes.values.sorted { $0.id < $1.id }.compactMap { dispute in
            let raised = dispute.raisings.filter { hasBegun($0.event, by: day) }
            guard let last = raised.max(by: { sortKey($0.event) < sortKey($1.event) }) else {
                return nil
            }
            let resolution = dispute.resolutions.filter { hasBegun($0.event, by: day) }
                .max { sortKey($0.event) < sortKey($1.event) }
            return ConformedDispute(
                id: dispute.id, by: last.by, against: last.against, about: last.about,
                stage: last.stage, forum: last.forum,
                resolution: resolution.flatMap {
                    bounds.hasSurelyBegun($0.event, by: day) ? $0 : nil
                }, doubt: doubt(of: dispute, on: day),
                causes: [last.event] + [resolution?.event].compactMap(\.self))
        }
    }

    /// The states of a dispute that some of its days leave open: it may have been resolved, have gone further,
    /// or not have been raised.
    private func doubt(of dispute: DisputeRecord, on day: Day) -> StateDoubt? {
        let open = (dispute.raisings.map(\.event) + dispute.resolutions.map(\.event))
            .compactMap { bounds.start(of: $0) }
            .filter { $0.hasPassed(on: day) == .unknown }
        let resolutions = dispute.resolutions.filter { hasBegun($0.event, by: day) }
        let resolved = resolutions.sorted { sortKey($0.event) < sortKey($1.event) }
        let isResolved = resolved.contains { bounds.hasSurelyBegun($0.event, by: day) }
        var states: [String] = []
        if !isResolved {
            let raised = dispute.raisings.filter { hasBegun($0.event, by: day) }
                .sorted { sortKey($0.event) < sortKey($1.event) }
            let sure = raised.last { bounds.hasSurelyBegun($0.event, by: day) }
            let possible = raised.filter { !bounds.hasSurelyBegun($0.event, by: day) }
            states.append(sure?.stage.rawValue ?? "not raised")
            states += possible.map(\.stage.rawValue)
        }
        let sure = resolved.last { bounds.hasSurelyBegun($0.event, by: day) }
        let possible = resolved.filter { !bounds.hasSurelyBegun($0.event, by: day) }
        states += ([sure].compactMap(\.self) + possible).map(ConformedDispute.state)
        return doubt(states, open, on: day)
    }

    func expectations(on day: Day) -> [ConformedExpectation] {
        state.expectations.values.sorted { $0.id < $1.id }.compactMap { expectation in
            let stated = expectation.statements.filter { hasBegun($0.event, by: day) }
            guard let last = stated.max(by: { sortKey($0.event) < sortKey($1.event) }) else {
                return nil
            }
            let known = expectation.outcomes.filter { hasBegun($0.event, by: day) }
                .sorted { sortKey($0.event) < sortKey($1.event) }
            let sure = known.last { bounds.hasSurelyBegun($0.event, by: day) }
            let open = known.filter { !bounds.hasSurelyBegun($0.event, by: day) }
            let isStated = stated.contains { bounds.hasSurelyBegun($0.event, by: day) }
            let states =
                (isStated ? [] : ["not stated"]) + [sure?.manner.rawValue ?? "expected"]
                + open.map(\.manner.rawValue)
            let days = (known.map(\.event) + stated.map(\.event)).compactMap {
                bounds.start(of: $0)
            }
            return ConformedExpectation(
                id: expectation.id, text: last.text, by: last.by, window: last.window,
                outcome: sure?.manner,
                doubt: sure?.manner == .met
                    ? nil
                    : doubt(states, days.filter { $0.hasPassed(on: day) == .unknown }, on: day),
                causes: [last.event] + known.map(\.event))
        }
    }

    /// Nil where one state is left.
    private func doubt(_ states: [String], _ windows: [DayWindow], on day: Day) -> StateDoubt? {
        let states: [String] = states.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        guard states.count > 1, let first = windows.map(\.first).min(),
            let last = windows.map(\.sure).max()
        else { return nil }
        return StateDoubt(states: states, first: first, last: last)
    }
}
