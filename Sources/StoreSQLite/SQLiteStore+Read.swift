public import Amendments
public import EventStore
import Foundation
import GRDB
import Ledger
public import Terms

extension SQLiteStore {
    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await snapshot { db in
            let events = try Self.history(of: agreement, through: position, in: db)
            let version = try Self.sealedVersion(of: agreement, in: db) ?? 0
            if events.count < version {
                try Self.checkNext(after: events, of: agreement, in: db)
            }
            return events
        }
    }

    public func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await snapshot { db in
            var versions = Versions(of: agreement, after: version)
            let events = try Self.events(
                Query.eventsAfterVersion.statement(in: db),
                [agreement.text, version, max(0, limit)], in: db
            ) { try versions.take($0) }
            let known = try Self.sealedVersion(of: agreement, in: db) ?? 0
            guard events.count == max(0, min(limit, known - version)) else {
                throw DeedbookError.corrupted(
                    events.last?.position ?? Position(0),
                    detail: "there are \(events.count) events of \(agreement) after its version "
                        + "\(version), and it is at \(known)")
            }
            return events
        }
    }

    public func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let names = kinds.map(\.rawValue).sorted().joined(separator: " ")
        return try await snapshot { db in
            if try SQLiteDerived(db: db).isCurrent() {
                try EventColumns(agreement: agreement, seals: SealTable(in: db)).check()
            }
            return try Self.events(
                Query.eventsOfKinds.statement(in: db), [agreement.text, " \(names) "], in: db)
        }
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await snapshot { db in
            try Self.run(after: position.number, limit: max(0, limit), in: db)
        }
    }

    /// Events one after the other, none left out.
    private static func run(
        after position: Int, limit: Int, in db: Database
    ) throws -> [RecordedEvent] {
        let events = try events(
            Query.eventsAfterPosition.statement(in: db), [position, limit], in: db)
        var last = position
        for event in events {
            // A page whose keys are damaged makes SQLite give the same rows for ever.
            guard event.position.number > last else {
                throw DeedbookError.outOfOrder(event.position.number, after: last)
            }
            guard event.position.number - 1 == last else {
                throw DeedbookError.corrupted(
                    event.position, detail: "event has no row of \(Position(last + 1)) before it")
            }
            last = event.position.number
        }
        return events
    }

    public func head() async throws(DeedbookError) -> Position {
        try await snapshot { db in Position(try Self.last(in: db).position) }
    }

    public func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await snapshot { db in try Self.sealedVersion(of: agreement, in: db) ?? 0 }
    }

    public func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        try await snapshot { db in
            let rows = try Row.fetchCursor(
                Query.agreementsAfter.statement(in: db),
                arguments: [agreement?.text ?? "", max(0, limit)])
            var heads: [AgreementHead] = []
            while let row = try rows.next() {
                heads.append(try Self.head(row, in: db))
            }
            if try SQLiteDerived(db: db).isCurrent() {
                try SealedAgreement.check(
                    heads, after: agreement, isAll: heads.count < max(0, limit),
                    in: SealTable(in: db))
            }
            return heads
        }
    }

    /// - Parameter row: the columns of `Query.agreementsAfter`.
    static func head(_ row: Row, in db: Database) throws -> AgreementHead {
        let begins = Position(try row.positive(at: 2))
        let head = AgreementHead(
            id: try agreement(row, atIndex: 0, at: begins),
            version: try row.positive(at: 1), begins: begins)
        try checkLast(head.version, of: head.id, row, at: 3, in: db)
        return head
    }

    public func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await snapshot { db in
            let place = try Query.recordingOfKey.statement(in: db)
            guard let row = try Row.fetchOne(place, arguments: [key.text]) else { return [] }
            let own = try Self.positions(row, in: db)
            let events = try Self.run(after: own.lowerBound - 1, limit: own.count, in: db)
            guard let other = events.first(where: { $0.recording.key != key }) else {
                return events
            }
            throw DeedbookError.corrupted(
                other.position,
                detail: "recording.last_position of \(key) is \(own.upperBound), and it is of "
                    + "\(other.recording.key)")
        }
    }

    public func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        try await snapshot { db in try Self.stored(at: position, in: db) }
    }

    static func stored(at position: Position, in db: Database) throws -> StoredEvent? {
        let statement = try Query.bytesAtPosition.statement(in: db)
        guard let row = try Row.fetchOne(statement, arguments: [position.number]) else {
            return nil
        }
        let payload: StoredPayload
        if let bytes = try row.bytes(at: 1), let salt = try row.bytes(at: 2) {
            payload = .present(bytes: bytes, salt: salt)
        } else if let bytes = try row.bytes(at: 3) {
            payload = .redacted(
                Remains(
                    bytes: bytes, schema: try row.number(at: 4),
                    redactedBy: Position(try row.number(at: 5))))
        } else {
            throw DeedbookError.corrupted(position, detail: "its payload is missing")
        }
        return StoredEvent(
            position: position, entry: try row.bytes(at: 0) ?? [], payload: payload)
    }

    /// Every event of one agreement, none left out.
    ///
    /// - Parameters:
    ///   - position: nil for all of them.
    ///   - isAudited: whether an audit goes over the rows apart from this.
    static func history(
        of agreement: AgreementID, through position: Position? = nil, isAudited: Bool = false,
        in db: Database
    ) throws -> [RecordedEvent] {
        var versions = Versions(of: agreement, after: 0)
        let events = try events(
            Query.eventsOfAgreement.statement(in: db),
            [agreement.text, position?.number ?? .max], isAudited: isAudited, in: db
        ) { if !isAudited { try versions.take($0) } }
        if position == nil, !isAudited {
            let known = try Int.fetchOne(
                Query.versionOfAgreement.statement(in: db), arguments: [agreement.text])
            guard known ?? 0 == versions.last else {
                throw DeedbookError.corrupted(
                    events.last?.position ?? Position(0),
                    detail: "agreement.version is \(known ?? 0) of \(agreement), and there are "
                        + "\(versions.last) events")
            }
        }
        return events
    }

    /// Throws where the event after those that were read is not there: it may have been among them.
    private static func checkNext(
        after events: [RecordedEvent], of agreement: AgreementID, in db: Database
    ) throws {
        var versions = Versions(of: agreement, after: events.count)
        _ = try Self.events(
            Query.eventsAfterVersion.statement(in: db), [agreement.text, events.count, 1], in: db
        ) { try versions.take($0) }
        guard versions.last > events.count else {
            throw DeedbookError.corrupted(
                events.last?.position ?? Position(0),
                detail: "event has no row of version \(events.count + 1) of \(agreement)")
        }
    }

    /// - Parameter check: called with each row before it is read.
    static func events(
        _ statement: Statement, _ arguments: StatementArguments, isAudited: Bool = false,
        in db: Database, _ check: (StoredRow) throws -> Void = { _ in }
    ) throws -> [RecordedEvent] {
        let origin = try String.fetchOne(Query.origin.statement(in: db)) ?? ""
        var reader = EventReader(of: origin, isAudited: isAudited) { position in
            try stored(at: position, in: db)?.entry
        }
        var events: [RecordedEvent] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let found = try rows.next() {
            let row = try StoredRow(found)
            try check(row)
            events.append(try reader.event(of: row))
        }
        return events
    }

    private static func agreement(
        _ row: Row, atIndex index: Int, at position: Position
    ) throws -> AgreementID {
        let text = try row.text(at: index)
        guard let agreement = AgreementID(text) else {
            throw DeedbookError.corrupted(position, detail: "'\(text)' is not an agreement id")
        }
        return agreement
    }
}

/// The versions of an agreement as its events are read: one after the other, none left out.
private struct Versions {
    private let agreement: AgreementID
    private(set) var last: Int

    init(of agreement: AgreementID, after version: Int) {
        self.agreement = agreement
        last = version
    }

    mutating func take(_ row: StoredRow) throws {
        guard row.columns.version == last + 1 else {
            throw DeedbookError.corrupted(
                Position(row.position),
                detail: "event.version is \(row.columns.version) of \(agreement), after \(last)")
        }
        last += 1
    }
}
