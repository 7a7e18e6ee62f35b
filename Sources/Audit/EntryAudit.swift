import Amendments
import EventStore
import Notation
import Terms
import Transparency

/// Goes over a book's rows once, in order, and finds everything that is wrong with each.
///
/// A fault is reported where it is and does not make every later row wrong: what comes next is compared
/// with what is there, not with what should have been.
struct EntryAudit {
    let origin: String
    private(set) var faults: [Fault] = []
    private(set) var eventsRead = 0
    private(set) var redactedEvents = 0
    /// Who signed, with faults of its own: whose a key is, is no matter of the entries.
    private(set) var recorders: RecorderAudit
    /// The tree over the entries as they are, whatever the leaves beside them say.
    private(set) var tree = CompactTree()
    /// How many events each agreement has.
    private(set) var versions: [AgreementID: Int] = [:]

    private var next: Int
    /// True where rows before the first one read are taken on trust.
    private let isResumed: Bool
    private var lastRecordedAt: Instant?
    private var recording: OpenRecording?
    /// The last row of a recording that was reported.
    private var alteredRow: StoredRow.RecordingRow?
    private var keys: Set<RecordingKey> = []
    /// What was left of redacted events whose redaction was not read yet.
    private var unproved: [Int: (reference: EventReference?, remains: Remains, redactions: [Int])] =
        [:]

    private struct OpenRecording {
        var key: RecordingKey
        var first: Int
        /// Through which position it was recorded.
        var last: Int
        /// The last of its events that was read.
        var seen: Int
        var ordinal: Int
        /// False where it began before the first row that is read.
        var isWhole: Bool
        var header: RecordingHeader
        var headerBytes: [UInt8]?
        var signature: RecorderSignature?
        /// Kept only where there is a signature to check.
        var entries: [EntryContents]
    }

    init(origin: String, after position: Int = 0, policy: TrustPolicy? = nil) {
        self.origin = origin
        recorders = RecorderAudit(policy)
        next = position + 1
        isResumed = position > 0
    }

    /// The same thing wrong with one entry after the other is one fault, which says through which.
    private struct Run {
        var first: Int
        var last: Int
        var what: String
    }

    private var runs: [Fault.Kind: Run] = [:]

    private mutating func extend(_ kind: Fault.Kind, _ position: Int, _ what: String) {
        if let run = runs[kind], run.what == what, run.last + 1 == position {
            runs[kind]?.last = position
        } else {
            endRun(of: kind)
            runs[kind] = Run(first: position, last: position, what: what)
        }
    }

    private mutating func endRun(of kind: Fault.Kind) {
        guard let run = runs.removeValue(forKey: kind) else { return }
        report(
            kind, run.first,
            run.first == run.last
                ? "its entry is \(run.what)"
                : "its entry and all others through #\(run.last) are \(run.what)")
    }

    private mutating func report(_ kind: Fault.Kind, _ position: Int, _ detail: String) {
        faults.append(Fault(kind, at: Position(position), detail))
    }

    mutating func check(_ reading: RowReading) {
        let row = reading.row
        eventsRead += 1
        if row.position != next {
            let range = row.position - next == 1 ? "#\(next)" : "#\(next) to #\(row.position - 1)"
            report(
                .positionMissing, row.position,
                row.position > next
                    ? "\(range) before it is not in the book" : "it stands there twice")
        }
        next = row.position == .max ? .max : row.position + 1
        if reading.leaf.bytes != row.leaf {
            report(.leafAltered, row.position, "the leaf beside it is not the hash of its entry")
        }
        tree.append(reading.leaf)
        switch reading.entry {
        case .success(let contents): check(reading, contents)
        case .failure(let problem):
            report(.entryUnreadable, row.position, problem.message)
            checkRemains(row, reference: nil)
        }
    }

