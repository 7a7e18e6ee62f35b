import Amendments
import Audit
import EventStore
import Foundation
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing
import Transparency

/// A book that is made again from an export is the same book, or there is none.
struct RestoreTests {
    /// All that an export has.
    private struct Export {
        var head: BookExport.Head
        var checkpoints: [SignedCheckpoint]
        var lines: [BookExport.Line]

        init(_ store: SQLiteStore) async throws {
            lines = try await store.rows(after: 0, limit: .max).map { row in
                let payload: StoredPayload =
                    if let remains = row.remains {
                        .redacted(remains)
                    } else {
                        .present(bytes: row.payload ?? [], salt: row.salt ?? [])
                    }
                return BookExport.Line(entry: row.entry, payload: payload)
            }
            head = BookExport.Head(
                origin: store.origin, size: lines.count)
            checkpoints = try await store.checkpoints()
        }

        func restore(to path: String) throws {
            var rest = lines[...]
            try SQLiteStore.restore(to: path, head, checkpoints: checkpoints) {
                guard !rest.isEmpty else { return nil }
                let page = Array(rest.prefix(5))
                rest = rest.dropFirst(5)
                return page
            }
        }
    }

    private static func target(_ scratch: Scratch) -> String {
        scratch.folder.appendingPathComponent("again.deedbook").path
    }

    @Test func `it is the same book, byte for byte, and goes on`() async throws {
        let fixture = try await TrustFixture(filler: 300)
        let path = Self.target(fixture.scratch)
        try await Export(fixture.store).restore(to: path)
        let again = try SQLiteStore(
            path: path, mode: .readWrite, clock: { Instant(microseconds: 0) })
        #expect(again.origin == fixture.store.origin)
        #expect(
            try await again.rows(after: 0, limit: .max)
                == fixture.store.rows(after: 0, limit: .max))
        #expect(try await again.checkpoints() == fixture.store.checkpoints())
        #expect(try await again.checkpoint(at: nil) == fixture.store.checkpoint(at: nil))
        #expect(try await again.head() == fixture.store.head())
        #expect(await again.structuralFaults() == [])
        let report = try await Auditor(again, grounds: fixture.grounds()).audit()
        #expect(report.faults == [])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let repeated = try await again.append(notice("one"), by: "me", expecting: [:])
        #expect(repeated.isRepeated)
        _ = try await again.append(notice("more"), by: "me", expecting: [:])
    }

    private struct Damage: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (inout Export) throws -> Void
        let isExpected: @Sendable (DeedbookError) -> Bool

        var testDescription: String { name }
    }

    private static let damages: [Damage] = [
        Damage(name: "an event is missing in the middle") {
            $0.lines.remove(at: 2)
        } isExpected: {
            if case .corrupted(Position(3), _) = $0 { true } else { false }
        },
        Damage(name: "events are missing at the end") {
            $0.lines.removeLast(2)
        } isExpected: {
            if case .corrupted(Position(7), _) = $0 { true } else { false }
        },
        Damage(name: "two events are swapped") {
            $0.lines.swapAt(0, 1)
        } isExpected: {
            if case .corrupted(Position(1), _) = $0 { true } else { false }
        },
        Damage(name: "an entry is no entry") {
            $0.lines[3].entry = Array("{}".utf8)
        } isExpected: {
            if case .corrupted(Position(4), _) = $0 { true } else { false }
        },
        Damage(name: "the entries are of another book") {
            $0.head.origin += "x"
        } isExpected: {
            if case .corrupted(Position(1), _) = $0 { true } else { false }
        },
        Damage(name: "a checkpoint is false") {
            let key = try SigningKey(name: $0.head.origin, seed: Array(repeating: 1, count: 32))
            let size = $0.lines.count
            $0.checkpoints.append(
                try SignedCheckpoint(
                    Checkpoint(origin: $0.head.origin, size: size, root: .empty),
                    signedBy: [key]))
        } isExpected: {
            if case .checkpointRefused(8, _) = $0 { true } else { false }
        },
        Damage(name: "a checkpoint is of more events") {
            let key = try SigningKey(name: $0.head.origin, seed: Array(repeating: 1, count: 32))
            $0.checkpoints.append(
                try SignedCheckpoint(
                    Checkpoint(origin: $0.head.origin, size: 9, root: .empty), signedBy: [key]))
        } isExpected: {
            $0 == .beyondHead(asked: Position(9), head: Position(8))
        },
        Damage(name: "remains of what nothing redacted") {
            $0.lines[0].payload = .redacted(
                Remains(bytes: Array("{}".utf8), schema: 1, redactedBy: Position(2)))
        } isExpected: {
            if case .notABook = $0 { true } else { false }
        },
    ]

    @Test(arguments: damages.indices)
    func `what is not a whole book leaves no file`(_ index: Int) async throws {
        let damage = Self.damages[index]
        let fixture = try await TrustFixture()
        var export = try await Export(fixture.store)
        try damage.change(&export)
        let path = Self.target(fixture.scratch)
        #expect("\(damage.name)") {
            try export.restore(to: path)
        } throws: {
            ($0 as? DeedbookError).map(damage.isExpected) ?? false
        }
        #expect(try fixture.scratch.files.filter { $0.contains("again") } == [])
    }

    @Test func `a file that is there is never overwritten`() async throws {
        let fixture = try await TrustFixture()
        let export = try await Export(fixture.store)
        let expected = DeedbookError.inaccessible(
            path: fixture.scratch.book, detail: "there is a file of that name already")
        #expect(throws: expected) { try export.restore(to: fixture.scratch.book) }
        #expect(await fixture.store.structuralFaults() == [])
    }
}
