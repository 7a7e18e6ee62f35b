public import Conflicts
public import EventStore
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
    ) async throws(DeedbookError) -> Answer<PictureQuestion> {
        switch subject {
        case .terms(let question):
            let terms = try await question.answer(to: inquiry)
            let copy = terms.content.copy
            let all = try await inquiry.book.timeline(
                of: copy.agreement, term: nil, from: copy.vantage)
            return Answer(
                self, today: terms.today, unknownZones: terms.unknownZones,
                try await content(
                    copy, leavingOut: terms.content.termsLeftOut,
                    all.filter { copy.term($0.identity) != nil },
                    conflictsOver: copy.vantage.on...copy.vantage.on, inquiry.book))
        case .timeline(let question):
            let timeline = try await question.answer(to: inquiry)
            return Answer(
                self, today: timeline.today, unknownZones: timeline.unknownZones,
                try await content(
                    timeline.content.copy, timeline.content.histories,
                    conflictsOver: Day.first...Day.last, inquiry.book))
        }
    }

    private func content(
        _ copy: ConformedCopy, leavingOut count: Int = 0, _ histories: [TermHistory],
        conflictsOver days: ClosedRange<Day>, _ book: Book
    ) async throws(DeedbookError) -> Content {
        var conflicts: ConflictReport?
        if withConflicts {
            conflicts = try await book.conflicts(
                of: [copy.agreement], from: copy.vantage, over: days)
        }
        return Content(
            copy: copy, termsLeftOut: count, histories: histories,
            reading: try await book.reading(of: copy.agreement, from: copy.vantage),
            conflicts: conflicts)
    }
}

extension PictureQuestion.Content: Grounded {
    public var grounds: Grounds { Grounds([copy.resolved]) }
}
