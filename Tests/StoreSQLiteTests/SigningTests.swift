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

/// The keeper signs what the entries on the disk are, whatever the rows of the tree say.
struct SigningTests {
    /// A book signed at 308 that goes on to 823: its third row of the tree covers #513 to #768, and no proof
    /// from the last checkpoint looks below it.
    private static func grown() async throws -> TrustFixture {
        let fixture = try await TrustFixture(filler: 300)
        var more = notice("more")
        more.events = (0..<515).map {
            Event(PartyAdmitted(party: PartyID("q\($0)") ?? "q", name: "Q"))
        }
        _ = try await fixture.store.append(more, by: "me", expecting: [:])
        return fixture
    }

    @Test func `a book that grew by several rows of the tree is signed`() async throws {
        let fixture = try await Self.grown()
        let signed = try await Keeper(fixture.store).sign(with: [fixture.keeper])
        #expect(signed.checkpoint.size == 823)
        let report = try await Auditor(
            fixture.store, grounds: AuditGrounds(keys: [fixture.keeper.verifier])
        ).audit()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.head == signed.checkpoint)
    }

    @Test func `no root is signed that an altered row of the tree gives`() async throws {
        let fixture = try await Self.grown()
        try fixture.attack {
            try $0.execute(
                sql: "UPDATE subtree SET hash = zeroblob(32) WHERE level = 1 AND number = 2")
        }
        await #expect(throws: DeedbookError.self) {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        }
        #expect(try await fixture.store.checkpoints().last?.checkpoint.size == 308)
    }

    @Test func `no root is signed where an entry lies elsewhere than its leaf`() async throws {
        let fixture = try await Self.grown()
        // Each leaf is still the hash of the entry beside it.
        try fixture.attack {
            try $0.execute(
                sql: """
                    CREATE TEMP TABLE swap AS SELECT position, entry, leaf FROM event;
                    UPDATE event SET
                        entry = (SELECT entry FROM swap WHERE position = 1201 - event.position),
                        leaf = (SELECT leaf FROM swap WHERE position = 1201 - event.position)
                    WHERE position IN (600, 601);
                    DROP TABLE swap;
                    """)
        }
        await #expect(throws: DeedbookError.self) {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        }
    }

    @Test(arguments: [Int.max, 1 << 40])
    func `a position far away is no book to sign`(_ position: Int) async throws {
        let fixture = try await TrustFixture()
        try fixture.attack {
            try $0.execute(
                sql: "UPDATE event SET position = ? WHERE position = 8", arguments: [position])
        }
        await #expect(throws: DeedbookError.self) {
            try await Keeper(fixture.store).sign(with: [fixture.keeper])
        }
    }
}
