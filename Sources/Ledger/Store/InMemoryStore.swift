public import Amendments
import Synchronization
public import Terms

/// The reference store: everything in memory, nothing survives the process.
///
/// It keeps every promise of `EventStore` but the last, and is what other stores are compared with.
public final class InMemoryStore: EventStore {
    private let origin: String
    private let clock: @Sendable () -> Instant
    private let salt: @Sendable () -> [UInt8]
    private let book = Mutex(Contents())

    fileprivate struct Contents {
        var events: [RecordedEvent] = []
        var stored: [StoredEvent] = []
        var versions: [AgreementID: Int] = [:]
        var receipts: [RecordingKey: (digest: String, receipt: Receipt)] = [:]
    }

    /// - Parameters:
    ///   - origin: the book's own name.
    ///   - clock: tells the instant of an append.
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
        expecting expected: [AgreementID: ExpectedVersion]
    ) async throws(EventStoreError) -> Receipt {
        let digest = Entry.contentDigest(of: recording)
        let now = clock()
        let salts = recording.events.map { _ in salt() }
        return try book.withLock { contents throws(EventStoreError) in
            if let (known, receipt) = contents.receipts[recording.key] {
                guard known == digest else {
                    throw .keyReused(recording.key, recordedAt: receipt.first)
                }
                var repeated = receipt
                repeated.isRepeated = true
                return repeated
            }
            for agreement in Set(recording.agreements).union(expected.keys).sorted() {
                let actual = contents.versions[agreement] ?? 0
                let wanted = expected[agreement] ?? .any
                guard wanted.allows(actual) else {
                    throw .versionConflict(agreement: agreement, expected: wanted, actual: actual)
                }
            }
            let instant = max(now, contents.events.last?.recording.recordedAt ?? now)
            let header = RecordingHeader(of: recording, recorder: recorder, recordedAt: instant)
            let receipt = try contents.add(
                recording, header: header, origin: origin, salts: salts)
            contents.receipts[recording.key] = (digest, receipt)
            return receipt
        }
    }

    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(EventStoreError) -> [RecordedEvent] {
        book.withLock { contents in
            contents.events.filter { event in
                event.agreement == agreement && position.map { event.position <= $0 } ?? true
            }
        }
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(EventStoreError) -> [RecordedEvent] {
        book.withLock { Array($0.events.dropFirst(max(0, position.number)).prefix(limit)) }
    }

    public func head() async throws(EventStoreError) -> Head {
        book.withLock { Head(position: Position($0.events.count), versions: $0.versions) }
    }

    public func stored(at position: Position) async throws(EventStoreError) -> StoredEvent? {
        book.withLock { contents in
            contents.stored.indices.contains(position.number - 1)
                ? contents.stored[position.number - 1] : nil
        }
    }
}

extension InMemoryStore.Contents {
    /// Adds every event or, where one cannot be stored, none.
    fileprivate mutating func add(
        _ recording: Recording, header: RecordingHeader, origin: String, salts: [[UInt8]]
    ) throws(EventStoreError) -> Receipt {
        var copy = self
        let first = Position(events.count + 1)
        for (event, salt) in zip(recording.events(from: first, under: header), salts) {
            let version = (copy.versions[event.agreement] ?? 0) + 1
            let place = Entry.Place(
                origin: origin, position: event.position, agreement: event.agreement,
                version: version, ordinal: event.ordinal)
            copy.stored.append(try Entry.make(event.event, at: place, in: header, salt: salt))
            copy.versions[event.agreement] = version
            copy.events.append(event)
        }
        self = copy
        return Receipt(
            key: recording.key, first: first, last: Position(events.count),
            recordedAt: header.recordedAt, isRepeated: false)
    }
}

/// Sixteen bytes from the system's random generator.
public func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
