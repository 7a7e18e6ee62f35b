import Amendments
import EventStore
import Ledger
import Terms

/// Recordings on their way into a book: while some are written, in one transaction, the next are checked.
///
/// Each is checked on top of those before it, as if they were in the book. Where the book then turns out to hold
/// something else, because someone else appended, what was checked on top of it is checked again.
struct BatchRun {
    /// How many are written in one transaction.
    private static let chunk = 64

    let recordings: [Recording]
    let recorder: String
    /// Nil where the store takes one at a time: then each is recorded alone.
    let store: (any BatchStore)?
    private(set) var outcome = Recorder.Outcome()
    /// The first that is not yet checked.
    private var next = 0
    /// Keys that were in the book before, or are before the next in the batch: what comes of them is the store's
    /// affair.
    private var keys: Set<RecordingKey> = []
    private var known: Set<RecordingKey> = []
    /// How many of the recordings touch each agreement.
    private let counts: [AgreementID: Int]
    /// The versions that agreements must be at before the first recording that touches each, by its place.
    private let demanded: [Int: [AgreementID: ExpectedVersion]]
    private var writing: Writing?

    /// One that is checked, and where it is expected to stand.
    private struct Checked {
        let index: Int
        let submission: Submission
        let first: Position
    }

    private struct Writing {
        let checked: [Checked]
        let outcomes: Task<[Result<Receipt, DeedbookError>], Never>
    }

    init(
        _ recordings: [Recording], by recorder: String,
        expecting demanded: [AgreementID: ExpectedVersion], in store: (any BatchStore)?
    ) {
        self.recordings = recordings
        self.recorder = recorder
        self.store = store
        counts = recordings.flatMap(\.agreements).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        self.demanded = demanded.reduce(into: [:]) { byPlace, next in
            let first = recordings.firstIndex { $0.agreements.contains(next.key) }
            if let first { byPlace[first, default: [:]][next.key] = next.value }
        }
    }

    typealias Seal = (Recording) throws(DeedbookError) -> RecorderSeal?

    /// Records all of them, or as many as stand before the first that cannot be.
    mutating func record(
        with memory: inout Recorder, sealing seal: Seal, advance: (Receipt) -> Void
    ) async {
        do throws(DeedbookError) {
            for recording in recordings {
                guard let store else { break }
                if try await !store.recording(recording.key).isEmpty { known.insert(recording.key) }
            }
            keys = known
            while outcome.failure == nil, next < recordings.count || writing != nil {
                try await step(with: &memory, sealing: seal, advance: advance)
            }
        } catch {
            outcome.failure = (next, error)
        }
        // What is begun is reported, also where what comes after it cannot be.
        if let writing { _ = await settle(writing, advance: advance) }
    }

    private mutating func step(
        with memory: inout Recorder, sealing seal: Seal, advance: (Receipt) -> Void
    ) async throws(DeedbookError) {
        let begins = next
        let checked = try await checkAhead(with: &memory, sealing: seal)
        if let writing {
            self.writing = nil
            guard await settle(writing, advance: advance) else {
                // What was checked on top of it is checked again.
                next = writing.checked.first { outcome.receipts[$0.index] == nil }?.index ?? begins
                keys = keys.subtracting(recordings[next...].map(\.key)).union(known)
                return memory.forget()
            }
        }
        if checked.isEmpty, next < recordings.count {
            await recordAlone(next, with: &memory, sealing: seal, advance: advance)
            next += 1
        } else if !checked.isEmpty, let store {
            let recorder = recorder
            writing = Writing(
                checked: checked,
                outcomes: Task {
                    await store.append(checked.map(\.submission), by: recorder)
                })
        }
    }

    /// Checks the next ones, up to one that must wait until those before it are in the book.
    private mutating func checkAhead(
        with memory: inout Recorder, sealing seal: Seal
    ) async throws(DeedbookError) -> [Checked] {
        guard store != nil else { return [] }
        if writing == nil { try await memory.catchUp() }
        var checked: [Checked] = []
        while checked.count < Self.chunk, next < recordings.count {
            let recording = recordings[next]
            guard !keys.contains(recording.key),
                let (versions, first) = try await memory.checkAhead(
                    recording, by: recorder, demanding: demanded[next] ?? [:],
                    isOnlyOne: { counts[$0] == 1 }),
                let submission = try? Submission(
                    recording, expecting: versions, sealed: seal(recording))
            else { break }
            keys.insert(recording.key)
            checked.append(Checked(index: next, submission: submission, first: first))
            next += 1
        }
        return checked
    }

    /// Waits until what is being written is in the book.
    ///
    /// - Returns: whether all of it stands where it was expected.
    private mutating func settle(_ writing: Writing, advance: (Receipt) -> Void) async -> Bool {
        var isAsExpected = true
        for (checked, result) in zip(writing.checked, await writing.outcomes.value) {
            switch result {
            case .success(let receipt):
                outcome.receipts[checked.index] = receipt
                advance(receipt)
                if receipt.first != checked.first || receipt.isRepeated { isAsExpected = false }
            // What others made impossible meanwhile is checked again.
            case .failure(.versionConflict): isAsExpected = false
            case .failure(let error):
                outcome.failure = (checked.index, error)
                isAsExpected = false
            }
        }
        return isAsExpected
    }

    private mutating func recordAlone(
        _ index: Int, with memory: inout Recorder, sealing seal: Seal, advance: (Receipt) -> Void
    ) async {
        do throws(DeedbookError) {
            let recording = recordings[index]
            let receipt = try await memory.record(
                recording, by: recorder, sealed: try seal(recording),
                expecting: demanded[index] ?? [:])
            keys.insert(recording.key)
            outcome.receipts[index] = receipt
            advance(receipt)
        } catch {
            outcome.failure = (index, error)
        }
    }
}
