package import Amendments
package import Terms

// What was said of a term, or done under it, and waits for a condition: a waiver upon c.
extension TermTimeline {
    /// What is agreed by a day, in the life of that day, and waits for a condition on it.
    package func waitingRemarks(on day: Day) -> [Remark] {
        record(on: day).remarks.filter { remark in
            let event = remark.event
            return !bounds.pending(in: event.effective, on: day).isEmpty
                && !hasBegun(event, by: day)
                && InstrumentOrder.agreedDay(event.recording) <= day
        }
    }

    /// The days from which such remarks are agreed.
    package var waitingRemarkDays: [Day] {
        record.remarks.filter(\.waits)
            .map { InstrumentOrder.agreedDay($0.event.recording) }
    }
}
