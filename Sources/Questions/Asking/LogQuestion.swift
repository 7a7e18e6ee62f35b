public import EventStore
import Ledger
public import Terms

/// Which recordings has the book, or touch an agreement?
public struct LogQuestion: Question {
    /// nil for the whole book.
    public var agreement: AgreementID?
    /// How many of the latest; nil for all.
    public var last: Int?
    public var filter: LogFilter

    /// The recordings with who signed them: of an agreement in the order in which the parties agreed their instruments,
    /// of the whole book in the order recorded.
    public struct Content: Signed, Hashable, Sendable {
        public var log: RecordingLog
        public var signers: RecordingSigners
    }

    public init(
        of agreement: AgreementID? = nil, last: Int? = nil, where filter: LogFilter = LogFilter()
    ) {
        self.agreement = agreement
        self.last = last
        self.filter = filter
    }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownAgreement` for an agreement without a recording.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<LogQuestion> {
        var log = try await inquiry.book.log(of: agreement, last: last, where: filter)
        if agreement != nil {
            log.recordings = PartiesOrder.sorted(log.recordings, by: \.header)
        }
        let signers = try await EntryLookup(inquiry.book).signers(of: log.recordings)
        return Answer(self, Content(log: log, signers: signers))
    }
}
