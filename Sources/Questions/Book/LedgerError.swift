public import Amendments
public import EventStore
import Ledger
public import Terms

/// Why a question cannot be answered, or a recording not be made.
public enum LedgerError: Error, Hashable, Sendable {
    case store(EventStoreError)
    case unknownAgreement(AgreementID, known: [AgreementID])
    case unknownTerm(TermID, nearest: [TermID])
    case unknownField(FieldName, TermKind)
    case unknownRecording(RecordingKey, nearest: [RecordingKey])
    /// The recording cannot hold; every reason is there.
    case invalid([Violation])
    /// An answer from beyond the head would not be repeatable.
    case beyondHead(asked: Position, head: Position)
    /// What is recorded until then is not known yet: an answer from there would not be repeatable.
    case beyondNow(asked: Instant, now: Instant)
}
