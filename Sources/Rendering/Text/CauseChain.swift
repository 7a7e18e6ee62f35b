import Amendments
import Terms

/// The events behind an answer, each told in full the first time it comes up.
struct CauseChain {
    private var told: Set<EventReference> = []

    mutating func write(_ event: RecordedEvent, to page: inout TextPage, indent: Int) {
        guard told.insert(event.reference).inserted else {
            page.paragraph(
                "\(event.position) by \(InstrumentPhrase.title(of: event)), as told above",
                indent: indent, hang: 2)
            return
        }
        page.paragraph(
            "\(event.position) by \(InstrumentPhrase.cause(event)) at \(event.recording.recordedAt)",
            indent: indent, hang: 2)
        if let clause = event.event.clause {
            page.paragraph(StyledText("clause \(clause)"), indent: indent + 2)
        }
        if let note = event.event.note {
            page.paragraph(StyledText("note: \(note)"), indent: indent + 2, hang: 2)
        }
        SourceLines.write(event.sources, to: &page, indent: indent + 2)
    }
}
