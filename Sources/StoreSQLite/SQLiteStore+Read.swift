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
        try await access { db in
            try Self.events(
                Query.eventsOfAgreement.statement(in: db),
                [agreement.text, position?.number ?? .max])
        }
    }

    public func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await access { db in
            try Self.events(
                Query.eventsAfterVersion.statement(in: db),
                [agreement.text, version, max(0, limit)])
        }
    }

    public func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let names = kinds.map(\.rawValue).sorted().joined(separator: " ")
        return try await access { db in
            try Self.events(
                Query.eventsOfKinds.statement(in: db), [agreement.text, " \(names) "])
        }
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await access { db in
            let events = try Self.events(
                Query.eventsAfterPosition.statement(in: db), [position.number, max(0, limit)])
            // A page whose keys are damaged makes SQLite give the same rows for ever.
            var last = position.number
            for event in events {
                guard event.position.number > last else {
                    throw DeedbookError.outOfOrder(event.position.number, after: last)
                }
                last = event.position.number
            }
            return events
        }
    }

    public func head() async throws(DeedbookError) -> Position {
        try await access { db in
            Position(try Int.fetchOne(Query.head.statement(in: db)) ?? 0)
        }
    }

    public func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await access { db in
            try Int.fetchOne(
                Query.versionOfAgreement.statement(in: db), arguments: [agreement.text]) ?? 0
        }
    }

    public func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        try await access { db in
            let statement = try Query.agreementsAfter.statement(in: db)
            return try Row.fetchAll(
                statement, arguments: [agreement?.text ?? "", max(0, limit)]
            ).map(Self.head)
        }
    }

    /// - Parameter row: an agreement's id, its version, and the position of its first event.
    static func head(_ row: Row) throws -> AgreementHead {
        let begins = Position(try row.decode(Int.self, atIndex: 2))
        return AgreementHead(
            id: try agreement(row, atIndex: 0, at: begins),
            version: try row.decode(Int.self, atIndex: 1), begins: begins)
    }

    public func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        try await access { db in
            let place = try Query.recordingOfKey.statement(in: db)
            guard let row = try Row.fetchOne(place, arguments: [key.text]) else { return [] }
            let first = try row.decode(Int.self, atIndex: 0)
            let last = try row.decode(Int.self, atIndex: 1)
            return try Self.events(
                Query.eventsAfterPosition.statement(in: db), [first - 1, last - first + 1])
        }
    }

    public func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        try await access { db in try Self.stored(at: position, in: db) }
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
                    bytes: bytes, schema: try row.decode(Int.self, atIndex: 4),
                    redactedBy: Position(try row.decode(Int.self, atIndex: 5))))
        } else {
            throw DeedbookError.corrupted(position, detail: "its payload is missing")
        }
        return StoredEvent(
            position: position, entry: try row.bytes(at: 0) ?? [], payload: payload)
    }

    static func events(
        _ statement: Statement, _ arguments: StatementArguments
    ) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        // Events come in order of position, so those of one recording come together.
        var current: (first: Int, header: RecordingHeader)?
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            let position = Position(try row.decode(Int.self, atIndex: 0))
            let ordinal = try row.decode(Int.self, atIndex: 2)
            let first = position.number - ordinal + 1
            let header: RecordingHeader
            if let current, current.first == first {
                header = current.header
            } else {
                header = try HeaderFormat.header(from: try row.bytes(at: 6) ?? [], at: position)
                current = (first, header)
            }
            let event = try Entry.event(
                kind: try row.decode(String.self, atIndex: 3),
                schema: try row.decode(Int.self, atIndex: 4),
                payload: try row.bytes(at: 5) ?? [], at: position)
            events.append(
                RecordedEvent(
                    position: position, agreement: try agreement(row, atIndex: 1, at: position),
                    ordinal: ordinal, recording: header, event: event))
        }
        return events
    }

    private static func agreement(
        _ row: Row, atIndex index: Int, at position: Position
    ) throws -> AgreementID {
        let text = try row.decode(String.self, atIndex: index)
        guard let agreement = AgreementID(text) else {
            throw DeedbookError.corrupted(position, detail: "'\(text)' is not an agreement id")
        }
        return agreement
    }
}
