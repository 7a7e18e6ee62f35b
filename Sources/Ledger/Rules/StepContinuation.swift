package import Amendments
package import Terms

/// Events that may only continue an agreement: amendments that set fields of its terms from a known day on, each the
/// last word on its fields.
///
/// Whether they can hold, and what they change of what is derived, is then read off the events that decide these days
/// alone. What is anything else costs the whole history.
package struct StepContinuation {
    /// The days of which the deciding events are read.
    package let days: DecisiveDays
    private let agreement: AgreementID
    private let new: [RecordedEvent]

    /// - Parameter new: one recording's events of the agreement.
    /// - Returns: nil where one of them is surely more than a plain step, or what it says rests on more than what
    ///   governs its fields then: on another term, or on what was before in fields that it leaves alone.
    package init?(_ agreement: AgreementID, by new: [RecordedEvent]) {
        let days = new.compactMap { event -> Day? in
            guard let (amendment, day) = StepIndex.plainStep(event), !event.reliesOnTerm,
                Set(amendment.was?.names ?? []).isSubset(of: amendment.set.names)
            else { return nil }
            return day
        }
        guard days.count == new.count, let first = days.min(), let last = days.max() else {
            return nil
        }
        self.agreement = agreement
        self.new = new
        self.days = DecisiveDays(first...last)
    }

    /// Whether they continue the agreement, and nothing is wrong with them.
    ///
    /// - Parameter past: what decided the days before them.
    /// - Returns: false where the whole history must be read, whatever it then says.
    package func holds(after past: DecisiveEvents) -> Bool {
        guard isNext(after: past) else { return false }
        var agreement = GrowingAgreement(agreement, history: past.events)
        return agreement.continues(with: new)
    }

    /// What they change of the pieces and the steps.
    ///
    /// - Parameter past: what decided the days before them.
    /// - Returns: nil where they do not continue the agreement: the whole history must be read.
    package func change(
        after past: DecisiveEvents
    ) -> (pieces: PieceChange, steps: StepChange)? {
        guard let first = new.first, isNext(after: past) else { return nil }
        var index = StepIndex(of: past.events)
        let steps = index.add(new)
        guard index.isContinuation(steps) else { return nil }
        var keeper = PieceKeeper(
            agreement, history: past.events, through: Position(first.position.number - 1),
            of: Set(new.flatMap(\.event.payload.namedTerms)))
        return keeper.add(new).map { ($0, steps) }
    }

    /// Whether the number of their instrument, if it has one, leaves what was agreed before it in its order.
    private func isNext(after past: DecisiveEvents) -> Bool {
        let order = InstrumentOrder(of: past.events.lazy.map(\.recording))
        return new.first.map { order.isNext($0.recording) } ?? false
    }
}
