import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing
import Transparency

/// What someone with the file can do, and how an audit names it.
struct AttackTests {
    /// One way to tamper, done with SQLite behind the book's back, and the faults it must be found by.
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let faults: Set<Found>
        let body: @Sendable (Database) throws -> Void

        var testDescription: String { name }

        init(
            _ name: String, _ faults: Set<Found>,
            _ body: @escaping @Sendable (Database) throws -> Void
        ) {
            self.name = name
            self.faults = faults
            self.body = body
        }

        init(_ name: String, _ faults: Set<Found>, sql: String) {
            self.init(name, faults) { try $0.execute(sql: sql) }
        }
    }

    /// A fault by kind and position.
    struct Found: Hashable, CustomStringConvertible {
        let kind: Fault.Kind
        let position: Int?

        init(_ kind: Fault.Kind, _ position: Int? = nil) {
            self.kind = kind
            self.position = position
        }

        var description: String { "\(kind.rawValue)\(position.map { " at #\($0)" } ?? "")" }
    }

    static let attacks: [Attack] = [
        Attack("a byte of a payload is changed", [.init(.payloadAltered, 1)]) { db in
            try flip(byte: 12, of: "bytes", in: "payload", at: 1, db)
        },
        Attack("a salt is changed", [.init(.payloadAltered, 2)]) { db in
            try flip(byte: 0, of: "salt", in: "payload", at: 2, db)
        },
        Attack(
            "a field of the header is changed, and its leaf worked out again",
            [
                .init(.headerAltered, 1), .init(.rootDiffers, 4), .init(.rootDiffers, 8),
                .init(.recordingBroken, 1), .init(.recordingBroken, 2),
            ]
        ) { db in
            try rewrite(1, db) { $0.replacing(#""recorder":"me""#, with: #""recorder":"we""#) }
        },
        Attack(
            "an entry is changed, and its leaf left",
            [
                .init(.leafAltered, 4), .init(.rootDiffers, 4), .init(.rootDiffers, 8),
                .init(.headerAltered, 4), .init(.recordingBroken, 3), .init(.recordingBroken, 4),
                .init(.recorderSignatureInvalid, 3),
            ]
        ) { db in
            try rewrite(4, db, leaf: false) {
                $0.replacing(#""recorder":"clerk""#, with: #""recorder":"clark""#)
            }
        },
        Attack(
            "an entry is no JSON any more",
            [
                .init(.entryUnreadable, 7), .init(.leafAltered, 7), .init(.rootDiffers, 8),
                .init(.recordingBroken, 8), .init(.versionOutOfOrder, 8),
            ]
        ) { db in try flip(byte: 0, of: "entry", in: "event", at: 7, db) },
        Attack(
            "a leaf is changed", [.init(.leafAltered, 2)]
        ) { db in try flip(byte: 5, of: "leaf", in: "event", at: 2, db) },
        Attack(
            "an event is deleted in the middle",
            [
                .init(.positionMissing, 5), .init(.recordingBroken, 3),
                .init(.versionOutOfOrder, 5), .init(.bookShortened, 8),
                .init(.recorderSignatureInvalid, 3), .init(.headAltered), .init(.rootDiffers, 4),
            ], sql: "DELETE FROM event WHERE position = 4; DELETE FROM payload WHERE position = 4"),
        Attack(
            "two events are swapped",
            [
                .init(.entryMisplaced, 1), .init(.entryMisplaced, 2),
                .init(.versionOutOfOrder, 1), .init(.versionOutOfOrder, 2),
                .init(.recordingBroken, 1), .init(.recordingBroken, 2), .init(.rootDiffers, 4),
                .init(.rootDiffers, 8), .init(.columnAltered, 1), .init(.columnAltered, 2),
                .init(.versionOutOfOrder, 3), .init(.payloadAltered, 1), .init(.payloadAltered, 2),
            ]
        ) { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE swap AS SELECT position, entry, leaf FROM event;
                    UPDATE event SET entry = (SELECT entry FROM swap WHERE position = 3 - event.position),
                        leaf = (SELECT leaf FROM swap WHERE position = 3 - event.position)
                    WHERE position IN (1, 2);
                    DROP TABLE swap;
                    """)
        },
        Attack(
            "an event is put between two others, and every hash worked out again",
            [.init(.rootDiffers, 4), .init(.rootDiffers, 8)]
        ) { db in try insertEvent(after: 2, db) },
        Attack(
            "the signature of a recorder is taken off, and the leaf worked out again",
            [.init(.rootDiffers, 4), .init(.rootDiffers, 8)]
        ) { db in
            try rewrite(3, db) { entry in
                guard let start = entry.range(of: #""signature":{"#),
                    let end = entry.range(of: #"},"#, range: start.upperBound..<entry.endIndex)
                else { return entry }
                return entry.replacingCharacters(
                    in: start.lowerBound..<end.upperBound, with: "")
            }
        },
        Attack(
            "the signature of a recorder is swapped for another's",
            [
                .init(.rootDiffers, 4), .init(.rootDiffers, 8),
                .init(.recorderSignatureInvalid, 3),
            ]
        ) { db in
            try rewrite(3, db) { entry in
                guard let range = entry.range(of: #""bytes":""#) else { return entry }
                let end = entry.index(range.upperBound, offsetBy: 8)
                return entry.replacingCharacters(
                    in: range.upperBound..<end, with: "00000000")
            }
        },
        Attack(
            "the signature of a checkpoint is swapped", [.init(.signatureInvalid, 8)]
        ) { db in
            let notes = try Data.fetchAll(db, sql: "SELECT note FROM checkpoint ORDER BY size")
            let first = String(decoding: notes[0], as: UTF8.self).components(separatedBy: "\n\n")
            let last = String(decoding: notes[1], as: UTF8.self).components(separatedBy: "\n\n")
            try db.execute(
                sql: "UPDATE checkpoint SET note = ? WHERE size = 8",
                arguments: [Data((last[0] + "\n\n" + first[1]).utf8)])
        },
        Attack(
            "a cosignature is swapped", [.init(.cosignatureInvalid, 8), .init(.quorumMissing, 8)]
        ) { db in
            let key = try SigningKey(
                name: "witness.example", algorithm: .cosignatureV1,
                seed: Array(repeating: 3, count: 32))
            let line = try key.cosign("another\n", at: 1).line
            try db.execute(sql: "UPDATE cosignature SET line = ?", arguments: [line])
        },
        Attack(
            "a cosignature is taken away", [.init(.quorumMissing, 8), .init(.headAltered)],
            sql: "DELETE FROM cosignature"),
        Attack(
            "a checkpoint of another book is kept", [.init(.checkpointForeign, 0)]
        ) { db in
            let key = try SigningKey(name: "other", seed: Array(repeating: 9, count: 32))
            let signed = try SignedCheckpoint(
                Checkpoint(origin: "other", size: 0, root: .empty), signedBy: [key])
            try db.execute(
                sql: "INSERT INTO checkpoint (id, size, root, note) VALUES (3, 0, ?, ?)",
                arguments: [Data(TreeHash.empty.bytes), Data(signed.encoded.utf8)])
        },
        Attack(
            "the clock is set back",
            [
                .init(.clockBack, 7), .init(.headerAltered, 7),
                .init(.rootDiffers, 8),
            ]
        ) { db in
            for position in [7, 8] {
                try rewrite(position, db) { entry in
                    entry.replacing(/"recordedAt":"[^"]*"/) { _ in
                        #""recordedAt":"2001-01-01T00:00:00Z""#
                    }
                }
            }
        },
        Attack(
            "a column is changed that events are looked up by", [.init(.columnAltered, 2)],
            sql: "UPDATE event SET kind = 'party-withdrew' WHERE position = 2"),
        Attack(
            "the row of a recording is changed",
            [
                .init(.headerAltered, 1), .init(.rowStray, 1),
                .init(.rowStray),
            ],
            sql: "UPDATE recording SET key = 'won' WHERE key = 'one'"),
        Attack(
            "the head of an agreement is changed", [.init(.headAltered)],
            sql: "UPDATE agreement SET version = 5"),
        Attack(
            "a payload is taken away without a redaction", [.init(.payloadMissing, 1)],
            sql: "DELETE FROM payload WHERE position = 1"),
        Attack(
            "a payload is put back that was redacted",
            [.init(.payloadNotRemoved, 5), .init(.payloadAltered, 5)],
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (5, zeroblob(16), x'7b7d')"),
        Attack(
            "what is left of a redacted event is changed", [.init(.remainsAltered, 5)]
        ) { db in try flip(byte: 3, of: "bytes", in: "remains", at: 5, db) },
        Attack(
            "a payload is passed off as redacted", [.init(.payloadMissing, 1)]
        ) { db in
            try db.execute(
                sql: """
                    INSERT INTO remains (position, redacted_by, schema, bytes)
                    SELECT 1, 6, 1, bytes FROM payload WHERE position = 1;
                    DELETE FROM payload WHERE position = 1;
                    """)
        },
        Attack(
            "a stray payload is left", [.init(.rowStray, 77), .init(.rowStray)],
            sql: "INSERT INTO payload (position, salt, bytes) VALUES (77, zeroblob(16), x'7b7d')"),
        Attack(
            "the tail is cut off, and every trace of it",
            [.init(.bookShortened, 8)],
            sql: """
                DELETE FROM event WHERE position > 6; DELETE FROM payload WHERE position > 6;
                DELETE FROM recording WHERE first_position > 6;
                UPDATE agreement SET version = 6; UPDATE sqlite_sequence SET seq = 6
                WHERE name = 'event';
                """),
    ]

    @Test(arguments: attacks)
    func `an attack is found and named`(_ attack: Attack) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack(attack.body)
        let report = try await fixture.audit()
        // What is derived from the events is compared with them elsewhere.
        let found = Set(
            report.faults.filter { !Self.isOfPieces($0) }.map {
                Found($0.kind, $0.position?.number)
            })
        #expect(found == attack.faults, "\(report.faults)")
        for auditClass in attack.faults.map(\.kind.auditClass) {
            #expect(report.failedClasses.contains(auditClass))
        }
    }

    private static func isOfPieces(_ fault: Fault) -> Bool {
        fault.kind == .pieceAltered
    }

    @Test func `an untouched book has no fault`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        let report = try await fixture.audit()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.eventsRead == 308)
        #expect(report.checkpoints == 2)
        #expect(report.signedRecordings == 1)
        #expect(report.redactedEvents == 1)
        #expect(report.outcomes[.rollback] != .passed)
        #expect(report.outcomes[.witness] == .passed)
    }

    @Test(arguments: ["event_delete", "payload_update", "agreement_insert", "remains_insert"])
    func `a trigger that was dropped is found`(_ trigger: String) async throws {
        let fixture = try await TrustFixture()
        try await fixture.scratch.raw().write { try $0.execute(sql: "DROP TRIGGER \(trigger)") }
        let faults = try await fixture.audit().faults
        #expect(faults.map(\.kind) == [.triggerMissing])
        #expect(faults.first?.detail.contains(trigger) == true)
    }

    @Test func `a trigger that was made harmless, a table that was added, are found`() async throws
    {
        let fixture = try await TrustFixture()
        try await fixture.scratch.raw().write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER event_delete;
                    CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN SELECT 1; END;
                    CREATE TABLE extra (x);
                    """)
        }
        #expect(
            try await fixture.audit().faults.map(\.kind) == [.schemaAltered, .schemaAltered])
    }

    @Test func `a row of the tree that was changed is found`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        try fixture.attack { try $0.execute(sql: "UPDATE subtree SET hash = zeroblob(32)") }
        let faults = try await fixture.audit().faults
        #expect(faults.map(\.kind) == [.subtreeAltered])
        #expect(faults.first?.position == Position(256))
    }
}

