public import EventStore
public import Ledger
public import Terms

/// What differs between two points, and which instruments caused it?
public struct DiffQuestion: Question {
    public typealias Content = Redline

    public var agreement: AgreementID
    public var sides: Sides
    /// Whether the answer counts what was recorded after its positions.
    public var countsLater: Bool

    /// What is compared.
    public enum Sides: Hashable, Sendable {
        /// Two points, with drafts on the book where there are any.
        case points(from: Vantage, to: Vantage, resting: Drafts? = nil)
        /// The book without drafts and with them: today in the agreement's zone, or on the last day on which something
        /// in them takes effect where that is later.
        case withoutAndWith(Drafts)
        /// The book before a recording and with it, on the last day on which something in it takes effect, or on which
        /// it was disclosed where that is later.
        case changedBy(RecordingKey)
    }

    public init(of agreement: AgreementID, _ sides: Sides, countsLater: Bool = false) {
        self.agreement = agreement
        self.sides = sides
        self.countsLater = countsLater
    }

    /// Asks what differs between two points, such as two days.
    public init(of agreement: AgreementID, from: Vantage, to: Vantage) {
        self.init(of: agreement, .points(from: from, to: to))
    }

    public var basis: Basis {
        switch sides {
        case .points(_, _, let drafts): Basis(drafts: drafts, countsLater: countsLater)
        case .withoutAndWith(let drafts): Basis(drafts: drafts, countsLater: countsLater)
        case .changedBy: Basis(drafts: nil, countsLater: countsLater)
        }
    }

    /// - Throws: `unknownAgreement`; `unknownRecording`; `recordingElsewhere`; `beyondHead` for a point that the book has not reached.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<DiffQuestion> {
        let (from, to) = try await points(in: inquiry)
        let redline =
            switch sides {
            case .points, .withoutAndWith:
                try await inquiry.book.redline(of: agreement, from: from, to: to)
            case .changedBy:
                try await inquiry.book.change(of: agreement, from: from, to: to)
            }
        return Answer(self, today: inquiry.moment.today(in: redline.after.zone), redline)
    }

    func points(in inquiry: Inquiry) async throws(DeedbookError) -> (from: Vantage, to: Vantage) {
        switch sides {
        case .points(let from, let to, _): return (from, to)
        case .changedBy(let key):
            return try await inquiry.book.points(around: key, in: agreement)
        case .withoutAndWith:
            let day = try await inquiry.book.dayShowingDrafts(of: agreement) { _, zone in
                inquiry.moment.today(in: zone)
            }
            return (Vantage(on: day, recordedAt: inquiry.book.headBelowDrafts), Vantage(on: day))
        }
    }
}
