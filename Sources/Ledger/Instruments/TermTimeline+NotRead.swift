import Amendments
import Terms

// Instruments that are known of and were not read.
extension TermTimeline {
    /// The instruments that may have changed the term by a day, and were not read: those that name it, or no term,
    /// until a complete text is agreed. What was over when they took effect they leave alone.
    func notRead(on day: Day) -> [Reason] {
        agreement.unread.compactMap { unread in
            guard unread.terms.isEmpty || unread.terms.contains(record.identity),
                let first = bounds.start(of: unread.event)?.first, first <= day,
                !isRestated(since: unread.event, by: day),
                status(on: first.adding(days: -1)).status != .ended
            else { return nil }
            return .notRead(unread.event.reference)
        }
    }

    private func isRestated(since event: RecordedEvent, by day: Day) -> Bool {
        let place = order.key(of: event)
        return agreement.restatements.contains { restatement in
            place < order.key(of: restatement.event)
                && bounds.hasSurelyBegun(restatement.event, by: day)
        }
    }

    /// The days from which they may change it.
    var notReadDays: [Day] {
        agreement.unread.flatMap { bounds.start(of: $0.event)?.days ?? [] }
    }
}