extension AttackTests {
    static func flip(
        byte: Int, of column: String, in table: String, at position: Int, _ db: Database
    ) throws {
        let data = try Data.fetchOne(
            db, sql: "SELECT \(column) FROM \(table) WHERE position = ?", arguments: [position])
        guard var bytes = data.map({ [UInt8]($0) }) else { return }
        bytes[byte] ^= 0x04
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = ? WHERE position = ?",
            arguments: [Data(bytes), position])
    }

    /// Changes an entry's text and, as a careful attacker would, the leaf with it.
    static func rewrite(
        _ position: Int, _ db: Database, leaf: Bool = true, _ change: (String) -> String
    ) throws {
        let data = try Data.fetchOne(
            db, sql: "SELECT entry FROM event WHERE position = ?", arguments: [position])
        let entry = Array(change(String(decoding: data ?? Data(), as: UTF8.self)).utf8)
        #expect(Data(entry) != data, "the attack changed nothing")
        try db.execute(
            sql: "UPDATE event SET entry = ? WHERE position = ?",
            arguments: [Data(entry), position])
        if leaf {
            try db.execute(
                sql: "UPDATE event SET leaf = ? WHERE position = ?",
                arguments: [Data(TreeHash.leaf(entry).bytes), position])
        }
    }

    /// Puts a copy of an event behind it, as a recording of its own, and moves all later ones up by one: their
    /// rows, what their entries say of their places, and the leaves.
    static func insertEvent(after position: Int, _ db: Database) throws {
        for (columns, table) in [
            (["position", "version"], "event"), (["position"], "payload"),
            (["position", "redacted_by"], "remains"),
            (["first_position", "last_position"], "recording"),
        ] {
            // In two steps, because rows are moved one after the other.
            for step in [1_000, -999] {
                let sets = columns.map { "\($0) = \($0) + \(step)" }.joined(separator: ", ")
                try db.execute(
                    sql: "UPDATE \(table) SET \(sets) WHERE \(columns[0]) > ?",
                    arguments: [position])
            }
        }
        for moved in position + 2...9 {
            try rewrite(moved, db) { entry in
                entry.replacing(/"(position|version)":([0-9]+)/) { match in
                    "\"\(match.1)\":\((Int(match.2) ?? 0) + (Int(match.2) ?? 0 > position ? 1 : 0))"
                }
            }
        }
        try db.execute(
            sql: """
                UPDATE agreement SET version = 9;
                UPDATE sqlite_sequence SET seq = 9 WHERE name = 'event';
                INSERT INTO recording SELECT 3, 3, 'between', recorded_at,
                    CAST(replace(CAST(header AS TEXT), '"one"', '"between"') AS BLOB)
                FROM recording WHERE key = 'one';
                INSERT INTO event SELECT 3, agreement, 3, 'between', 1, kind, schema,
                    disclosed_latest, entry, leaf FROM event WHERE position = 2;
                INSERT INTO payload SELECT 3, salt, bytes FROM payload WHERE position = 2;
                """)
        try rewrite(3, db) { entry in
            entry.replacing(#""one""#, with: #""between""#)
                .replacing(#""position":2"#, with: #""position":3"#)
                .replacing(#""version":2"#, with: #""version":3"#)
                .replacing(#""ordinal":2"#, with: #""ordinal":1"#)
        }
    }
}
