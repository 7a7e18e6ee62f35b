import Amendments
import Ledger
public import Questions
import Terms

/// The recordings of a book as text.
public enum LogText {
    /// Which recording stands first.
    public enum Order: Hashable, Sendable {
        /// The one that was recorded last; of an agreement, that of the latest instrument.
        case newestFirst
        case oldestFirst
    }

    public static func render(
        _ answer: Answer<LogQuestion>, order: Order, options: TextOptions
    ) -> String {
        if !options.showsFields {
            return LogOverview.render(answer, order: order, options: options)
        }
        var page = TextPage(options)
        let log = answer.content.log
        page.paragraph(StyledText(title(of: answer, order), .strong), hang: 2)
        let recordings = order == .newestFirst ? log.recordings.reversed() : log.recordings
        for recording in recordings {
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

    static func title(of answer: Answer<LogQuestion>, _ order: Order) -> String {
        let log = answer.content.log
        let whose = answer.question.agreement.map { "of \($0)" } ?? "of the whole book"
        let count = QuestionHead.count(log.recordings.count, "recording")
        let which = log.leavesOutEarlier ? "the latest \(count)" : count
        let end = order == .newestFirst ? "newest first" : "oldest first"
        let by =
            answer.question.agreement == nil ? end : "in the order of the instruments, \(end)"
        return "Log \(whose): \(which)\(filter(answer.question.filter)), \(by)"
    }

    /// ` disclosed since 2026-04-01 in which 'cap' occurs`; nothing where every recording is shown.
    private static func filter(_ filter: LogFilter) -> String {
        let since = filter.since.map { " disclosed since \($0)" } ?? ""
        let text = filter.text.map { " in which '\($0)' occurs" } ?? ""
        return since + text
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
