public import EventStore
import Ledger
public import Terms

/// Which recordings has the book, or touch an agreement?
public struct LogQuestion: Question {
    /// nil for the whole book.
    public var agreement: AgreementID?
    /// How many of the latest; nil for all.
    public var last: Int?

    /// The recordings, oldest first, with who signed them.
    public struct Content: Signed, Hashable, Sendable {
        public var log: RecordingLog
        public var signers: RecordingSigners
    }

    public init(of agreement: AgreementID? = nil, last: Int? = nil) {
        self.agreement = agreement
        self.last = last
    }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownAgreement` for an agreement without a recording.
    public func answer(to inquiry: Inquiry) async throws(DeedbookError) -> Answer<LogQuestion> {
        let log = try await inquiry.book.log(of: agreement, last: last)
        let signers = try await EntryLookup(inquiry.book).signers(of: log.recordings)
        return Answer(self, Content(log: log, signers: signers))
    }
}
