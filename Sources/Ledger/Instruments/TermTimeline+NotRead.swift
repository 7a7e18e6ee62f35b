package import Amendments
package import Terms

// Instruments that are known of and were not read.
extension TermTimeline {
    /// The instruments that may have changed the term by a day, and were not read: those that name it, or no term,
    /// until a complete text is agreed. What was over when they took effect they leave alone, and what was first
    /// agreed after them.
    func notRead(on day: Day) -> [Reason] {
        unread(by: day).map { .notRead($0.event.reference) }
    }

    /// Of those, the ones that may have changed what some events state: an event that was agreed after one of them and
    /// holds from no earlier day has the last word beside it.
    package func notRead(since events: [RecordedEvent], by day: Day) -> [EventReference] {
        unread(by: day).filter { unread in
            events.contains { !isLater($0, than: unread.event) }
        }.map(\.event.reference)
    }

    /// The events of which one governs a field on a day.
    package func governing(_ field: FieldName, on day: Day) -> [RecordedEvent] {
        (cells[field]?.at(day) ?? []).compactMap { $0?.event }
    }

    private func unread(by day: Day) -> [UnreadInstrument] {
        agreement.unread.filter { unread in
            guard unread.terms.isEmpty || unread.terms.contains(record.identity),
                let first = bounds.start(of: unread.event)?.first, first <= day,
                !agreement.isRestated(since: unread.event, by: day, order, bounds),
                status(on: first.adding(days: -1)).status != .ended
            else { return false }
            return additions(by: day).contains { !isLater($0, than: unread.event) }
        }
    }

    /// What began the life of a day, and the lives before that its text goes on with; every addition where no life is
    /// known.
    private func additions(by day: Day) -> [RecordedEvent] {
        if let first = firstLife(of: day) { return [first.addition] }
        return record.additions.min { order.key(of: $0) < order.key(of: $1) }.map { [$0] } ?? []
    }

    /// Whether an event was agreed after another, and holds from no earlier day.
    private func isLater(_ event: RecordedEvent, than other: RecordedEvent) -> Bool {
        guard order.key(of: other).place < order.key(of: event).place else { return false }
        guard let begins = bounds.start(of: event)?.first, let sure = bounds.start(of: other)?.sure
        else { return false }
        return sure <= begins
    }

    /// The days from which they may change it.
    var notReadDays: [Day] {
        agreement.unread.flatMap { bounds.start(of: $0.event)?.days ?? [] }
    }
}

extension AgreementReading {
    /// The instruments that may have changed terms by a day, or added some, and were not read: those that have taken
    /// effect, or may have, since a complete text of the parties was agreed last.
    package func notRead(by day: Day) -> [EventReference] {
        agreement.unread.filter { unread in
            guard let first = bounds.start(of: unread.event)?.first, first <= day else {
                return false
            }
            return !agreement.isRestated(since: unread.event, by: day, order, bounds)
        }.map(\.event.reference)
    }
}

extension AgreementLife {
    /// Whether a complete text of the parties that surely holds by a day was agreed after an event.
    fileprivate func isRestated(
        since event: RecordedEvent, by day: Day, _ order: InstrumentOrder, _ bounds: BoundReader
    ) -> Bool {
        let place = order.key(of: event)
        return restatements.contains { restatement in
            place < order.key(of: restatement.event)
                && bounds.hasSurelyBegun(restatement.event, by: day)
        }
    }
}
