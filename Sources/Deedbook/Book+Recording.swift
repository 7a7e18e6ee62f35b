public import Amendments
public import EventStore
import Journal
public import Questions
public import SystemTime
public import Terms

extension Book {
    /// Records every recording of files and folders: `.yaml` and `.yml` hold one each, `.jsonl` one a line.
    ///
    /// They are recorded in the order of their days of disclosure, each whole or not at all. What is in the book already
    /// is left as it is. Documents that sources name are not copied beside the book: `deedbook record` does that.
    ///
    /// - Parameters:
    ///   - paths: files, or folders of them.
    ///   - recorder: who records, as every event will name it.
    ///   - now: what the clock says; see `Book.checkClock(_:before:)` for how far it may be ahead of the book.
    /// - Returns: a receipt for each recording, in the order in which they were recorded.
    /// - Throws: `problems` with every problem of every file, before anything is recorded; then as
    ///   ``record(_:by:at:)``.
    @discardableResult
    public func record(
        contentsOf paths: String..., by recorder: String, at now: Instant = SystemClock.now()
    ) async throws(DeedbookError) -> [Receipt] {
        let reading = Journal.read(paths: paths)
        guard reading.isSound else {
            throw .problems(
                reading.unreadable.isEmpty ? .invalid : .missing,
                reading.unreadable + reading.problems)
        }
        return try await record(reading.recordings, by: recorder, at: now)
    }

    /// Records one recording that is written as YAML, as it would stand in a file.
    ///
    /// - Parameters:
    ///   - text: the recording.
    ///   - recorder: who records, as every event will name it.
    /// - Throws: `problems` with every problem of the text, each with its line; then as ``record(_:by:)``.
    @discardableResult
    public func record(
        yaml text: String, by recorder: String
    ) async throws(DeedbookError) -> Receipt {
        let (recording, problems) = Journal.recording(yaml: text)
        guard let recording, problems.isEmpty else { throw .problems(.invalid, problems) }
        return try await record(recording, by: recorder)
    }

    /// Records one recording, checked against the whole resulting timeline of every agreement that it touches.
    ///
    /// - Parameters:
    ///   - recording: what to record; where it is in the book already, its first receipt is returned.
    ///   - recorder: who records, as every event will name it.
    /// - Throws: what keeps it out of the book, such as `invalid` with every reason, `keyReused` or `full`; then nothing was
    ///   written.
    @discardableResult
    public func record(
        _ recording: Recording, by recorder: String
    ) async throws(DeedbookError) -> Receipt {
        try await record(recording, by: recorder, sealed: nil)
    }

    /// Records recordings in their order, each checked against the whole resulting timeline and each whole or not at all.
    ///
    /// - Parameters:
    ///   - recordings: what to record; what is in the book already is left as it is.
    ///   - recorder: who records, as every event will name it.
    ///   - now: what the clock says.
    /// - Returns: a receipt for each, in their order.
    /// - Throws: `clockAhead`, before anything is recorded; what keeps the first that cannot be recorded out of the book,
    ///   such as `invalid` with every reason, `keyReused` or `full`: those before it are recorded, and those after it are
    ///   not.
    @discardableResult
    public func record(
        _ recordings: [Recording], by recorder: String, at now: Instant = SystemClock.now()
    ) async throws(DeedbookError) -> [Receipt] {
        try await checkClock(now, before: recordings)
        var recording = Recorder(self)
        let outcome = await recording.record(
            all: recordings, by: recorder,
            sealing: { _ throws(DeedbookError) -> RecorderSeal? in nil }, advance: { _ in })
        if let failure = outcome.failure { throw failure.error }
        return recordings.indices.compactMap { outcome.receipts[$0] }
    }
}
