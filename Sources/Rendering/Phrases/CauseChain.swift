import Amendments
import EventStore
import Ledger
import Terms

/// The events behind an answer, each stated in full the first time it comes up.
struct CauseChain {
    private let signers: RecordingSigners
    private var alreadyShown: Set<EventReference> = []

    init(signers: RecordingSigners) { self.signers = signers }

    mutating func write(_ event: RecordedEvent, to page: inout TextPage, indent: Int) {
        guard alreadyShown.insert(event.reference).inserted else {
            page.paragraph(
                "\(event.position) by \(InstrumentPhrase.title(of: event)), as stated above",
                indent: indent, hang: 2)
            return
        }
        let signer = signers[event.recording.key].map { ", \(SignerPhrase.text(of: $0))" } ?? ""
        page.paragraph(
            StyledText(
                "\(event.position) by \(InstrumentPhrase.cause(event)) at "
                    + "\(event.recording.recordedAt.toTheSecond)\(signer)"),
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
