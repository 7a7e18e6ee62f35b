import Amendments
import Ledger
public import Questions
import Terms

/// The recordings of a book as text.
public enum LogText {
    public static func render(_ answer: Answer<LogQuestion>, options: TextOptions) -> String {
        var page = TextPage(options)
        let log = answer.content.log
        let whose = answer.question.agreement.map { "of \($0)" } ?? "of the whole book"
        let count = QuestionHead.count(log.recordings.count, "recording")
        let which = log.leavesOutEarlier ? "the latest \(count)" : count
        let order =
            answer.question.agreement == nil ? "oldest first" : "in the order of the instruments"
        page.paragraph(StyledText("Log \(whose): \(which), \(order)", .strong))
        for recording in log.recordings {
            page.gap()
            RecordingText.head(recording, answer.content.signers[recording.header.key], to: &page)
            page.row(
                "events", StyledText(kinds(of: recording)), labelWidth: RecordingText.labelWidth,
                indent: 2)
            page.row(
                "sources", StyledText(InstrumentPhrase.sources(recording.header.sources)),
                labelWidth: RecordingText.labelWidth, indent: 2)
        }
        if log.leavesOutEarlier { page.foot(hidden: ["earlier recordings (--last)"]) }
        return page.text
    }

    private static func kinds(of recording: LoggedRecording) -> String {
        var order: [EventKind] = []
        for event in recording.events where !order.contains(event.event.kind) {
            order.append(event.event.kind)
        }
        return order.map { kind in
            let count = recording.events.count { $0.event.kind == kind }
            return count > 1 ? "\(count) \(kind.rawValue)" : kind.rawValue
        }.joined(separator: ", ")
    }
}