    private mutating func check(_ reading: RowReading, _ contents: EntryContents) {
        let row = reading.row
        if !contents.place.origin.utf8.elementsEqual(origin.utf8) {
            extend(.originForeign, row.position, "of the book '\(contents.place.origin)'")
        }
        let shift = contents.place.position.number.subtractingReportingOverflow(row.position)
        if shift.partialValue != 0 {
            let way = shift.partialValue > 0 ? "higher" : "lower"
            extend(
                .entryMisplaced, row.position,
                "written for a position \(shift.partialValue.magnitude) \(way)")
        }
        checkVersion(row, contents)
        checkColumns(row, contents)
        checkRecording(reading, contents)
        checkTime(row, contents)
        let reference = EventReference(
            recording: contents.header.key, ordinal: contents.place.ordinal)
        checkPayload(reading)
        checkRemains(row, reference: reference)
        if contents.kind == EventKind.payloadRedacted.rawValue {
            checkRedaction(row, contents)
        } else if contents.remains != nil {
            report(.remainsAltered, row.position, "it redacts nothing, and says what it left")
        }
    }

    private mutating func checkVersion(_ row: StoredRow, _ contents: EntryContents) {
        let agreement = contents.place.agreement
        let known = versions.updateValue(contents.place.version, forKey: agreement)
        if known == nil, isResumed { return }
        let expected = (known ?? 0) + 1
        if contents.place.version != expected {
            report(
                .versionOutOfOrder, row.position,
                "version \(contents.place.version) of \(agreement), after \(expected - 1)")
        }
    }

    private mutating func checkColumns(_ row: StoredRow, _ contents: EntryContents) {
        let differences = row.columns.differences(from: StoredRow.Columns(of: contents))
        if !differences.isEmpty {
            report(
                .columnAltered, row.position,
                "not as its entry says: \(differences.joined(separator: ", "))")
        }
    }

    private mutating func checkTime(_ row: StoredRow, _ contents: EntryContents) {
        let instant = contents.header.recordedAt
        if let last = lastRecordedAt, instant < last {
            report(.clockBack, row.position, "recorded at \(instant), after \(last)")
        }
        lastRecordedAt = instant
    }

    private mutating func checkPayload(_ reading: RowReading) {
        let row = reading.row
        if row.payload != nil, row.salt != nil, row.remains != nil {
            report(.payloadNotRemoved, row.position, "it is redacted, and its payload is there")
        }
        switch reading.payload {
        case .sound: break
        case .missing:
            if row.remains == nil {
                report(.payloadMissing, row.position, "nothing stands beside its entry")
            }
        case .altered:
            report(
                .payloadAltered, row.position, "payload and salt are not what its entry commits to")
        case .misdated:
            report(
                .payloadUnreadable, row.position,
                "its entry says another effective date than its payload")
        case .unreadable(let reason): report(.payloadUnreadable, row.position, reason)
        }
    }
}

extension EntryAudit {
    private mutating func checkRecording(_ reading: RowReading, _ contents: EntryContents) {
        let row = reading.row
        let ordinal = contents.place.ordinal
        let key = contents.header.key
        if let open = recording, open.key == key, ordinal == open.ordinal + 1,
            open.headerBytes == reading.header
        {
            recording?.ordinal = ordinal
            recording?.seen = row.position
            if open.signature != nil { recording?.entries.append(contents) }
            if contents.signature != nil {
                report(.recordingBroken, row.position, "only the first event is signed")
            }
        } else {
            closeRecording()
            let isContinued = isResumed && eventsRead == 1 && ordinal != 1
            if ordinal != 1, !isContinued {
                report(
                    .recordingBroken, row.position,
                    "it is event \(ordinal) of '\(key)', and the one before it is not there")
            }
            if !keys.insert(key).inserted {
                report(.recordingBroken, row.position, "'\(key)' was recorded before it")
            }
            recording = OpenRecording(
                key: key, first: row.position, last: row.recording?.last ?? row.position,
                seen: row.position, ordinal: ordinal, isWhole: !isContinued,
                header: contents.header, headerBytes: reading.header,
                signature: contents.signature, entries: [contents])
        }
        checkRecordingRow(reading, contents)
    }

