public import Conflicts
public import Ledger
import Terms

/// What is drawn of an agreement's terms through time?
public struct PictureQuestion: PointedQuestion {
    public var subject: Subject
    /// Whether the conflicts are looked for too, which reads the whole book.
    public var withConflicts: Bool

    /// What the picture is of.
    public enum Subject: Hashable, Sendable {
        /// The terms of a day, with the conflicts that are open on it.
        case terms(TermsQuestion)
        /// Lives, with the conflicts of all days.
        case timeline(TimelineQuestion)
    }

    /// Everything that is drawn.
    public struct Content: Sendable {
        /// The agreement as it stands on the day.
        public var copy: ConformedCopy
        /// How many terms were left out of it because others were asked for.
        public var termsLeftOut: Int
        public var histories: [TermHistory]
        public var reading: AgreementReading
        /// nil where they were not asked for.
        public var conflicts: ConflictReport?
    }

    public init(of subject: Subject, withConflicts: Bool = false) {
        self.subject = subject
        self.withConflicts = withConflicts
    }

    public var knowledge: Knowledge {
        switch subject {
        case .terms(let question): question.knowledge
        case .timeline(let question): question.knowledge
        }
    }

    public var basis: Basis {
        switch subject {
        case .terms(let question): question.basis
        case .timeline(let question): question.basis
        }
    }

    /// - Throws: what its subject throws.
    public func answer(
        to inquiry: Inquiry
    ) async throws(QuestionError) -> Answer<PictureQuestion> {
        switch subject {
        case .terms(let question):
            let terms = try await question.answer(to: inquiry)
            return Answer(
                self, today: terms.today, unknownZones: terms.unknownZones,
                try await inquiry.asking { book async throws(LedgerError) in
                    try await content(of: terms.content, in: book)
                })
        case .timeline(let question):
            let timeline = try await question.answer(to: inquiry)
            return Answer(
                self, today: timeline.today, unknownZones: timeline.unknownZones,
                try await inquiry.asking { book async throws(LedgerError) in
                    try await content(of: timeline.content, in: book)
                })
        }
    }

    private func content(
        of terms: TermsQuestion.Content, in book: Book
    ) async throws(LedgerError) -> Content {
        let copy = terms.copy
        let all = try await book.timeline(of: copy.agreement, term: nil, from: copy.vantage)
        return Content(
            copy: copy, termsLeftOut: terms.termsLeftOut,
            histories: all.filter { copy.term($0.identity) != nil },
            reading: try await book.reading(of: copy.agreement, from: copy.vantage),
            conflicts: try await conflicts(of: copy, over: copy.vantage.on...copy.vantage.on, book))
    }

    private func content(
        of timeline: TimelineQuestion.Content, in book: Book
    ) async throws(LedgerError) -> Content {
        let copy = timeline.copy
        return Content(
            copy: copy, termsLeftOut: 0, histories: timeline.histories,
            reading: try await book.reading(of: copy.agreement, from: copy.vantage),
            conflicts: try await conflicts(of: copy, over: Day.first...Day.last, book))
    }

    private func conflicts(
        of copy: ConformedCopy, over days: ClosedRange<Day>, _ book: Book
    ) async throws(LedgerError) -> ConflictReport? {
        guard withConflicts else { return nil }
        return try await book.conflicts(of: [copy.agreement], from: copy.vantage, over: days)
    }
}

extension PictureQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([copy.resolved]) }
}
