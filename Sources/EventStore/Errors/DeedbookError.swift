public import Amendments
public import Ledger
public import Notation
public import Terms
public import Transparency

/// Why Deedbook did not do what it was asked: the one error of stores, books, questions and commands.
///
/// A case is one thing that can happen, with what it is about, for a caller that goes on depending on it. Its
/// ``account`` says the same in words, and ``problems(in:)`` where. Nothing was written or answered in part, unless
/// the case is `outcomeUnknown`.
///
/// What reads a text or a format has an error of its own (`Problem`, `NoteError`, `PredicateError`): it knows
/// neither book nor file. The one who gave it the text says here what that means.
public enum DeedbookError: Error, Hashable, Sendable {
    // Appends.

    /// An agreement is not at the version the caller expected.
    case versionConflict(agreement: AgreementID, expected: ExpectedVersion, actual: Int)
    /// The key was recorded before, with other content.
    case keyReused(RecordingKey, recordedAt: Position)
    /// The key was recorded before, and an event of it was redacted since: whether the content is the same cannot be
    /// known.
    case keyRedacted(EventReference, recordedAt: Position)
    /// A recording cannot hold; every reason is there.
    case invalid(RecordingKey, [Violation])
    /// One event would take more than the 65,535 bytes an entry may have.
    case entryTooLarge(EventReference, bytes: Int)
    /// The clock says an instant so long after the last recording that someone has to say that it is right: no later
    /// recording can have an earlier one.
    case clockAhead(now: Instant, last: Instant, at: Position)
    /// A redaction names an event that is not in the book, or not in an earlier recording.
    case redactsNothing(EventReference, by: EventReference)
    /// A recording's signature is not its recorder's signature of it.
    case sealRefused(RecordingKey, detail: String)
    /// The store has more appends waiting than it takes, and was asked not to wait for a place.
    case overloaded(capacity: Int)
    /// The storage failed in the middle of an append: whether it was written is not known. Opening the
    /// book again and appending the same key shows it.
    case outcomeUnknown(detail: String)

    // The book as a file.

    /// Another process holds the book.
    case busy(String)
    /// The file cannot be opened, read or written.
    case inaccessible(path: String, detail: String)
    /// The file is not a book.
    case notABook(path: String, detail: String)
    /// The book was written by a newer version of Deedbook.
    case newerFormat(path: String, found: Int, known: Int)
    /// The book was written by a version of Deedbook before its first release.
    case olderFormat(path: String, found: Int, known: Int)
    /// What is derived from the book's events was made by the rules of a newer version of Deedbook, so that this one
    /// would only go back. It can be read all the same.
    case newerDerived(found: Int, known: Int)
    /// There is no space left where the book is.
    case full(path: String)
    /// A stored event cannot be read back.
    case corrupted(Position, detail: String)
    /// What the book keeps beside its events is not what was written there: which table, and what of it.
    case derivedAltered(detail: String)
    /// An event of a kind this version does not know.
    case unknownKind(Position, kind: String)

    // What is asked about.

    /// No recording is of that agreement.
    case unknownAgreement(AgreementID, known: [AgreementID])
    /// A position before the end of the book's first recording, which is that one and ends at `last`: nothing stood there.
    case beforeFirst(asked: Position, RecordingKey, last: Position)
    /// The agreement has no such term from there; `nearest` are at most five that may be meant, nearest first.
    case unknownTerm(TermID, nearest: [TermID])
    /// Nothing of the book is called so; `nearest` are names that may be meant, nearest first.
    case unknownName(String, Named, nearest: [String])
    /// Several things are called so, or begin so; of many, the first ones are there.
    case ambiguousName(String, Named, of: [String])
    /// The book has the agreement, and the point does not show it.
    case hiddenAgreement(AgreementID, Hidden)
    /// The agreement has the term, and the point does not show it.
    case hiddenTerm(TermID, of: AgreementID, Hidden)
    /// No term of that kind has such a field.
    case unknownField(FieldName, TermKind)
    /// The book has no such recording; `nearest` are keys that may be meant, nearest first.
    case unknownRecording(RecordingKey, nearest: [RecordingKey])
    /// The recording has no event of the agreement that is asked about; what it has is of these.
    case recordingElsewhere(RecordingKey, than: AgreementID, touches: [AgreementID])
    /// The recording has not that many events.
    case unknownEvent(EventReference, events: Int)
    /// The event is rescinded, redacted or itself a record event.
    case notCorrectable(EventReference)
    /// A position, or the size of a book, that the book has not reached: an answer would not be repeatable.
    case beyondHead(asked: Position, head: Position)
    /// What is recorded until then is not known yet: an answer from there would not be repeatable.
    case beyondNow(asked: Instant, now: Instant)

