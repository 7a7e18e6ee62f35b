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

/// One thing that was done to a book is reported as one, where it was done, and no audit hangs on it.
struct AuditPrecisionTests {
    @Test func `a redaction that was not is named beside what is left`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { try $0.execute(sql: "UPDATE remains SET redacted_by = 7") }
        let faults = try await fixture.audit().faults
        #expect(faults.map(\.kind) == [.remainsAltered], "\(faults)")
    }

    @Test(arguments: [-5, 0])
    func `an event stands before the first`(_ position: Int) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(
                sql: """
                    INSERT INTO event SELECT ?, agreement, 99, recording, ordinal, kind, schema,
                        disclosed_latest, entry, leaf FROM event WHERE position = 8
                    """, arguments: [position])
        }
        let faults = try await fixture.audit().faults
        #expect(
            faults.contains { $0.kind == .rowStray && $0.position?.number == position },
            "\(faults)")
    }

    @Test(arguments: [Int.max, 1 << 40])
    func `an event was moved to the end of all numbers`(_ position: Int) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(
                sql: "UPDATE event SET position = ? WHERE position = 8", arguments: [position])
        }
        let faults = try await fixture.audit().faults
        #expect(faults.contains { $0.kind == .positionMissing }, "\(faults)")
        #expect(faults.contains { $0.kind == .entryMisplaced }, "\(faults)")
    }

    @Test(arguments: ["checkpoint", "cosignature"], [Int.min, Int.max])
    func `a row was moved to the end of all numbers`(_ table: String, _ id: Int) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            if table == "checkpoint" { try db.execute(sql: "DELETE FROM checkpoint WHERE id = 1") }
            try db.execute(sql: "UPDATE \(table) SET id = ?", arguments: [id])
            if table == "checkpoint" {
                try db.execute(sql: "UPDATE cosignature SET checkpoint = ?", arguments: [id])
            }
        }
        let faults = try await fixture.audit().faults
        #expect(faults.contains { $0.kind == .rowStray || $0.kind == .headAltered }, "\(faults)")
    }

    @Test func `a book that lost the row of its own name is still gone over`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try db.execute(sql: "DELETE FROM book")
            try AttackTests.flip(byte: 12, of: "bytes", in: "payload", at: 1, db)
        }
        #expect(throws: DeedbookError.self) { try fixture.scratch.open(.readOnly) }
        let faults = try await Auditor(
            fixture.scratch.open(.audit), grounds: fixture.grounds()
        ).audit().faults
        #expect(faults.first?.detail == "there are 0 rows of the book itself", "\(faults)")
        #expect(faults.contains { $0.kind == .payloadAltered && $0.position == Position(1) })
        #expect(!faults.contains { $0.kind == .originForeign })
    }

    @Test func `the book's own name was changed: one fault for all entries`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        try fixture.attack { try $0.execute(sql: "UPDATE book SET origin = 'other'") }
        let faults = try await fixture.audit().faults
        #expect(faults.filter { $0.kind == .originForeign }.count == 1)
        #expect(faults.first { $0.kind == .originForeign }?.detail.contains("#308") == true)
        #expect(faults.count < 10, "\(faults)")
    }

    @Test func `the row of a long recording was changed: one fault`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        try fixture.attack {
            try $0.execute(
                sql: "UPDATE recording SET recorded_at = recorded_at + 1 WHERE key = 'three'")
        }
        let faults = try await fixture.audit().faults
        #expect(faults.map(\.kind) == [.headerAltered], "\(faults)")
    }

    @Test func `everything behind a deleted event was moved up: one fault for all of it`()
        async throws
    {
        let fixture = try await TrustFixture(filler: 300)
        try fixture.attack {
            try $0.execute(
                sql: """
                    DELETE FROM event WHERE position = 4; DELETE FROM payload WHERE position = 4;
                    UPDATE event SET position = position - 1 WHERE position > 4;
                    UPDATE payload SET position = position - 1 WHERE position > 4;
                    UPDATE remains SET position = position - 1, redacted_by = redacted_by - 1;
                    UPDATE recording SET first_position = first_position - 1
                    WHERE first_position > 4;
                    UPDATE recording SET last_position = last_position - 1 WHERE last_position > 3;
                    """)
        }
        let faults = try await fixture.audit().faults
        let misplaced = faults.filter { $0.kind == .entryMisplaced }
        #expect(misplaced.map(\.position?.number) == [4], "\(misplaced)")
        #expect(misplaced.first?.detail.contains("1 higher") == true)
        #expect(faults.contains { $0.kind == .versionOutOfOrder && $0.position?.number == 4 })
        #expect(faults.count < 30, "\(faults.count)")
    }

    @Test func `the keeper signs no root that is not over the entries`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        var five = notice("five")
        for number in 0..<256 {
            five.events.append(Event(PartyAdmitted(party: PartyID("q\(number)") ?? "p", name: "P")))
        }
        _ = try await fixture.store.append(five, by: "me", expecting: [:])
        try fixture.attack {
            try $0.execute(sql: "UPDATE subtree SET hash = zeroblob(32) WHERE number = 1")
        }
        await #expect(throws: DeedbookError.self) {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        }
    }

    @Test func `a policy's log of another name signs nothing of this book`() async throws {
        let fixture = try await TrustFixture()
        let other = try SigningKey(
            name: "another.example/book", seed: Array(repeating: 71, count: 32))
        var grounds = AuditGrounds()
        grounds.policy = try TrustPolicy(
            parsing: "log \(fixture.keeper.verifier)\nlog \(other.verifier)\nquorum none\n")
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        let now = try await fixture.store.checkpoint(at: nil)
        try await fixture.store.keep(try SignedCheckpoint(now, signedBy: [other]))
        let faults = try await Auditor(fixture.store, grounds: grounds).audit().faults
        #expect(faults.map(\.kind) == [.checkpointUnsigned], "\(faults)")
        #expect(faults.first?.position?.number == now.size)
    }

    @Test func `the evidence of a fork is two notes that cannot both be true`() async throws {
        let fixture = try await TrustFixture()
        let saved = try #require(try await fixture.store.checkpoints().last)
        try fixture.attack { db in
            try AttackTests.rewrite(1, db) {
                $0.replacing(#""recorder":"me""#, with: #""recorder":"we""#)
            }
        }
        let report = try await fixture.audit(saved: saved)
        #expect(report.faults.map(\.kind).contains(.bookForked))
        #expect(report.evidence.first == saved)
        #expect(Set(report.evidence.map(\.checkpoint)).count == report.evidence.count)
    }

    @Test func `a trusted checkpoint that no one signed is not trusted`() async throws {
        let fixture = try await TrustFixture()
        let stranger = try SigningKey(name: "stranger", seed: Array(repeating: 8, count: 32))
        let trusted = try SignedCheckpoint(
            try await fixture.store.checkpoint(at: 4), signedBy: [stranger])
        let faults = try await fixture.audit(from: trusted).faults
        #expect(faults.map(\.kind) == [.checkpointUnsigned], "\(faults)")
    }

    @Test func `signatures of recorders are reported where no checkpoint was signed`() async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        let recorder = try SigningKey(name: "clerk", seed: Array(repeating: 2, count: 32))
        let one = notice("one")
        _ = try await store.append(
            one, by: "clerk", expecting: [:], sealed: try RecorderSeal(one, with: recorder))
        let outcome = try await Auditor(store).audit().outcomes[.signatures]
        guard case .notChecked(let detail) = outcome else {
            Issue.record("\(String(describing: outcome))")
            return
        }
        #expect(detail.contains("recorder signatures checked: 1"))
    }
}
