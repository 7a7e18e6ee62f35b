package import Amendments
package import Ledger
public import Terms

/// A deadline as an entry of a calendar program, with what became of it while the book grew.
///
/// An entry that a calendar may hold from an earlier answer is never forgotten: one that moved out of the span is
/// there with its new days, one that no longer follows from the record is there as cancelled.
public struct CalendarEntry: Hashable, Sendable {
    /// As it is now; for a cancelled entry, as it was last.
    public var deadline: Deadline
    /// How often its days, its words or its standing changed since it was first there.
    public var sequence: Int
    /// When the recording was made with which it appeared.
    public var created: Instant
    /// When the last recording was made that changed anything about it.
    public var modified: Instant
    public var isCancelled: Bool
}

extension CalendarEntry {
    /// The entries of an agreement's part of a calendar.
    ///
    /// - Parameter recordings: each of the agreement's recordings, oldest first, with what was known then.
    package static func all(
        of part: DeadlineCalendar.Agreement,
        through recordings: [(recording: RecordingHeader, view: AgreementView)]
    ) -> [CalendarEntry] {
        var history = EntryHistory(span: part.span)
        for (header, view) in recordings { history.note(view.reading, at: header.recordedAt) }
        return history.entries(now: part.deadlines)
    }

    /// In the order of days.
    package static func precedes(_ lhs: CalendarEntry, _ rhs: CalendarEntry) -> Bool {
        AgreementScan.precedes(lhs.deadline, rhs.deadline)
    }
}

/// The entries of one agreement, recording by recording.
private struct EntryHistory {
    let span: ClosedRange<Day>
    private var known: [String: Known] = [:]
    private var last = Instant(microseconds: 0)

    private struct Known {
        var entry: CalendarEntry
        /// Whether it ever fell into the span.
        var isOfSpan: Bool
    }

    init(span: ClosedRange<Day>) { self.span = span }

    /// Takes in what an agreement says once a recording was made.
    mutating func note(_ reading: AgreementReading, at instant: Instant) {
        last = instant
        var there: Set<String> = []
        for deadline in AgreementScan(reading: reading, span: span.farAround).deadlines
        where deadline.isEntry {
            there.insert(deadline.entryKey)
            note(deadline, at: instant)
        }
        for (key, known) in known where !there.contains(key) && !known.entry.isCancelled {
            self.known[key]?.entry.isCancelled = true
            self.known[key]?.entry.sequence += 1
            self.known[key]?.entry.modified = instant
        }
    }

    private mutating func note(_ deadline: Deadline, at instant: Instant) {
        let isOfSpan = span.overlaps(deadline.when)
        guard var before = known[deadline.entryKey] else {
            let entry = CalendarEntry(
                deadline: deadline, sequence: 0, created: instant, modified: instant,
                isCancelled: false)
            known[deadline.entryKey] = Known(entry: entry, isOfSpan: isOfSpan)
            return
        }
        if before.entry.isCancelled || !before.entry.deadline.looks(like: deadline) {
            before.entry.sequence += 1
            before.entry.modified = instant
        } else if before.entry.deadline != deadline {
            before.entry.modified = instant
        }
        before.entry.deadline = deadline
        before.entry.isCancelled = false
        before.isOfSpan = before.isOfSpan || isOfSpan
        known[deadline.entryKey] = before
    }

    /// What falls into the span now, and what once did.
    func entries(now deadlines: [Deadline]) -> [CalendarEntry] {
        var rest = known
        let current = deadlines.filter(\.isEntry).map { deadline in
            guard var entry = rest.removeValue(forKey: deadline.entryKey)?.entry else {
                return CalendarEntry(
                    deadline: deadline, sequence: 0, created: last, modified: last,
                    isCancelled: false)
            }
            entry.deadline = deadline
            entry.isCancelled = false
            return entry
        }
        return current + rest.values.filter(\.isOfSpan).map(\.entry)
    }
}

extension Deadline {
    /// Whether it has a first and a last day, or waits for a condition that may bring one.
    fileprivate var isEntry: Bool {
        guard let days = when.days else { return isWaiting }
        return days.first != nil && days.last != nil
    }

    /// Whether a calendar shows both alike, but for how the day was worked out.
    fileprivate func looks(like other: Deadline) -> Bool {
        when == other.when && isTentative == other.isTentative && values == other.values
            && term == other.term && through == other.through && actor == other.actor
    }
}
