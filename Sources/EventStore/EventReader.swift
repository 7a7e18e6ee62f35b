package import Amendments
import Notation
import Terms
import Transparency

/// Reads events from what a store has of each, and believes nothing that does not go together: the payload with its
/// digest, the entry with its leaf, and every column, and the row of the recording, with the entry.
///
/// Who alters one of them is found at the next read. Who alters all of them and the leaf too is found by who
/// kept a checkpoint.
package struct EventReader {
    private let origin: String
    private let entry: (Position) throws -> [UInt8]?
    /// Whether someone else goes over the rows: then they are read as they are.
    private let isAudited: Bool
    /// Events come in order of position, so those of one recording come together.
    private var known: Known?

    private struct Known {
        let row: StoredRow.RecordingRow
        let header: RecordingHeader
        let template: EntryTemplate?
    }

    /// - Parameters:
    ///   - origin: the book's own name.
    ///   - isAudited: whether someone else goes over the rows, and reports what is wrong with each.
    ///   - entry: the entry at a position; nil where there is none.
    package init(
        of origin: String, isAudited: Bool = false,
        entry: @escaping (Position) throws -> [UInt8]?
    ) {
        self.origin = origin
        self.isAudited = isAudited
        self.entry = entry
    }

    /// Reads one.
    ///
    /// - Throws: `corrupted`, and says what does not go together; `unknownKind`.
    package mutating func event(of row: StoredRow) throws -> RecordedEvent {
        let position = Position(row.position)
        guard isAudited || TreeHash.leaf(row.entry).bytes == row.leaf else {
            throw Self.altered(position, "event.leaf", "is not the hash of its entry")
        }
        let known = try recording(of: row)
        let event = try event(of: row, in: known)
        guard let agreement = AgreementID(row.columns.agreement) else {
            throw Self.altered(
                position, "event.agreement", "is '\(row.columns.agreement)', which is no id")
        }
        return RecordedEvent(
            position: position, agreement: agreement, ordinal: row.columns.ordinal,
            recording: known.header, event: event)
    }

    private mutating func recording(of row: StoredRow) throws(DeedbookError) -> Known {
        let position = Position(row.position)
        guard let recording = row.recording else {
            throw Self.altered(position, "recording", "has no row for it")
        }
        let (before, isOver) = row.position.subtractingReportingOverflow(recording.first)
        guard !isOver, before >= 0, before < .max, before + 1 == row.columns.ordinal,
            row.position <= recording.last
        else {
            throw Self.altered(position, "recording", "has no row that covers it")
        }
        let next: Known
        if let known, known.row == recording {
            next = known
        } else {
            next = Known(
                row: recording,
                header: try HeaderFormat.header(from: recording.header, at: position),
                // Compared with nothing where someone else goes over the rows.
                template: isAudited ? nil : EntryTemplate(recording.header, in: origin))
        }
        known = next
        if isAudited { return next }
        let header = next.header
        guard recording.key == header.key.text, row.columns.recording == recording.key,
            recording.recordedAt == header.recordedAt.microseconds
        else { throw Self.altered(position, "recording", "is not as its header says") }
        guard row.columns.disclosedLatest == header.disclosed.latest.number else {
            throw Self.altered(position, "event.disclosed_latest", "is not as its entry says")
        }
        return next
    }

    private func event(of row: StoredRow, in known: Known) throws -> Event {
        let position = Position(row.position)
        switch (row.payload, row.salt, row.remains) {
        case (let payload?, let salt?, nil):
            let event = try Entry.event(
                kind: row.columns.kind, schema: row.columns.schema, payload: payload, at: position)
            try check(row, event, Entry.digest(of: payload, salt: salt), in: known)
            return event
        case (nil, nil, let remains?):
            let event = try Entry.event(
                kind: row.columns.kind, schema: remains.schema, payload: remains.bytes,
                at: position)
            try check(row, event, nil, in: known)
            try check(remains, of: position)
            return event
        case (_, _, .some):
            throw Self.altered(
                position, "remains", "says that it is redacted; its payload is there")
        case (_, _, nil):
            throw Self.altered(position, "payload", "has nothing of it")
        }
    }

    /// Compares the entry with what the other columns, the recording and the payload make of it.
    ///
    /// - Parameter payload: the digest; nil where the payload was taken out.
    private func check(
        _ row: StoredRow, _ event: Event, _ payload: TreeHash?, in known: Known
    ) throws(DeedbookError) {
        if isAudited { return }
        let position = Position(row.position)
        let effective = known.header.effective(of: event)
        if let payload, let template = known.template {
            let canonical = CanonicalJSON.bytes(of: DateBound.codec.encode(effective))
            if template.entry(of: row, effective: canonical, payload: payload) == row.entry {
                return
            }
        }
        let contents: EntryContents
        do throws(Problem) { contents = try EntryContents(parsing: row.entry) } catch {
            throw Self.altered(position, "event.entry", "cannot be read: \(error.message)")
        }
        if let column = difference(row, contents) {
            throw Self.altered(position, column, "is not as its entry says")
        }
        if let payload, payload != contents.payload || effective != contents.effective {
            throw Self.altered(position, "payload", "is not what its entry commits to")
        }
    }

    /// The first column that is not as the entry says.
    private func difference(_ row: StoredRow, _ contents: EntryContents) -> String? {
        guard contents.place.origin.utf8.elementsEqual(origin.utf8) else { return "book.origin" }
        guard contents.place.position.number == row.position else { return "event.position" }
        let columns = row.columns.differences(from: StoredRow.Columns(of: contents))
        if let column = columns.first { return "event.\(column)" }
        // Byte by byte: texts that are canonically equal are two texts.
        let header = HeaderFormat.bytes(of: contents.header)
        return row.recording?.header == header ? nil : "recording.header"
    }

    /// What is left of an event is what the entry of its redaction says.
    private func check(_ remains: Remains, of position: Position) throws {
        if isAudited { return }
        guard let bytes = try entry(remains.redactedBy),
            let redaction = try? EntryContents(parsing: bytes),
            redaction.kind == EventKind.payloadRedacted.rawValue,
            let reference = redaction.remains, reference.position == position,
            reference.covers(remains)
        else {
            throw Self.altered(
                position, "remains", "is not what the redaction \(remains.redactedBy) left")
        }
    }

    private static func altered(
        _ position: Position, _ column: String, _ words: String
    ) -> DeedbookError {
        .corrupted(position, detail: "\(column) \(words)")
    }
}
