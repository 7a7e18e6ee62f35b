public import Deadlines
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
    ) async throws(QuestionError) -> Answer<CalendarEntriesQuestion> {
        let calendar = try await self.calendar.answer(to: inquiry).content
        let content = try await inquiry.asking { book async throws(LedgerError) in
            Content(
                calendar: calendar, entries: try await book.entries(of: calendar),
                origin: book.origin)
        }
        return Answer(self, content)
    }
}

extension CalendarEntriesQuestion.Content: Grounded {
    public var grounds: Grounds { calendar.grounds }
}