    /// More days are asked about than one answer has.
    case longSpan(from: Day, to: Day, limit: Int)

    // What a term amounts to.

    /// The term is of a kind that has no amount of money; nil where there is no such term from the point.
    case notPayable(TermID, TermKind?, of: AgreementID, from: Vantage, payable: [TermKind])
    /// Figures are given for a kind that needs none.
    case takesNoFigures(TermKind)
    /// No figures are given for a kind that needs them.
    case needsFigures(TermKind)
    /// Neither figures nor both days are given.
    case needsDays
    /// The last day lies before the first.
    case reversedDays(from: Day, to: Day)
    /// The term has amounts in several currencies, and none is asked for.
    case severalCurrencies(TermID, [Currency])
    /// A figure, which stands on that line, is of a base that no rate of the term is of.
    case unknownBase(String, line: Int, of: TermID, known: [String])
    /// A figure, which stands on that line, is of another base than the first one.
    case secondBase(String, line: Int, first: String)
    /// A figure, which stands on that line, lies on both sides of the first day that counts, or of the first that no
    /// longer does; nothing says how to split it.
    case straddling(DateRange, line: Int, day: Day)
    /// No figure lies in the days asked about.
    case noFigures

    // Signatures and evidence.

    /// A checkpoint that is not of this book, or not of what this book was at its size.
    case checkpointRefused(size: Int, detail: String)
    /// A key cannot sign the checkpoint.
    case notSigned(detail: String)
    /// The book does not continue a checkpoint signed before: both are stated, and nothing is signed.
    case discontinued(signed: Checkpoint, now: Checkpoint, detail: String)
    /// An entry is not what its leaf was made of, so nothing is signed.
    case entryAltered(Position)
    /// No signed checkpoint covers the position yet.
    case notCovered(Position)
    /// The book does not continue an older checkpoint; the proof that should show it does not hold.
    case rolledBack(old: Checkpoint, new: Checkpoint, detail: String)

    // Everything else.

    /// Problems with what was given: a command line, files, a place to write to. Each says where it is. No program
    /// needs to distinguish them, so their kind is all the code there is.
    case problems(Kind, [Problem])

    /// What can be done about an error, by whom. A command ends with a status for each, a server answers with one.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// It was asked in a way that has no answer: ask otherwise.
        case usage
        /// What was given cannot be, or cannot be read: mend it.
        case invalid
        /// The book has nothing of that name, or not yet.
        case unknown
        /// What is recorded already stands against it, and stays.
        case conflict
        /// What is stored is not, or no longer, a book that can be read.
        case damaged
        /// A file that was named is not there.
        case missing
        /// A file cannot be made.
        case unwritable
        /// A file cannot be read or written, or the storage failed.
        case inaccessible
        /// Another writer was faster or holds the book: try again.
        case temporary
        /// A signature is missing or false.
        case forged
        /// The book is not, or no longer, the one that a checkpoint kept elsewhere is of.
        case rolledBack = "rolled-back"
        /// Deedbook is wrong.
        case fault
    }
}

extension DeedbookError {
    /// For what is read beyond a position and does not lie there.
    public static func outOfOrder(_ position: Int, after last: Int) -> DeedbookError {
        .corrupted(Position(position), detail: "it is found beyond #\(last): the file is damaged")
    }
}
