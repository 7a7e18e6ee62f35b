import Amendments

/// One end of a term's life.
struct LifeEnd: Hashable {
    let event: RecordedEvent
    /// From when the term is over; nil where no day is known, or it outlives what would have ended it.
    var over: DayWindow?
    /// Why it is over.
    let reasons: [Reason]
    /// What is to be said of it as long as the term holds.
    let before: [Reason]
    /// What is to be said of it while it cannot be said whether the term holds.
    var open: [Reason]
    var causes: [RecordedEvent]

    init(
        event: RecordedEvent, over: DayWindow?, reasons: [Reason], before: [Reason],
        open: [Reason], causes: [RecordedEvent]
    ) {
        self.event = event
        self.over = over
        self.reasons = reasons
        self.before = before
        self.open = open
        self.causes = causes
    }

    /// An end that the term states itself.
    init(
        stated event: RecordedEvent, over: DayWindow?, reasons: [Reason], before: [Reason],
        causes: [RecordedEvent]
    ) {
        self.init(
            event: event, over: over, reasons: reasons, before: before, open: before,
            causes: causes)
    }

    /// An end that comes with an event of its own, or with the agreement.
    ///
    /// - Parameter doubts: why its day is not known.
    init(
        by event: RecordedEvent, over: DayWindow?, reasons: [Reason], before: [Reason] = [],
        doubts: [Reason] = [], causes: [RecordedEvent]
    ) {
        self.init(
            event: event, over: over, reasons: reasons, before: before, open: reasons + doubts,
            causes: causes)
    }

    /// - Parameter outcomes: what made it take effect, where it waited for conditions.
    init(removedBy event: RecordedEvent, window: DayWindow, outcomes: [RecordedEvent]) {
        let discharge = event.event.payload.discharge
        self.init(
            by: event, over: window,
            reasons: [
                discharge.map { .discharged($0, event.reference) } ?? .removed(event.reference)
            ],
            causes: [event] + outcomes)
    }
}
