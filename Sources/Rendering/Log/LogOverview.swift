import Amendments
import Ledger
import Questions
import Terms

/// The recordings of a book, a line each.
enum LogOverview {
    static func render(
        _ answer: Answer<LogQuestion>, order: LogText.Order, options: TextOptions
    ) -> String {
        var page = TextPage(options)
        let log = answer.content.log
        page.paragraph(StyledText(LogText.title(of: answer, order), .strong), hang: 2)
        page.gap()
        let recordings =
            order == .newestFirst ? Array(log.recordings.reversed()) : log.recordings
        let ends = recordings.map { $0.last.description }
        let widest = ends.map(\.count).max() ?? 0
        page.brief(
            zip(recordings, ends).map { recording, end in
                let place = String(repeating: " ", count: widest - end.count) + end
                return OverviewRow(
                    label: StyledText(recording.header.key.text, .strong),
                    text: words(of: recording), lead: StyledText(place, .faint))
            }
        ) { index, page in
            guard options.showsSources else { return }
            page.paragraph(
                StyledText(InstrumentPhrase.sources(recordings[index].header.sources), .faint),
                indent: widest + 1, hang: 2)
        }
        page.gap()
        if log.leavesOutEarlier {
            page.paragraph(StyledText("not shown: earlier recordings (--last)", .faint), hang: 2)
        }
        page.paragraph(
            StyledText("show KEY: what one says; --sources the evidence, --full everything", .faint)
        )
        return page.text
    }

    /// What it is, and how much of it there is.
    private static func words(of recording: LoggedRecording) -> StyledText {
        let instrument = recording.header.instrument
        let number = instrument.number.map { " no. \($0)" } ?? ""
        let events = QuestionHead.count(recording.events.count, "event")
        return StyledText("\(instrument.kind.rawValue)\(number), \(events): \(instrument.title)")
    }
}
