public import Amendments
import Notation
public import Terms
public import Transparency

/// A recording on its way into a store, with all that can be made of it before the book is held.
///
/// What every store does alike stands here, so that all of them write the same bytes.
public struct RecordingDraft: Sendable {
    public let recording: Recording
    public let recorder: String
    public let expected: [AgreementID: ExpectedVersion]
    /// What decides where an agreement is not as expected; nil where it is then refused.
    package var decision: Decision?
    private let salts: [[UInt8]]
    private let signature: RecorderSignature?

    /// - Parameters:
    ///   - recording: what is to be appended.
    ///   - recorder: who records, as every event will name it.
    ///   - expected: the version that each agreement must be at.
    ///   - seal: the recorder's signature, with the salts that it is over; nil for none.
    ///   - salt: makes 16 random bytes for each payload, unless the seal brings them.
    /// - Throws: `sealRefused` where the seal is not one of this recording by this recorder.
    public init(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?,
        salt: () -> [UInt8]
    ) throws(DeedbookError) {
        self.recording = recording
        self.recorder = recorder
        self.expected = expected
        salts = seal?.salts ?? recording.events.map { _ in salt() }
        signature = seal?.signature
        guard let signature else { return }
        guard salts.count == recording.events.count, salts.allSatisfy({ $0.count == 16 }) else {
            throw .sealRefused(recording.key, detail: "it has not 16 bytes of salt for each event")
        }
        guard signature.key.isNamed(recorder) else {
            throw .sealRefused(
                recording.key, detail: "it is of '\(signature.key.name)', not of '\(recorder)'")
        }
        let statement = RecordingStatement(recording, by: recorder, salts: salts)
        let note = NoteSignature(
            name: recorder, keyID: signature.key.id, bytes: signature.bytes)
        guard signature.key.isValid(note, of: statement.text) else {
            throw .sealRefused(recording.key, detail: "its signature is of something else")
        }
    }

    /// - Throws: as for the parts of the submission.
    package init(
        _ submission: Submission, by recorder: String, salt: () -> [UInt8]
    ) throws(DeedbookError) {
        try self.init(
            submission.recording, by: recorder, expecting: submission.expected,
            sealed: submission.seal, salt: salt)
        decision = submission.decision
    }

    /// A draft of each submission, in their order.
    ///
    /// - Throws: as for the parts of the first that is refused.
    package static func all(
        of submissions: [Submission], by recorder: String, salt: () -> [UInt8]
    ) throws(DeedbookError) -> [RecordingDraft] {
        var drafts: [RecordingDraft] = []
        for submission in submissions {
            drafts.append(try RecordingDraft(submission, by: recorder, salt: salt))
        }
        return drafts
    }

    /// The agreements whose versions matter, in the order they are checked.
    public var agreements: [AgreementID] {
        Set(recording.agreements).union(expected.keys).sorted()
    }

    /// Throws unless that agreement is as expected at `version` (0: no events).
    public func check(_ agreement: AgreementID, at version: Int) throws(DeedbookError) {
        try expected.check(agreement, at: version)
    }
}

extension [AgreementID: ExpectedVersion] {
    /// Throws `versionConflict` unless that agreement is as expected at `version` (0: no events).
    package func check(_ agreement: AgreementID, at version: Int) throws(DeedbookError) {
        let wanted = self[agreement] ?? .any
        guard wanted.allows(version) else {
            throw .versionConflict(agreement: agreement, expected: wanted, actual: version)
        }
    }
}

/// An event that is to be redacted, as it is stored.
public struct StoredTarget: Sendable {
    public let position: Position
    public let event: Event
    /// What is left of it, where it was redacted before.
    public let remains: Remains?

    public init(position: Position, event: Event, remains: Remains?) {
        self.position = position
        self.event = event
        self.remains = remains
    }
}

/// An event that is about to be stored.
public struct NewEvent: Sendable {
    public let contents: EntryContents
    public let event: Event
    public let entry: [UInt8]
    public let payload: [UInt8]
    public let salt: [UInt8]
    /// Where it is a redaction: what is to stand for its target's payload from now on.
    public let remains: Remains?

    /// The leaf of the tree.
    public var leaf: TreeHash { TreeHash.leaf(entry) }
}

extension RecordingDraft {
    /// Where the events go, and when.
    public struct Slot: Sendable {
        public var origin: String
        public var first: Position
        public var recordedAt: Instant
        /// The version of each agreement it touches, before.
        public var versions: [AgreementID: Int]

        public init(
            origin: String, first: Position, recordedAt: Instant, versions: [AgreementID: Int]
        ) {
            self.origin = origin
            self.first = first
            self.recordedAt = recordedAt
            self.versions = versions
        }
    }

    /// What it acknowledges, once it is stored there.
    public func receipt(in slot: Slot) -> Receipt {
        Receipt(
            key: recording.key, first: slot.first,
            last: Position(slot.first.number + recording.events.count - 1),
            recordedAt: slot.recordedAt, isRepeated: false)
    }

    /// What all of its events have in common there.
    public func header(in slot: Slot) -> RecordingHeader {
        RecordingHeader(of: recording, recorder: recorder, recordedAt: slot.recordedAt)
    }

