import Amendments
import EventStore
import Notation
public import Terms
public import Transparency

/// Audits the export of one agreement: every event is proved to be in the tree of a checkpoint.
///
/// What such a part can show: that its events are in the book at their places, whole, in their order, and
/// that none of the agreement's is left out before the last; and of recordings that are whole in it who signed them. That
/// there is nothing after the last only the book shows.
public struct PartAudit: Sendable {
    public let head: BookExport.Head
    private let agreement: AgreementID
    private let grounds: AuditGrounds
    private var checkpoint: SignedCheckpoint?
    private var faults: [Fault] = []
    private var version = 0
    private var last = 0
    private var redacted = 0
    private var recorders: PartRecorders
    /// What is left of redacted events, and whether the redaction that it names was read.
    private var left: [Int: (remains: Remains, redaction: Position?)] = [:]

    /// Events so far.
    public private(set) var events = 0

    public init(
        of head: BookExport.Head, agreement: AgreementID, grounds: AuditGrounds = .init()
    ) {
        self.head = head
        self.agreement = agreement
        self.grounds = grounds
        recorders = PartRecorders(grounds.policy)
    }

    /// Adds the checkpoint of the part; it stands before the events, and there is one.
    public mutating func add(_ checkpoint: SignedCheckpoint) {
        // What the events are proved by is what is judged at the end, and nothing that comes later.
        guard self.checkpoint == nil, events == 0, checkpoint.checkpoint.size == head.size else {
            report(
                .rootDiffers, Position(checkpoint.checkpoint.size),
                "a part has one checkpoint, of its own size #\(head.size), before its events")
            return
        }
        self.checkpoint = checkpoint
    }

    public mutating func add(_ line: BookExport.Line) {
        events += 1
        do throws(Problem) {
            check(line, try EntryContents(parsing: line.entry))
        } catch {
            faults.append(
                Fault(.entryUnreadable, "event \(events) of the part: \(error.message)"))
        }
    }

    private mutating func check(_ line: BookExport.Line, _ contents: EntryContents) {
        let position = contents.place.position
        if !contents.place.origin.utf8.elementsEqual(head.origin.utf8) {
            report(.originForeign, position, "of the book '\(contents.place.origin)'")
        }
        if contents.place.agreement != agreement {
            report(.entryMisplaced, position, "of the agreement '\(contents.place.agreement)'")
        }
        if contents.place.version != version + 1 || position.number <= last {
            report(
                .versionOutOfOrder, position,
                "version \(contents.place.version) of \(agreement), after \(version)")
        }
        version = contents.place.version
        last = position.number
        checkProof(line, at: position)
        switch line.payload {
        case .present(let bytes, let salt):
            if Entry.digest(of: bytes, salt: salt) != contents.payload {
                report(
                    .payloadAltered, position,
                    "payload and salt are not what its entry commits to")
            }
        case .redacted(let remains):
            left[position.number] = (remains, redaction: nil)
            redacted += 1
        }
        recorders.note(contents)
        guard let reference = contents.remains,
            let remains = left[reference.position.number]?.remains
        else { return }
        if !reference.covers(remains) {
            report(
                .remainsAltered, reference.position,
                "what is left of it is not what \(position) left")
        }
        if left[reference.position.number]?.redaction == nil {
            left[reference.position.number]?.redaction = position
        }
    }

    private mutating func checkProof(_ line: BookExport.Line, at position: Position) {
        guard let checkpoint = checkpoint?.checkpoint else { return }
        guard let proof = line.proof else {
            report(.rootDiffers, position, "it has no proof")
            return
        }
        do {
            try MerkleProof.verifyInclusion(
                of: .leaf(line.entry), index: position.number - 1, size: checkpoint.size,
                proof: proof, root: checkpoint.root)
        } catch {
            report(.rootDiffers, position, "its proof does not hold: \(error.description)")
        }
    }

    private mutating func report(_ kind: Fault.Kind, _ position: Position, _ detail: String) {
        faults.append(Fault(kind, at: position, detail))
    }

    /// What was found, once all was read.
    public mutating func finish() -> AuditReport {
        let evidence = checkEnd()
        recorders.finish(at: head.size)
        faults += recorders.faults
        let size = head.size
        return AuditReport(
            subject: .part(agreement), origin: head.origin,
            head: Checkpoint(
                origin: head.origin, size: size, root: checkpoint?.checkpoint.root ?? .empty),
            outcomes: AuditReport.outcomes(of: faults, unchecked: unchecked), faults: faults,
            doubts: [], eventsRead: events, isHeldToCheckpoint: grounds.saved != nil,
            readFrom: Position(1), checkpoints: checkpoint == nil ? 0 : 1,
            recordings: nil, redactedEvents: redacted, newest: checkpoint,
            verdict: grounds.policy?.judge(checkpoint), evidence: evidence)
    }

    private func unchecked(_ auditClass: Fault.Class) -> String? {
        switch auditClass {
        case .schema: return "an export has no tables"
        case .projections: return "an export has nothing derived"
        case .rollback:
            if let saved = grounds.saved?.checkpoint, saved.size != head.size {
                return "the checkpoint from outside is of #\(saved.size), this part's of "
                    + "#\(head.size): ask for deedbook prove consistency"
            }
        case .order, .contents:
            if events == 0 { return "the part has no event of \(agreement)" }
        case .signatures, .witness: break
        }
        let reason = grounds.unchecked(
            auditClass, of: head.origin, hasCheckpoint: checkpoint != nil,
            signedRecordings: recorders.shown, unsigned: 0)
        guard auditClass == .signatures, recorders.unshown > 0 else { return reason }
        return (reason ?? "the checkpoint's is good")
            + "; recorder signatures that only the whole book can show: \(recorders.unshown)"
    }

    /// - Returns: the notes that contradict each other.
    private mutating func checkEnd() -> [SignedCheckpoint] {
        for (position, left) in left.sorted(by: { $0.key < $1.key })
        where left.redaction != left.remains.redactedBy {
            report(
                .payloadMissing, Position(position),
                "its payload is gone, and no redaction of this part says so; "
                    + "\(left.remains.redactedBy) is named")
        }
        guard let checkpoint else {
            report(
                .checkpointUnsigned, Position(head.size),
                "the part has no checkpoint, so nothing shows that its events are in the book")
            return []
        }
        var audit = CheckpointAudit(
            origin: head.origin, size: head.size, grounds: grounds,
            roots: [checkpoint.checkpoint.size: checkpoint.checkpoint.root])
        audit.check(kept: checkpoint)
        audit.checkQuorum(grounds.policy?.judge(checkpoint), of: checkpoint)
        if let saved = grounds.saved,
            saved.checkpoint.size == head.size || !saved.checkpoint.isOf(head.origin)
        {
            audit.check(saved: saved, beside: [checkpoint])
        }
        faults += audit.faults
        return audit.evidence
    }
}
