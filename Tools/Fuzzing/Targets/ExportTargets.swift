import Amendments
import Audit
import EventStore
import Journal
import Ledger
import Notation
import Terms
import Transparency

extension FuzzTarget {
    /// Exported books, line by line, and the audit that comes before an import.
    ///
    /// What stands in a book that a saved checkpoint covers cannot be changed without a fault.
    static let exports = FuzzTarget(
        "exports", seeds: [SampleBook.text],
        words: [
            "\"entry\":", "\"payload\":", "\"salt\":", "\"remains\":", "\"redactedBy\":",
            "\"proof\":",
            "\"size\":", "\"checkpoint\":", "\\\"position\\\":", "\\\"ordinal\\\":", "sha256:",
            "9007199254740991",
        ],
        lengthLimit: 16_384
    ) { bytes throws(Broken) in
        var items: [BookExport.Item] = []
        for line in bytes.split(separator: 0x0A) {
            guard let item = try? BookExport.item(parsing: Array(line)) else { return .refused }
            try checkWritten(item)
            items.append(item)
        }
        guard case .head(let head) = items.first else { return .refused }
        var audit = ExportAudit(of: head, grounds: AuditGrounds(saved: SampleBook.checkpoint))
        var lines: [BookExport.Line] = []
        for item in items.dropFirst() {
            switch item {
            case .head: return .refused
            case .checkpoint(let checkpoint): audit.add(checkpoint)
            case .event(let line):
                audit.add(line)
                lines.append(line)
            }
        }
        let faults = audit.finish().faults
        guard faults.isEmpty else {
            let isSound = bytes.elementsEqual(SampleBook.text.utf8)
            try hold(!isSound, "a sound book has faults: \(faults)")
            return .accepted
        }
        let known = SampleBook.lines
        let holds = lines.count >= known.count && zip(lines, known).allSatisfy(isSame)
        try hold(holds, "a book that was changed has no fault")
        return .accepted
    }

    /// A proof is not part of a book, and not looked at when one is imported.
    private static func isSame(_ line: BookExport.Line, _ known: BookExport.Line) -> Bool {
        line.entry == known.entry && line.payload == known.payload
    }

    private static func checkWritten(_ item: BookExport.Item) throws(Broken) {
        let text =
            switch item {
            case .head(let head): BookExport.text(of: head)
            case .event(let line): BookExport.text(of: line)
            case .checkpoint(let checkpoint): BookExport.text(of: checkpoint)
            }
        guard let again = try? BookExport.item(parsing: Array(text.utf8)) else {
            throw Broken("a line is refused as it is written: \(text)")
        }
        try hold(again == item, "a line is read back as another: \(text)")
    }
}

/// A small book, as an export has it.
enum SampleBook {
    private static let origin = "example.com/log"

    static let lines: [BookExport.Line] = {
        guard let recording = Journal.recording(yaml: FuzzTarget.recordingText).0,
            let draft = try? RecordingDraft(
                recording, by: "clerk", expecting: [:], sealed: nil,
                salt: { [UInt8](repeating: 5, count: 16) }),
            let events = try? draft.events(
                in: RecordingDraft.Slot(
                    origin: origin, first: Position(1),
                    recordedAt: Instant(microseconds: 1_777_000_000_000_000), versions: [:]),
                target: { _ in nil })
        else { return [] }
        return events.map {
            BookExport.Line(entry: $0.entry, payload: .present(bytes: $0.payload, salt: $0.salt))
        }
    }()

    /// Of all events, signed.
    static let checkpoint: SignedCheckpoint? = {
        var tree = CompactTree()
        for line in lines { tree.append(.leaf(line.entry)) }
        let head = Checkpoint(origin: origin, size: tree.size, root: tree.root)
        return TrustSamples.log.flatMap { try? SignedCheckpoint(head, signedBy: [$0]) }
    }()

    static let text: String = {
        let head = BookExport.Head(origin: origin, size: lines.count)
        return BookExport.text(of: head) + (checkpoint.map { BookExport.text(of: $0) } ?? "")
            + lines.map { BookExport.text(of: $0) }.joined()
    }()
}
