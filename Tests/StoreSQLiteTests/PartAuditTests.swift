import Amendments
import Audit
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Terms
import Testing
import Transparency

/// The export of one agreement, as someone may have changed it on its way.
struct PartAuditTests {
    private struct Part {
        var head: BookExport.Head
        var checkpoint: SignedCheckpoint
        var lines: [BookExport.Line] = []
        let grounds: AuditGrounds

        init(_ fixture: TrustFixture) async throws {
            let store = fixture.store
            checkpoint = try #require(try await store.checkpoints().last)
            head = BookExport.Head(
                origin: store.origin, size: checkpoint.checkpoint.size, agreement: "first")
            grounds = AuditGrounds(keys: [fixture.keeper.verifier])
            for row in try await store.rows(after: 0, limit: 100) {
                let payload: StoredPayload =
                    if let bytes = row.payload, let salt = row.salt {
                        .present(bytes: bytes, salt: salt)
                    } else {
                        .redacted(try #require(row.remains))
                    }
                let proof = try await store.inclusionProof(
                    of: Position(row.position), in: head.size)
                lines.append(BookExport.Line(entry: row.entry, payload: payload, proof: proof))
            }
        }

        var audit: PartAudit { PartAudit(of: head, agreement: "first", grounds: grounds) }

        func report() -> AuditReport {
            var audit = audit
            audit.add(checkpoint)
            for line in lines { audit.add(line) }
            return audit.finish()
        }
    }

    @Test func `a part as it was exported has nothing wrong`() async throws {
        let report = try await Part(TrustFixture()).report()
        #expect(report.faults == [])
        #expect(report.eventsRead == 8 && report.redactedEvents == 1)
        #expect(report.outcomes[.order] == .passed)
        #expect(report.outcomes[.projections] == .notChecked("an export has nothing derived"))
    }

    @Test func `an event that was changed is proved by no checkpoint`() async throws {
        let fixture = try await TrustFixture()
        var part = try await Part(fixture)
        let text = String(decoding: part.lines[0].entry, as: UTF8.self)
        part.lines[0].entry = Array(text.replacing("\"me\"", with: "\"we\"").utf8)
        #expect(part.report().faults.map(\.kind) == [.rootDiffers])
    }

    /// Proofs that hold under a checkpoint of the forger's, and the genuine one after them to be judged.
    @Test func `the checkpoint that is judged is the one that proves`() async throws {
        let fixture = try await TrustFixture()
        var part = try await Part(fixture)
        let text = String(decoding: part.lines[0].entry, as: UTF8.self)
        part.lines[0].entry = Array(text.replacing("\"me\"", with: "\"we\"").utf8)
        var tiles = TilesInMemory()
        for line in part.lines { tiles.append(.leaf(line.entry)) }
        for index in part.lines.indices {
            part.lines[index].proof = MerkleTree.inclusionProof(
                of: index, size: 8, from: tiles)
        }
        let forger = try SigningKey(name: "forger", seed: Array(repeating: 66, count: 32))
        let forged = try SignedCheckpoint(
            Checkpoint(
                origin: part.head.origin, size: 8, root: MerkleTree.root(size: 8, from: tiles)),
            signedBy: [forger])
        var audit = part.audit
        audit.add(forged)
        for line in part.lines { audit.add(line) }
        audit.add(part.checkpoint)
        let faults = audit.finish().faults
        #expect(faults.map(\.kind).contains(.checkpointUnsigned), "\(faults)")
        // And where there is none before the events, they are proved by nothing.
        audit = part.audit
        for line in part.lines { audit.add(line) }
        audit.add(part.checkpoint)
        #expect(!audit.finish().faults.isEmpty)
    }

    @Test func `an event that was left out in the middle is missed`() async throws {
        var part = try await Part(TrustFixture())
        part.lines.remove(at: 3)
        #expect(part.report().faults.map(\.kind) == [.versionOutOfOrder])
    }

    @Test func `a checkpoint from outside of another size is reported as not compared`()
        async throws
    {
        let fixture = try await TrustFixture()
        var part = try await Part(fixture)
        part.lines.removeAll()
        var grounds = part.grounds
        grounds.saved = try await fixture.store.checkpoints().first
        var audit = PartAudit(of: part.head, agreement: "first", grounds: grounds)
        audit.add(part.checkpoint)
        guard case .notChecked = audit.finish().outcomes[.rollback] else {
            Issue.record("of another size")
            return
        }
    }
}
