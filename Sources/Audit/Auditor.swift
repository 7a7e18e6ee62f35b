import Amendments
public import EventStore
import Terms
import Transparency

/// Audits a whole book: whether it is in order with itself, and with what was kept outside it.
///
/// It believes nothing that the book says of itself: every entry is hashed and read again, every payload
/// is opened, every projection compared. It lists every fault, never just the first. Rows are read on every
/// processor, and compared with each other one after the other.
public struct Auditor: Sendable {
    private let store: any TamperEvidentStore
    private let grounds: AuditGrounds
    /// Rows held in memory at once.
    private let page: Int

    public init(_ store: any TamperEvidentStore, grounds: AuditGrounds = .init(), page: Int = 1_000)
    {
        self.store = store
        self.grounds = grounds
        self.page = max(1, page)
    }

    /// - Parameter progress: called with the events read so far, and how many there are.
    /// - Throws: where the store cannot be read at all.
    public func audit(
        progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(DeedbookError) -> AuditReport {
        let (form, structure) = await structure()
        var faults = structure
        let (kept, unreadable) = await keptCheckpoints()
        faults += unreadable
        let start = try await trustedSize(&faults)
        var entries = EntryAudit(origin: store.origin, after: start, policy: grounds.policy)
        let outside = [grounds.saved?.checkpoint, grounds.seen].compactMap(\.self)
        let sizes = Set((kept.map(\.checkpoint) + outside).map(\.size)).sorted()
        var clock = ClockAudit(grounds.policy)
        for size in sizes { clock.expect(size) }
        var roots: [Int: TreeHash] = sizes.first == 0 ? [0: .empty] : [:]
        let total = max(start, (try? await store.head())?.number ?? 0)
        var last = start
        var rows = try await store.rows(after: last, limit: page)
        while let end = rows.last?.position {
            guard end > last else {
                faults.append(.outOfOrder(end, after: last))
                break
            }
            // The next page is fetched while this one is read.
            async let next = nextPage(after: end)
            for reading in await Self.readings(of: rows) {
                entries.check(reading)
                if case .success(let contents) = reading.entry {
                    clock.note(contents.header.recordedAt, at: reading.row.position)
                }
                if start == 0, sizes.contains(reading.row.position) {
                    roots[reading.row.position] = entries.tree.root
                }
            }
            last = end
            progress(start + entries.eventsRead, total)
            rows = try await next.get()
        }
        entries.finish()
        faults += entries.faults + entries.recorders.faults
        let refusals = await RuleAudit(store).doubts()
        if start > 0 { roots = await storedRoots(at: sizes, upTo: last) }
        let size = start + entries.eventsRead
        let checkpoints = checked(
            CheckpointAudit(origin: store.origin, size: size, grounds: grounds, roots: roots),
            kept, after: start)
        for checkpoint in kept + [grounds.saved].compactMap(\.self)
        where checkpoints.isTrue(checkpoint.checkpoint) {
            clock.check(checkpoint)
        }
        faults += checkpoints.faults + clock.faults
        let root =
            start == 0
            ? entries.tree.root : await storedRoots(at: [last], upTo: last)[last] ?? .empty
        return report(
            entries, faults, clock.doubts + refusals,
            head: Checkpoint(origin: store.origin, size: size, root: root), kept: kept,
            verdict: grounds.policy?.judge(kept.last), start: start,
            evidence: checkpoints.evidence, form)
    }

    /// Everything that was signed or seen of the book, held against it.
    private func checked(
        _ audit: CheckpointAudit, _ kept: [SignedCheckpoint], after start: Int
    ) -> CheckpointAudit {
        var audit = audit
        for checkpoint in kept { audit.check(kept: checkpoint) }
        if start > 0, let trusted = grounds.trusted { audit.check(trusted: trusted) }
        if let saved = grounds.saved { audit.check(saved: saved, beside: kept) }
        if let seen = grounds.seen { audit.check(seen, called: "the head read before") }
        audit.checkQuorum(grounds.policy?.judge(kept.last), of: kept.last)
        return audit
    }

    /// What is wrong with the store itself, and of which form what it derives was before or after that was looked at,
    /// if not of this program's.
    private func structure() async -> (form: DerivedForm, faults: [Fault]) {
        let before = await derivedForm()
        let faults = await store.structuralFaults()
        return (before == .current ? await derivedForm() : before, faults)
    }

    /// Where that cannot be known, the store has a fault that says so.
    private func derivedForm() async -> DerivedForm {
        (try? await (store as? any DerivingStore)?.derivedForm()) ?? .current
    }

    private func nextPage(after position: Int) async -> Result<[StoredRow], DeedbookError> {
        do throws(DeedbookError) {
            return .success(try await store.rows(after: position, limit: page))
        } catch {
            return .failure(error)
        }
    }

    /// How many rows are read one after the other; such parts of a page are read at once.
    private static let part = 128

    /// Reads rows, in their order, on as many processors as there are.
    private static func readings(of rows: [StoredRow]) async -> [RowReading] {
        let firsts = stride(from: 0, to: rows.count, by: part)
        return await withTaskGroup(of: (Int, [RowReading]).self) { group in
            for first in firsts {
                let part = rows[first..<min(first + part, rows.count)]
                group.addTask { (first, part.map(RowReading.init)) }
            }
            var parts: [Int: [RowReading]] = [:]
            for await (first, readings) in group { parts[first] = readings }
            return firsts.flatMap { parts[$0] ?? [] }
        }
    }

    private func keptCheckpoints() async -> ([SignedCheckpoint], [Fault]) {
        do throws(DeedbookError) {
            return (try await store.checkpoints(), [])
        } catch {
            let detail: String =
                if case .corrupted(_, let detail) = error { detail } else { error.account.sentence }
            return ([], [Fault(.signatureInvalid, detail)])
        }
    }

    /// Where to go on from: the size of the trusted checkpoint, once the book is shown to continue it.
    private func trustedSize(_ faults: inout [Fault]) async throws(DeedbookError) -> Int {
        guard let trusted = grounds.trusted?.checkpoint else { return 0 }
        let now = try await store.checkpoint(at: nil)
        let (kind, detail): (Fault.Kind, String)
        switch try await store.continuation(of: trusted, now: now) {
        case .continued: return trusted.size
        case .foreign:
            kind = .bookForeign
            detail =
                "the trusted checkpoint is of '\(trusted.origin)', this book is '\(now.origin)'"
        case .shortened:
            kind = .bookShortened
            detail =
                "the trusted checkpoint covers \(trusted.size) events; the book has \(now.size)"
        case .forked:
            kind = .bookForked
            detail = "the book does not continue the trusted checkpoint: all of it was read"
        }
        faults.append(Fault(kind, at: Position(trusted.size), detail))
        return 0
    }

    private func storedRoots(at sizes: [Int], upTo head: Int) async -> [Int: TreeHash] {
        var roots: [Int: TreeHash] = [:]
        for size in sizes where size <= head {
            roots[size] = try? await store.checkpoint(at: size).root
        }
        return roots
    }

    private func report(
        _ entries: EntryAudit, _ faults: [Fault], _ doubts: [Doubt], head: Checkpoint,
        kept: [SignedCheckpoint],
        verdict: TrustPolicy.Verdict?, start: Int, evidence: [SignedCheckpoint],
        _ form: DerivedForm
    ) -> AuditReport {
        let outcomes = AuditReport.outcomes(of: faults) { auditClass in
            grounds.unchecked(
                auditClass, of: store.origin, hasCheckpoint: !kept.isEmpty,
                signedRecordings: entries.recorders.counts.signed,
                unsigned: max(0, head.size - (kept.last?.checkpoint.size ?? 0)), derived: form)
        }
        return AuditReport(
            origin: store.origin, head: head, outcomes: outcomes, faults: faults, doubts: doubts,
            eventsRead: entries.eventsRead,
            isHeldToCheckpoint: grounds.saved != nil || grounds.trusted != nil,
            readFrom: Position(start + 1),
            checkpoints: kept.count, recordings: entries.recorders.counts,
            redactedEvents: entries.redactedEvents, newest: kept.last, verdict: verdict,
            evidence: evidence)
    }
}