    /// The bytes of its events in that slot.
    ///
    /// - Parameters:
    ///   - slot: the positions, versions and the instant that the store gives it.
    ///   - target: the event of an earlier recording, for a redaction; nil for an unknown one.
    ///     One that was redacted before keeps the remains it has.
    /// - Throws: `entryTooLarge`, `redactsNothing`, or what `target` throws.
    public func events(
        in slot: Slot, target: (EventReference) throws(DeedbookError) -> StoredTarget?
    ) throws(DeedbookError) -> [NewEvent] {
        let header = header(in: slot)
        var versions = slot.versions
        var events: [NewEvent] = []
        for (index, event) in recording.events.enumerated() {
            let agreement = event.agreement ?? recording.agreement
            let version = (versions[agreement] ?? 0) + 1
            versions[agreement] = version
            let place = Entry.Place(
                origin: slot.origin, position: Position(slot.first.number + index),
                agreement: agreement, version: version, ordinal: index + 1)
            events.append(
                try newEvent(event, at: place, in: header, salt: salts[index], target: target))
        }
        return events
    }

    private func newEvent(
        _ event: Event, at place: Entry.Place, in header: RecordingHeader, salt: [UInt8],
        target: (EventReference) throws(DeedbookError) -> StoredTarget?
    ) throws(DeedbookError) -> NewEvent {
        let reference = EventReference(recording: header.key, ordinal: place.ordinal)
        let payload = CanonicalJSON.bytes(of: event.body)
        var contents = EntryContents(
            place: place, kind: event.kind.rawValue, schema: event.kind.payloadType.schemaVersion,
            header: header, effective: header.effective(of: event),
            payload: Entry.digest(of: payload, salt: salt),
            signature: place.ordinal == 1 ? signature : nil)
        var remains: Remains?
        if case .redacts(let redacted)? = event.payload.recordAct {
            guard let target = try target(redacted) else {
                throw .redactsNothing(redacted, by: reference)
            }
            let left =
                target.remains ?? target.event.remains(after: reference, at: place.position)
            if target.remains == nil { remains = left }
            contents.remains = RemainsReference(
                position: target.position, schema: left.schema,
                digest: TreeHash.sha256(left.bytes))
        }
        let entry = contents.bytes
        guard entry.count <= Entry.byteLimit else {
            throw .entryTooLarge(reference, bytes: entry.count)
        }
        return NewEvent(
            contents: contents, event: event, entry: entry, payload: payload, salt: salt,
            remains: remains)
    }
}

extension RecordingDraft {
    /// Whether that is what was stored under this recording's key: the same instrument, sources and events.
    ///
    /// Who recorded it, and when, and whether it was signed, is not its content.
    ///
    /// - Throws: `keyRedacted` where it may be that, and an event of it was redacted: what it said cannot be compared
    ///   any more. What is left of such an event is that event. `corrupted` where the stored bytes cannot be read.
    public func isRepeat(of stored: [StoredEvent]) throws(DeedbookError) -> Bool {
        guard stored.count == recording.events.count else { return false }
        for (event, known) in zip(recording.events, stored) {
            let contents: EntryContents
            do { contents = try EntryContents(parsing: known.entry) } catch {
                throw .corrupted(known.position, detail: error.message)
            }
            guard try isRepeat(event, of: known, contents) else { return false }
        }
        return true
    }

    private func isRepeat(
        _ event: Event, of known: StoredEvent, _ contents: EntryContents
    ) throws(DeedbookError) -> Bool {
        let header = RecordingHeader(
            of: recording, recorder: contents.header.recorder,
            recordedAt: contents.header.recordedAt)
        guard contents.header == header,
            contents.place.agreement == event.agreement ?? recording.agreement,
            contents.kind == event.kind.rawValue,
            contents.effective == header.effective(of: event)
        else { return false }
        let body = CanonicalJSON.bytes(of: event.body)
        switch known.payload {
        case .present(let bytes, _):
            // An older body format is no other content.
            guard contents.schema != event.kind.payloadType.schemaVersion else {
                return bytes == body
            }
            let stored = try? Entry.event(
                kind: contents.kind, schema: contents.schema, payload: bytes, at: known.position)
            return stored.map { CanonicalJSON.bytes(of: $0.body) } == body
        case .redacted(let remains):
            let left = try Entry.event(
                kind: contents.kind, schema: remains.schema, payload: remains.bytes,
                at: known.position)
            if CanonicalJSON.bytes(of: left.body) == body { return true }
            let reference = EventReference(
                recording: recording.key, ordinal: contents.place.ordinal)
            // What neither of them would lose can still be compared.
            guard left.redacted(by: reference).body == event.redacted(by: reference).body else {
                return false
            }
            throw .keyRedacted(reference, recordedAt: known.position)
        }
    }
}

extension Event {
    fileprivate func remains(after redaction: EventReference, at position: Position) -> Remains {
        let left = redacted(by: redaction)
        return Remains(
            bytes: CanonicalJSON.bytes(of: left.body), schema: left.kind.payloadType.schemaVersion,
            redactedBy: position)
    }
}
