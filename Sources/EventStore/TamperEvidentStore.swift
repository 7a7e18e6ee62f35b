public import Amendments
import Terms
public import Transparency

/// A store whose entries are the leaves of a Merkle tree (RFC 6962), so that what it says can be checked by
/// people who do not trust its keeper.
///
/// Positions count from 1 and leaves from 0: the entry at position *n* is leaf *n* − 1, and a tree of size
/// *n* covers the positions through *n*.
///
/// Beside those of `EventStore` it keeps these promises:
///
/// 11. The leaf of an event is the hash of its stored entry, and grows the tree in the append's transaction.
/// 12. The root at every size, and every proof, is that of RFC 9162 §2.1.
/// 13. A checkpoint is kept byte for byte, for ever, and only where it states the truth about this book.
/// 14. A redaction takes payload and salt out of the store for good; what it leaves is proved by its entry.
public protocol TamperEvidentStore: EventStore {
    /// The book's own name, fixed when it was made: the first line of its checkpoints.
    var origin: String { get }

    /// What of the book cannot be seen the way it is open, in words; nil where all of it is.
    var unseen: String? { get }

    /// The tree at a size, not signed; the whole book where no size is given.
    ///
    /// Throws `beyondHead` for a size the book has not reached.
    func checkpoint(at size: Int?) async throws(DeedbookError) -> Checkpoint

    /// The hashes that show an event in the tree of a size (RFC 9162 §2.1.3).
    func inclusionProof(
        of position: Position, in size: Int
    ) async throws(DeedbookError) -> [TreeHash]

    /// The hashes that show that one tree is the beginning of a later one (RFC 9162 §2.1.4).
    func consistencyProof(
        from old: Int, to new: Int
    ) async throws(DeedbookError) -> [TreeHash]

    /// Keeps a signed checkpoint; the same again changes nothing.
    ///
    /// Throws `checkpointRefused` where it is of another book, says another root than the tree has, or would have
    /// more signatures with those kept before than a note may have (`SignedNote.signatureLimit`).
    func keep(_ checkpoint: SignedCheckpoint) async throws(DeedbookError)

    /// Every checkpoint that was kept, by size, and of one size in the order they were kept.
    ///
    /// Cosignatures that were kept later stand at the end of their note.
    func checkpoints() async throws(DeedbookError) -> [SignedCheckpoint]

    /// All that is stored of each event after a position, as it is, nothing decoded.
    ///
    /// Rows come in the order of the positions they claim, at most `limit`; nothing is left out because
    /// something about it is wrong.
    func rows(
        after position: Int, limit: Int
    ) async throws(DeedbookError) -> [StoredRow]

    /// What is wrong with the store itself, apart from its events: see `Fault.Kind`.
    func structuralFaults() async -> [Fault]
}

extension TamperEvidentStore {
    public var unseen: String? { nil }
}

/// All that is stored of one event.
public struct StoredRow: Hashable, Sendable {
    /// The position under which it is stored, whatever its entry says.
    public var position: Int
    public var entry: [UInt8]
    public var leaf: [UInt8]
    /// Both are nil where the payload is not there.
    public var payload: [UInt8]?
    public var salt: [UInt8]?
    public var remains: Remains?
    /// What the store looks events up by: a projection of the entry.
    public var columns: Columns
    /// The row of the recording it belongs to, where there is one.
    public var recording: RecordingRow?

    public struct Columns: Hashable, Sendable {
        public var agreement: String
        public var version: Int
        public var recording: String
        public var ordinal: Int
        public var kind: String
        public var schema: Int
        /// The number of the last day of what is disclosed.
        public var disclosedLatest: Int

        public init(
            agreement: String, version: Int, recording: String, ordinal: Int, kind: String,
            schema: Int, disclosedLatest: Int
        ) {
            self.agreement = agreement
            self.version = version
            self.recording = recording
            self.ordinal = ordinal
            self.kind = kind
            self.schema = schema
            self.disclosedLatest = disclosedLatest
        }

        /// As a sound store has them.
        public init(of contents: EntryContents) {
            self.init(
                agreement: contents.place.agreement.text, version: contents.place.version,
                recording: contents.header.key.text, ordinal: contents.place.ordinal,
                kind: contents.kind, schema: contents.schema,
                disclosedLatest: contents.header.disclosed.latest.number)
        }

        /// The names of the columns that are not the same.
        package func differences(from other: Columns) -> [String] {
            [
                agreement == other.agreement ? nil : "agreement",
                version == other.version ? nil : "version",
                recording == other.recording ? nil : "recording",
                ordinal == other.ordinal ? nil : "ordinal", kind == other.kind ? nil : "kind",
                schema == other.schema ? nil : "schema",
                disclosedLatest == other.disclosedLatest ? nil : "disclosed_latest",
            ].compactMap(\.self)
        }
    }

    public struct RecordingRow: Hashable, Sendable {
        public var first: Int
        public var last: Int
        public var key: String
        public var recordedAt: Int
        /// Canonical JSON of the header that all of its events share.
        public var header: [UInt8]

        /// - Parameters:
        ///   - first: the position of its first event.
        ///   - last: the position of its last event.
        ///   - key: its key, as it is stored.
        ///   - header: its header, as canonical JSON.
        ///   - recordedAt: microseconds since 1970.
        public init(first: Int, last: Int, key: String, recordedAt: Int, header: [UInt8]) {
            self.first = first
            self.last = last
            self.key = key
            self.recordedAt = recordedAt
            self.header = header
        }
    }

    public init(
        position: Int, entry: [UInt8], leaf: [UInt8], payload: [UInt8]?, salt: [UInt8]?,
        remains: Remains?, columns: Columns, recording: RecordingRow?
    ) {
        self.position = position
        self.entry = entry
        self.leaf = leaf
        self.payload = payload
        self.salt = salt
        self.remains = remains
        self.columns = columns
        self.recording = recording
    }
}
