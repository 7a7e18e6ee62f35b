import Ledger

/// Why a question has no answer.
public enum QuestionError: Error, Hashable, Sendable {
    /// The book does not have what is asked about, cannot be read, or does not reach so far.
    case ledger(LedgerError)
    /// A draft could not be recorded, so nothing can rest on it.
    case draft(RefusedDraft)
    /// The term cannot be worked out as it was asked.
    case payable(PayableRefusal)
}
