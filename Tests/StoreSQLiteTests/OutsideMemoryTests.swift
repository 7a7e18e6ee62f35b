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

/// What only a checkpoint from outside can show: the keeper of the book has its file and its key.
struct OutsideMemoryTests {
    /// A book of the same origin with another story, signed with the same key.
    private func rebuilt(
        _ fixture: TrustFixture, _ keys: [RecordingKey]
    ) async throws -> (Scratch, SQLiteStore) {
        let scratch = try Scratch()
        try SQLiteStore.restore(
            to: scratch.book,
            BookExport.Head(
                origin: fixture.store.origin, size: 0),
            checkpoints: []
        ) { nil }
        let store = try scratch.open(.readWrite)
        for key in keys {
            _ = try await store.append(notice(key), by: "me", expecting: [:])
        }
        _ = try await Keeper(store).sign(with: [fixture.keeper])
        return (scratch, store)
    }

    private func newest(_ store: SQLiteStore) async throws -> SignedCheckpoint {
        try #require(try await store.checkpoints().last)
    }

    @Test func `a book that was rebuilt whole passes alone and fails against a checkpoint`()
        async throws
    {
        let fixture = try await TrustFixture()
        let saved = try await newest(fixture.store)
        let (scratch, store) = try await rebuilt(
            fixture, ["one", "zwei", "drei", "vier", "fuenf"])
        var grounds = AuditGrounds(keys: [fixture.keeper.verifier])
        var report = try await Auditor(store, grounds: grounds).audit()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.outcomes[.rollback] == .notChecked("no checkpoint from outside: --against"))
        grounds.saved = saved
        report = try await Auditor(store, grounds: grounds).audit()
        #expect(report.faults.map(\.kind) == [.bookForked])
        #expect(report.failedClasses == [.rollback])
        // Both notes are the keeper's own, and cannot both be true.
        #expect(report.evidence.count == 2)
        for note in report.evidence {
            #expect(try note.note.verified(by: [fixture.keeper.verifier]).count == 1)
        }
        withExtendedLifetime(scratch) {}
    }

    @Test func `a book that was forked at a size fails against what the other branch signed`()
        async throws
    {
        let fixture = try await TrustFixture()
        let common = try await newest(fixture.store)
        let copy = fixture.scratch.folder.appendingPathComponent("copy.deedbook").path
        try await fixture.store.backUp(to: copy)
        let branch = try SQLiteStore(
            path: copy, mode: .readWrite, clock: { Instant(microseconds: 0) })
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        _ = try await branch.append(notice("vier"), by: "me", expecting: [:])
        let signed = try await Keeper(fixture.store).sign(with: [fixture.keeper])
        let other = try await Keeper(branch).sign(with: [fixture.keeper])
        #expect(signed.checkpoint.size == other.checkpoint.size)
        for (store, own, foreign) in [(fixture.store, signed, other), (branch, other, signed)] {
            let grounds = AuditGrounds(keys: [fixture.keeper.verifier], saved: foreign)
            let report = try await Auditor(store, grounds: grounds).audit()
            #expect(report.faults.map(\.kind) == [.bookForked], "\(report.faults)")
            #expect(report.faults.first?.position == Position(10))
            #expect(report.evidence == [foreign, own])
            // Both continue what was signed before the fork.
            let before = AuditGrounds(keys: [fixture.keeper.verifier], saved: common)
            #expect(try await Auditor(store, grounds: before).audit().faults.isEmpty)
        }
    }

    @Test func `an older copy of the book fails against a newer checkpoint`() async throws {
        let fixture = try await TrustFixture()
        let copy = fixture.scratch.folder.appendingPathComponent("copy.deedbook").path
        try await fixture.store.backUp(to: copy)
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        let saved = try await Keeper(fixture.store).sign(with: [fixture.keeper])
        let old = try SQLiteStore(
            path: copy, mode: .readOnly, clock: { Instant(microseconds: 0) })
        let grounds = AuditGrounds(keys: [fixture.keeper.verifier], saved: saved)
        let report = try await Auditor(old, grounds: grounds).audit()
        #expect(report.faults.map(\.kind) == [.bookShortened])
        #expect(report.faults.first?.position == Position(10))
    }

    @Test func `a checkpoint of another book is not this one's`() async throws {
        let fixture = try await TrustFixture()
        let other = try await TrustFixture()
        let saved = try await newest(other.store)
        let report = try await fixture.audit(saved: saved)
        #expect(report.faults.map(\.kind).contains(.bookForeign))
    }

    @Test func `a saved checkpoint whose signature is not the keeper's is reported`() async throws {
        let fixture = try await TrustFixture()
        let stranger = try SigningKey(name: "stranger", seed: Array(repeating: 8, count: 32))
        let now = try await fixture.store.checkpoint(at: nil)
        let saved = try SignedCheckpoint(now, signedBy: [stranger])
        let report = try await fixture.audit(saved: saved)
        #expect(report.faults.map(\.kind) == [.checkpointUnsigned])
    }

    @Test func `an audit goes on from a trusted checkpoint, and says from where`() async throws {
        let fixture = try await TrustFixture()
        let trusted = try #require(try await fixture.store.checkpoints().first)
        var report = try await fixture.audit(from: trusted)
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.eventsRead == 4)
        #expect(report.readFrom == Position(5))
        #expect(report.head.size == 8)
        try fixture.attack { db in
            try AttackTests.flip(byte: 12, of: "bytes", in: "payload", at: 8, db)
        }
        report = try await fixture.audit(from: trusted)
        #expect(report.faults.map(\.kind).contains(.payloadAltered))
    }

    @Test func `the keeper signs nothing that does not continue what was signed`() async throws {
        let fixture = try await TrustFixture()
        try fixture.attack { db in
            try AttackTests.rewrite(1, db) {
                $0.replacing(#""recorder":"me""#, with: #""recorder":"we""#)
            }
        }
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        await #expect {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        } throws: { error in
            guard case .discontinued? = error as? DeedbookError else { return false }
            return true
        }
    }

    @Test func `the keeper signs no entry that is not what its leaf was made of`() async throws {
        let fixture = try await TrustFixture()
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        try fixture.attack { db in
            try AttackTests.flip(byte: 40, of: "entry", in: "event", at: 9, db)
        }
        await #expect(throws: DeedbookError.entryAltered(Position(9))) {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        }
    }

    @Test func `keys overlap, and what the old one signed stays verifiable`() async throws {
        let fixture = try await TrustFixture()
        let next = try SigningKey(
            name: fixture.store.origin, seed: Array(repeating: 44, count: 32))
        _ = try await fixture.store.append(notice("four"), by: "me", expecting: [:])
        let both = try await Keeper(fixture.store).sign(with: [fixture.keeper, next])
        #expect(
            try both.note.verified(by: [fixture.keeper.verifier, next.verifier]).count == 2)
        _ = try await fixture.store.append(notice("five"), by: "me", expecting: [:])
        _ = try await Keeper(fixture.store).sign(with: [next])
        let grounds = AuditGrounds(keys: [fixture.keeper.verifier, next.verifier])
        let report = try await Auditor(fixture.store, grounds: grounds).audit()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.outcomes[.signatures] == .passed)
    }
}
