public import Amendments
public import EventStore
import Ledger
public import Terms

/// Records one recording after the other, each checked against the whole timeline of every agreement it touches.
///
/// What was touched is kept as it stands, so the next recording is checked at the cost of what it touches and not
/// of what was there before. Where someone else appended in between, it is read again.
public struct Recorder {
    /// How many agreements are kept.
    private static let capacity = 256

    private let book: Book
    private var agreements: [AgreementID: GrowingAgreement] = [:]
    /// The agreements that were touched once.
    private var seen: Set<AgreementID> = []
    /// The end of the book for which they stand.
    private var end = Position(0)

    public init(_ book: Book) { self.book = book }

    /// Checks a recording and appends it.
    ///
    /// A key that is there already is the store's affair: the same content returns its first receipt.
    /// When someone else appended in between, the check is made again on what is there now: by a store that can, in
    /// the transaction that appends it.
    ///
    /// - Parameters:
    ///   - recording: what to record.
    ///   - recorder: who records, as every event will name it.
    ///   - seal: the recorder's signature of it; nil for none.
    ///   - demanded: the version that agreements must be at before it, whatever the rules say.
    /// - Throws: `versionConflict` only where one of these is not.
    public mutating func record(
        _ recording: Recording, by recorder: String, sealed seal: RecorderSeal? = nil,
        expecting demanded: [AgreementID: ExpectedVersion] = [:]
    ) async throws(DeedbookError) -> Receipt {
        while true {
            try await catchUp()
            let checked = try await check(recording, by: recorder, demanding: demanded)
            do {
                let receipt = try await append(
                    Submission(
                        recording, expecting: checked.versions.merging(demanded) { $1 },
                        sealed: seal,
                        decision: Decision(on: recording, by: recorder, demanding: demanded)),
                    by: recorder)
                keep(checked.agreements, of: recording, receipt)
                return receipt
            } catch .versionConflict {
                // The faster one is in the book, so that this ends.
                guard !Task.isCancelled else {
                    throw .busy("other writers kept appending to the same agreements")
                }
            }
        }
    }

    private func append(
        _ submission: Submission, by recorder: String
    ) async throws(DeedbookError) -> Receipt {
        guard let store = book.store as? any BatchStore else {
            return try await book.store.append(
                submission.recording, by: recorder, expecting: submission.expected,
                sealed: submission.seal)
        }
        guard let outcome = await store.append([submission], by: recorder).first else {
            throw .outcomeUnknown(detail: "nothing came of '\(submission.recording.key)'")
        }
        return try outcome.get()
    }

    /// What became of many recordings.
    public struct Outcome: Sendable {
        /// Of each that was recorded, by its place among them.
        public internal(set) var receipts: [Int: Receipt] = [:]
        /// The first that was not, and why.
        public internal(set) var failure: (index: Int, error: DeedbookError)?
    }

    /// Records recordings in their order, each checked as if by itself, up to the first that cannot be recorded.
    ///
    /// - Parameters:
    ///   - recordings: what to record, in this order.
    ///   - recorder: who records, as every event will name it.
    ///   - demanded: the version that agreements must be at before the first of them that touches each.
    ///   - seal: gives the recorder's signature of a recording.
    ///   - advance: called with each that is recorded.
    public mutating func record(
        all recordings: [Recording], by recorder: String,
        expecting demanded: [AgreementID: ExpectedVersion] = [:],
        sealing seal: (Recording) throws(DeedbookError) -> RecorderSeal?,
        advance: (Receipt) -> Void
    ) async -> Outcome {
        var run = BatchRun(
            recordings, by: recorder, expecting: demanded, in: book.store as? any BatchStore)
        await run.record(with: &self, sealing: seal, advance: advance)
        return run.outcome
    }