    /// The row that all events of a recording share says what their entries say.
    private mutating func checkRecordingRow(_ reading: RowReading, _ contents: EntryContents) {
        let row = reading.row
        guard let known = row.recording else {
            report(.recordingBroken, row.position, "the row of its recording is missing")
            return
        }
        let header = contents.header
        guard reading.header == known.header, known.key == header.key.text,
            known.recordedAt == header.recordedAt.microseconds
        else {
            // All events of the recording share the row: it is reported once.
            if known != alteredRow {
                report(
                    .headerAltered, row.position, "the row of its recording is not as its entry")
            }
            alteredRow = known
            return
        }
        if !(known.first...max(known.first, known.last)).contains(row.position)
            || known.first != row.position - contents.place.ordinal + 1
        {
            report(
                .recordingBroken, row.position,
                "the row of its recording covers #\(known.first) to #\(known.last)")
        }
    }

    /// Ends the recording that is open: it must be whole, and signed as it says.
    private mutating func closeRecording() {
        guard let open = recording else { return }
        recording = nil
        if open.last != open.seen {
            report(
                .recordingBroken, open.seen,
                "'\(open.key)' ends here, but was recorded through #\(open.last)")
        }
        guard open.isWhole else { return }
        let signature = open.signature.map { ($0.key, isValid: $0.isValid(for: open.entries)) }
        recorders.note(open.header, signature, at: open.first)
        if let (key, isValid) = signature, !isValid {
            report(
                .recorderSignatureInvalid, open.first,
                "the signature of \(key.label) is not of '\(open.key)'")
        }
    }
}

extension EntryAudit {
    private mutating func checkRemains(_ row: StoredRow, reference: EventReference?) {
        guard let remains = row.remains else { return }
        redactedEvents += 1
        unproved[row.position] = (reference, remains, [])
        do throws(Problem) { _ = try JSONReader.read(remains.bytes) } catch {
            report(.remainsAltered, row.position, "what is left of it: \(error.message)")
        }
    }

    /// A redaction vouches for what it left, and says which event it is of.
    private mutating func checkRedaction(_ row: StoredRow, _ contents: EntryContents) {
        guard let reference = contents.remains, reference.position.number < row.position else {
            report(.remainsAltered, row.position, "this redaction does not say what it left")
            return
        }
        let target = reference.position.number
        if isResumed, target + eventsRead <= row.position { return }
        guard let left = unproved[target] else {
            report(
                .payloadNotRemoved, target,
                "#\(row.position) redacts it, and nothing of it was taken out")
            return
        }
        unproved[target]?.redactions.append(row.position)
        if !reference.covers(left.remains) {
            report(
                .remainsAltered, target, "what is left of it is not what #\(row.position) left")
        }
        guard let payload = row.payload, let named = Self.target(of: payload, at: row.position)
        else { return }
        if let known = left.reference, known != named {
            report(.remainsAltered, row.position, "it redacts \(named), not \(known)")
        }
    }

    private static func target(of payload: [UInt8], at position: Int) -> EventReference? {
        let kind = EventKind.payloadRedacted
        let event = try? Entry.event(
            kind: kind.rawValue, schema: kind.payloadType.schemaVersion, payload: payload,
            at: Position(position))
        guard case .redacts(let target)? = event?.payload.recordAct else { return nil }
        return target
    }

    /// To be called after the last row.
    mutating func finish() {
        closeRecording()
        for kind in [Fault.Kind.originForeign, .entryMisplaced] { endRun(of: kind) }
        for (position, left) in unproved.sorted(by: { $0.key < $1.key })
        where left.redactions.first != left.remains.redactedBy.number {
            if let redaction = left.redactions.first {
                report(
                    .remainsAltered, position,
                    "it was redacted by #\(redaction) first, and \(left.remains.redactedBy) is named"
                )
            } else {
                report(
                    .payloadMissing, position,
                    "its payload is gone, and no redaction says so; "
                        + "\(left.remains.redactedBy) is named")
            }
        }
    }
}
