public import Deadlines
public import EventStore
import Ledger

/// What does a calendar program have to know of a calendar: also what moved or is no more?
public struct CalendarEntriesQuestion: PointedQuestion {
    /// Whose entries.
    public var calendar: CalendarQuestion

    /// The calendar, and its entries with what became of them while the book grew.
    public struct Content: Hashable, Sendable {
        public var calendar: DeadlineCalendar
        /// In the order of days.
        public var entries: [CalendarEntry]
        /// The name of the book, which no other book has; entries of two books are never the same.
        public var origin: String
    }

    public init(of calendar: CalendarQuestion) { self.calendar = calendar }

    public var knowledge: Knowledge { calendar.knowledge }
    public var basis: Basis { calendar.basis }

    /// Every agreement is read once for each of its recordings.
    ///
    /// - Throws: what the calendar throws.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<CalendarEntriesQuestion> {
        let calendar = try await self.calendar.answer(to: inquiry).content
        return Answer(
            self,
            Content(
                calendar: calendar, entries: try await inquiry.book.entries(of: calendar),
                origin: inquiry.book.origin))
    }
}

extension CalendarEntriesQuestion.Content: Grounded {
    public var grounds: Grounds { calendar.grounds }
}