    /// Checks a recording on top of those that were checked before, as if they were in the book.
    ///
    /// - Parameters:
    ///   - demanded: the version that agreements must be at before it.
    ///   - isOnlyOne: whether no other recording is to come that touches an agreement.
    /// - Returns: the versions it is checked against, and where it is expected to stand; nil where it must wait until
    ///   what was checked before it is in the book.
    mutating func checkAhead(
        _ recording: Recording, by recorder: String,
        demanding demanded: [AgreementID: ExpectedVersion], isOnlyOne: (AgreementID) -> Bool
    ) async throws(DeedbookError) -> (versions: [AgreementID: ExpectedVersion], first: Position)? {
        guard agreements.count <= Self.capacity,
            recording.events.allSatisfy({ $0.payload.redacts == nil })
        else { return nil }
        for agreement in recording.agreements where agreements[agreement] == nil {
            // One that is long need not be read for one recording.
            if isOnlyOne(agreement), try await book.store.version(of: agreement) > 0 { return nil }
        }
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        var touched = try await agreements.take(touchedBy: recording, in: book)
        // What is refused by its whole history is not asked of less.
        seen.formUnion(recording.agreements)
        for (agreement, growing) in touched { try demanded.check(agreement, at: growing.version) }
        let versions = Self.versions(of: touched)
        let last = touched.values.compactMap(\.end).reduce(end, max)
        let first = Position(last.number + 1)
        guard touched.add(recording, from: first, under: header).isEmpty else { return nil }
        agreements.merge(touched) { _, new in new }
        end = Position(last.number + recording.events.count)
        return (versions, first)
    }

    /// Lets go of what others may have changed.
    mutating func catchUp() async throws(DeedbookError) {
        let head = try await book.head()
        if head != end || agreements.count > Self.capacity { agreements = [:] }
        end = head
    }

    /// Lets go of everything that was read.
    mutating func forget() { agreements = [:] }

    private static func versions(
        of agreements: [AgreementID: GrowingAgreement]
    ) -> [AgreementID: ExpectedVersion] {
        agreements.mapValues { .still(at: $0.version) }
    }

    /// What a recording was checked against.
    private struct Checked {
        /// The version at which each agreement must still be when it is appended.
        var versions: [AgreementID: ExpectedVersion]
        /// The agreements with the recording added, as far as they were read as a whole.
        var agreements: [AgreementID: GrowingAgreement] = [:]
    }

    /// - Throws: `invalid` where it cannot hold.
    private mutating func check(
        _ recording: Recording, by recorder: String,
        demanding demanded: [AgreementID: ExpectedVersion]
    ) async throws(DeedbookError) -> Checked {
        if !demanded.isEmpty, try await book.store.recording(recording.key).isEmpty {
            for agreement in demanded.keys.sorted() {
                try demanded.check(agreement, at: try await book.store.version(of: agreement))
            }
        }
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        if let versions = try await versions(continuedBy: recording, under: header) {
            return Checked(versions: versions)
        }
        var touched = try await agreements.take(touchedBy: recording, in: book)
        let versions = Self.versions(of: touched)
        let isKnown = try await !book.store.recording(recording.key).isEmpty
        if !isKnown {
            // Others may have appended since the head was read.
            let last = touched.values.compactMap(\.end).reduce(end, max)
            let violations = touched.add(
                recording, from: Position(last.number + 1), under: header)
            if !violations.isEmpty { throw .invalid(recording.key, violations) }
        }
        return Checked(versions: versions, agreements: touched)
    }

    /// The versions of the agreements that a recording touches where it only continues each of them, and nothing is
    /// wrong with it; then no history need be read.
    ///
    /// An agreement that is touched again is read as a whole, and kept.
    private mutating func versions(
        continuedBy recording: Recording, under header: RecordingHeader
    ) async throws(DeedbookError) -> [AgreementID: ExpectedVersion]? {
        guard let store = book.store as? any DecisiveStore else { return nil }
        // Read before the end of the book: what others append after it makes a version a wrong one.
        var versions: [AgreementID: ExpectedVersion] = [:]
        for agreement in recording.agreements where agreements[agreement] == nil {
            versions[agreement] = .exactly(try await store.version(of: agreement))
        }
        let head = try await store.head()
        for addition in Addition.all(of: recording, under: header, after: head) {
            let agreement = addition.agreement
            guard versions[agreement] != nil, let days = addition.days,
                seen.insert(agreement).inserted,
                addition.holds(
                    after: try await store.decisiveEvents(
                        of: agreement, on: days, through: head, disclosedBy: nil))
            else { return nil }
        }
        return versions
    }

    /// Keeps what was touched, where it is what the book now holds.
    private mutating func keep(
        _ touched: [AgreementID: GrowingAgreement], of recording: Recording, _ receipt: Receipt
    ) {
        let isPlain = recording.events.allSatisfy { $0.payload.redacts == nil }
        guard isPlain, !receipt.isRepeated, receipt.first.number == end.number + 1 else { return }
        end = receipt.last
        agreements.merge(touched) { _, new in new }
    }
}
