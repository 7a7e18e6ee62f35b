import Amendments
import EventStore
import Terms
public import Transparency

/// Audits an export as it is read, line by line, before anything of it is written anywhere.
///
/// The rules are those of a book: entries, places, payloads, recordings, and the tree at every checkpoint.
public struct ExportAudit: Sendable {
    public let head: BookExport.Head
    private let grounds: AuditGrounds
    private var entries: EntryAudit
    private var clock: ClockAudit
    private var roots: [Int: TreeHash] = [0: .empty]
    private var checkpoints: [SignedCheckpoint] = []
    private var misplaced: [Fault] = []
    /// The lines of the recording that may go on.
    private var open: [(contents: EntryContents?, line: BookExport.Line)] = []
    private var position = 0
    /// The sizes of the tree that something was said of.
    private var sizes: Set<Int>

    public init(of head: BookExport.Head, grounds: AuditGrounds = .init()) {
        self.head = head
        self.grounds = grounds
        entries = EntryAudit(origin: head.origin, policy: grounds.policy)
        clock = ClockAudit(grounds.policy)
        sizes = Set([grounds.saved?.checkpoint.size].compactMap(\.self))
        for size in sizes { clock.expect(size) }
    }

    /// Events so far.
    public var events: Int { position + open.count }

    public mutating func add(_ line: BookExport.Line) {
        let contents = try? EntryContents(parsing: line.entry)
        if let last = open.last,
            contents == nil || contents?.header.key != last.contents?.header.key
        {
            close()
        }
        open.append((contents, line))
    }

    /// Adds a checkpoint; they stand before the events, smaller first, since the quorum is asked of the last.
    public mutating func add(_ checkpoint: SignedCheckpoint) {
        let size = checkpoint.checkpoint.size
        if events > 0 || checkpoints.last.map({ $0.checkpoint.size >= size }) ?? false {
            misplaced.append(
                Fault(
                    .rootDiffers, at: Position(size),
                    "checkpoints stand before the events, smaller first and one of a size"))
        }
        checkpoints.append(checkpoint)
        sizes.insert(size)
        clock.expect(size)
    }

    /// What was found, once all was read.
    public mutating func finish() -> AuditReport {
        close()
        entries.finish()
        var audit = CheckpointAudit(
            origin: head.origin, size: position, grounds: grounds, roots: roots)
        for checkpoint in checkpoints { audit.check(kept: checkpoint) }
        if let saved = grounds.saved { audit.check(saved: saved, beside: checkpoints) }
        let verdict = grounds.policy?.judge(checkpoints.last)
        audit.checkQuorum(verdict, of: checkpoints.last)
        for checkpoint in checkpoints + [grounds.saved].compactMap(\.self)
        where audit.isTrue(checkpoint.checkpoint) {
            clock.check(checkpoint)
        }
        var faults =
            entries.faults + entries.recorders.faults + misplaced + audit.faults + clock.faults
        if position != head.size {
            faults.append(
                Fault(
                    .positionMissing,
                    "the first line speaks of \(head.size) events; there are \(position)"))
        }
        return AuditReport(
            subject: .export, origin: head.origin,
            head: Checkpoint(origin: head.origin, size: position, root: entries.tree.root),
            outcomes: AuditReport.outcomes(of: faults, unchecked: unchecked), faults: faults,
            doubts: clock.doubts, eventsRead: position,
            isHeldToCheckpoint: grounds.saved != nil, readFrom: Position(1),
            checkpoints: checkpoints.count, recordings: entries.recorders.counts,
            redactedEvents: entries.redactedEvents,
            newest: checkpoints.last, verdict: verdict, evidence: audit.evidence)
    }

    private func unchecked(_ auditClass: Fault.Class) -> String? {
        switch auditClass {
        case .schema: "an export has no tables"
        case .projections: "an export has nothing derived"
        case .order, .contents, .signatures, .witness, .rollback:
            grounds.unchecked(
                auditClass, of: head.origin, hasCheckpoint: !checkpoints.isEmpty,
                signedRecordings: entries.recorders.counts.signed,
                unsigned: max(0, entries.eventsRead - (checkpoints.last?.checkpoint.size ?? 0)))
        }
    }

    /// Reads the rows of one recording, which are known to be all of it now.
    private mutating func close() {
        let first = position + 1
        let last = position + open.count
        for (contents, line) in open {
            position += 1
            let row = StoredRow(
                line, at: position, contents,
                recording: contents.map { contents in
                    StoredRow.RecordingRow(
                        first: first, last: last, key: contents.header.key.text,
                        recordedAt: contents.header.recordedAt.microseconds,
                        header: HeaderFormat.bytes(of: contents.header))
                })
            entries.check(RowReading(row))
            if let contents { clock.note(contents.header.recordedAt, at: position) }
            if sizes.contains(position) { roots[position] = entries.tree.root }
        }
        open = []
    }
}

extension StoredRow {
    /// A row as a sound store would have it.
    fileprivate init(
        _ line: BookExport.Line, at position: Int, _ contents: EntryContents?,
        recording: RecordingRow?
    ) {
        let columns =
            contents.map { Columns(of: $0) }
            ?? Columns(
                agreement: "", version: 0, recording: "", ordinal: 0, kind: "", schema: 0,
                disclosedLatest: 0)
        let leaf = TreeHash.leaf(line.entry).bytes
        switch line.payload {
        case .present(let bytes, let salt):
            self.init(
                position: position, entry: line.entry, leaf: leaf, payload: bytes, salt: salt,
                remains: nil, columns: columns, recording: recording)
        case .redacted(let remains):
            self.init(
                position: position, entry: line.entry, leaf: leaf, payload: nil, salt: nil,
                remains: remains, columns: columns, recording: recording)
        }
    }
}
