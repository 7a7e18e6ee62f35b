public import Amendments
import Synchronization
public import Terms
import Transparency

/// The reference store: everything in memory, nothing survives the process.
///
/// It keeps every promise of `TamperEvidentStore` but the eighth, and is what other stores are compared
/// with.
public final class InMemoryStore: TamperEvidentStore {
    public let origin: String
    private let clock: @Sendable () -> Instant
    private let salt: @Sendable () -> [UInt8]
    let book = Mutex(Contents())

    struct Contents {
        var events: [RecordedEvent] = []
        var rows: [StoredRow] = []
        var tiles = TilesInMemory(leaves: [])
        var agreements: [AgreementID: AgreementHead] = [:]
        var receipts: [RecordingKey: Receipt] = [:]
        var checkpoints: [SignedCheckpoint] = []
    }

    /// - Parameters:
    ///   - origin: the book's own name.
    ///   - clock: states the instant of an append.
    ///   - salt: makes 16 random bytes for each payload.
    public init(
        origin: String = "memory",
        clock: @escaping @Sendable () -> Instant,
        salt: @escaping @Sendable () -> [UInt8] = randomSalt
    ) {
        self.origin = origin
        self.clock = clock
        self.salt = salt
    }

    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt {
        let draft = try RecordingDraft(
            recording, by: recorder, expecting: expected, sealed: seal, salt: salt)
        let now = clock()
        return try book.withLock { contents throws(DeedbookError) in
            try append(draft, at: now, to: &contents)
        }
    }

    public func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] {
        let drafts = try RecordingDraft.all(of: submissions, by: recorder, salt: salt)
        let now = clock()
        return try book.withLock { contents throws(DeedbookError) in
            var grown = contents
            var receipts: [Receipt] = []
            for draft in drafts { receipts.append(try append(draft, at: now, to: &grown)) }
            contents = grown
            return receipts
        }
    }

    private func append(
        _ draft: RecordingDraft, at now: Instant, to contents: inout Contents
    ) throws(DeedbookError) -> Receipt {
        let key = draft.recording.key
        if let receipt = contents.receipts[key] {
            guard try draft.isRepeat(of: contents.stored(under: receipt)) else {
                throw .keyReused(key, recordedAt: receipt.first)
            }
            var repeated = receipt
            repeated.isRepeated = true
            return repeated
        }
        for agreement in draft.agreements {
            try draft.check(agreement, at: contents.agreements[agreement]?.version ?? 0)
        }
        let slot = RecordingDraft.Slot(
            origin: origin, first: Position(contents.events.count + 1),
            recordedAt: max(now, contents.events.last?.recording.recordedAt ?? now),
            versions: contents.agreements.mapValues(\.version))
        return try contents.add(draft, in: slot)
    }

    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        book.withLock { contents in
            contents.events.filter { event in
                event.agreement == agreement && position.map { event.position <= $0 } ?? true
            }
        }
    }

    public func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let own = try await events(of: agreement, through: nil)
        return Array(own.dropFirst(max(0, version)).prefix(max(0, limit)))
    }

    public func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        book.withLock { contents in
            contents.events.filter { $0.agreement == agreement && kinds.contains($0.event.kind) }
        }
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        book.withLock { Array($0.events.dropFirst(max(0, position.number)).prefix(limit)) }
    }

    public func head() async throws(DeedbookError) -> Position {
        book.withLock { Position($0.events.count) }
    }

    public func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        book.withLock { $0.agreements[agreement]?.version ?? 0 }
    }

    public func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        book.withLock { contents in
            Array(
                contents.agreements.values.filter { head in agreement.map { head.id > $0 } ?? true }
                    .sorted { $0.id < $1.id }.prefix(max(0, limit)))
        }
    }

    public func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        book.withLock { contents in
            contents.receipts[key].map { receipt in
                Array(contents.events[receipt.first.number - 1..<receipt.last.number])
            } ?? []
        }
    }

    public func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        book.withLock { contents in
            contents.rows.indices.contains(position.number - 1)
                ? contents.stored(at: position.number) : nil
        }
    }
}

extension InMemoryStore.Contents {
    /// The bytes at a position that is there.
    fileprivate func stored(at number: Int) -> StoredEvent {
        let row = rows[number - 1]
        let payload: StoredPayload =
            if let remains = row.remains {
                .redacted(remains)
            } else {
                .present(bytes: row.payload ?? [], salt: row.salt ?? [])
            }
        return StoredEvent(position: Position(number), entry: row.entry, payload: payload)
    }

    fileprivate func stored(under receipt: Receipt) -> [StoredEvent] {
        (receipt.first.number...receipt.last.number).map(stored)
    }

    /// Adds every event or, where one cannot be stored, none.
    fileprivate mutating func add(
        _ draft: RecordingDraft, in slot: RecordingDraft.Slot
    ) throws(DeedbookError) -> Receipt {
        let new = try entries(of: draft, in: slot)
        let receipt = draft.receipt(in: slot)
        let header = draft.header(in: slot)
        for (event, recorded) in zip(new, draft.recording.events(from: slot.first, under: header)) {
            let row = StoredRow.RecordingRow(
                first: receipt.first.number, last: receipt.last.number, key: receipt.key.text,
                recordedAt: receipt.recordedAt.microseconds, header: HeaderFormat.bytes(of: header))
            rows.append(StoredRow(event, of: row))
            tiles.append(event.leaf)
            agreements[
                recorded.agreement,
                default: AgreementHead(
                    id: recorded.agreement, version: 0, begins: recorded.position)
            ].version = event.contents.place.version
            events.append(recorded)
            if let remains = event.remains, let target = event.contents.remains?.position {
                redact(target, remains)
            }
        }
        receipts[receipt.key] = receipt
        return receipt
    }

    private func entries(
        of draft: RecordingDraft, in slot: RecordingDraft.Slot
    ) throws(DeedbookError) -> [NewEvent] {
        try draft.events(in: slot) { reference in
            guard let first = receipts[reference.recording]?.first.number,
                case let index = first - 1 + reference.ordinal - 1,
                events.indices.contains(index), events[index].reference == reference
            else { return nil }
            return StoredTarget(
                position: events[index].position, event: events[index].event,
                remains: rows[index].remains)
        }
    }

    private mutating func redact(_ target: Position, _ remains: Remains) {
        let index = target.number - 1
        let reference = events[remains.redactedBy.number - 1].reference
        events[index].event = events[index].event.redacted(by: reference)
        rows[index].payload = nil
        rows[index].salt = nil
        rows[index].remains = remains
    }
}

extension StoredRow {
    fileprivate init(_ event: NewEvent, of recording: RecordingRow) {
        self.init(
            position: event.contents.place.position.number, entry: event.entry,
            leaf: event.leaf.bytes, payload: event.payload, salt: event.salt, remains: nil,
            columns: Columns(of: event.contents), recording: recording)
    }
}

/// Sixteen bytes from the system's random generator.
public func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
