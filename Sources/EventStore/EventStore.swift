public import Amendments
public import Terms

/// Where recordings are kept, append-only.
///
/// Every store keeps these promises; `StoreConformance` holds one test for each.
///
/// 1. Positions are dense, from 1, in commit order: a reader that saw position *n* never later sees a
///    smaller one appear, and no reader ever sees a gap.
/// 2. An append is all or nothing, over every agreement it touches.
/// 3. Each expected version is checked against the agreement's head; one above the head fails.
/// 4. The same key with the same content returns the first receipt and writes nothing; the same key with
///    other content is `keyReused`. Both are decided before versions are checked. Where an event of it was redacted
///    since, only what is left of that event is the same content: any other is `keyRedacted`.
/// 5. Entry and payload bytes come back as they were written.
/// 6. Nothing that was appended can be updated or deleted through the store, nor through its file, but one
///    thing: appending a `payload-redacted` takes its target's payload and salt out for good.
/// 7. `recordedAt` never goes back, whatever the clock does.
/// 8. Once `append` has returned, its events survive the death of the process.
/// 9. An agreement's version is the number of its events, agreements come by pages in the order of their ids,
///    and a recording is found whole by its key.
/// 10. An agreement's events come by pages of its versions, and those of some kinds without the others.
/// 11. Recordings that are appended as a whole are all there, or none of them: no reader sees some of them, and
///    nothing that ends the process leaves some.
public protocol EventStore: Sendable {
    /// Appends one recording's events.
    ///
    /// - Parameters:
    ///   - recording: what to append; its `key` makes the append idempotent.
    ///   - recorder: who records it.
    ///   - expected: the version each agreement must be at; one that is not named may be at any.
    ///   - seal: the recorder's signature, where there is one.
    /// - Returns: the positions and instant it was given, now or the first time.
    func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt

    /// Appends recordings in their order: all of them, or none.
    ///
    /// No one else appends between two of them. Another that wants to append meanwhile waits.
    ///
    /// - Returns: the receipt of each, in their order.
    /// - Throws: why the first that is refused is; none is appended then.
    func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt]

    /// One agreement's events at or before a position, in order; empty for an unknown agreement.
    func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent]

    /// One agreement's events after its first `version`, in order, at most `limit`; empty for an unknown agreement.
    ///
    /// Versions are dense from 1, so the last events are those after the agreement's version less their number.
    func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent]

    /// One agreement's events of some kinds, in order; no other is decoded. Empty for an unknown agreement.
    func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent]

    /// All agreements' events after a position, in order, at most `limit`.
    func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent]

    /// The last position; 0 in an empty book.
    func head() async throws(DeedbookError) -> Position

    /// How many events an agreement has; 0 for an unknown one.
    func version(of agreement: AgreementID) async throws(DeedbookError) -> Int

    /// The agreements of the book in the order of their ids, after one (nil: from the first), at most `limit`.
    func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead]

    /// The events of the recording with that key, in order; empty for an unknown key.
    func recording(_ key: RecordingKey) async throws(DeedbookError) -> [RecordedEvent]

    /// The stored bytes of one event; nil beyond the head.
    func stored(at position: Position) async throws(DeedbookError) -> StoredEvent?
}

extension EventStore {
    /// Appends a recording that its recorder did not sign.
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion]
    ) async throws(DeedbookError) -> Receipt {
        try await append(recording, by: recorder, expecting: expected, sealed: nil)
    }
}

/// What version an agreement must be at for an append to go through.
public enum ExpectedVersion: Hashable, Sendable {
    case any
    /// The agreement has no events yet.
    case none
    case exactly(Int)

    /// That it is at that version still (0: no events).
    package static func still(at version: Int) -> ExpectedVersion {
        version == 0 ? .none : .exactly(version)
    }

    /// Whether an agreement at that version (0: no events) is as expected.
    public func allows(_ version: Int) -> Bool {
        switch self {
        case .any: true
        case .none: version == 0
        case .exactly(let number): version == number
        }
    }
}

/// An agreement as a store knows it.
public struct AgreementHead: Hashable, Sendable {
    public var id: AgreementID
    /// How many events it has.
    public var version: Int
    /// The position of its first event.
    public var begins: Position

    public init(id: AgreementID, version: Int, begins: Position) {
        self.id = id
        self.version = version
        self.begins = begins
    }
}

/// What an append was given.
public struct Receipt: Hashable, Sendable {
    public var key: RecordingKey
    public var first: Position
    public var last: Position
    public var recordedAt: Instant
    /// True when this key had been recorded before, with the same content.
    public var isRepeated: Bool
    /// True where bytes of what was redacted may still stand in a file of the book: another process reads it, or
    /// there is no space. The next writer takes them out.
    public var leavesRedactedBytes = false

    public init(
        key: RecordingKey, first: Position, last: Position, recordedAt: Instant, isRepeated: Bool
    ) {
        self.key = key
        self.first = first
        self.last = last
        self.recordedAt = recordedAt
        self.isRepeated = isRepeated
    }
}
