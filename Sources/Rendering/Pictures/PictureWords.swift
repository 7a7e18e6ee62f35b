package import Amendments
package import Ledger
package import Terms

/// The phrases of texts that pictures use too, so that both say a thing in the same words.
package enum PictureWords {
    /// The head of an answer: its title, and the question it repeats, a line each.
    package static func head(
        of copy: ConformedCopy, _ options: TextOptions
    ) -> (title: String, rows: [(label: String, text: String)]) {
        let head = QuestionHead(copy, options: options)
        return (SafeText.oneLine(head.title), head.rows)
    }

    /// What the vantage hides.
    package static func hidden(_ copy: ConformedCopy) -> [String] {
        QuestionHead.hidden(copy.resolved)
    }

    /// A half-open stretch of days as people say it.
    package static func stretch(_ days: DayRange) -> String {
        DayPhrase.stretch(days)
    }

    package static func status(_ status: TermStatus) -> String { ReasonPhrase.status(status) }

    package static func reason(_ reason: Reason, _ status: TermStatus) -> String {
        ReasonPhrase.text(of: reason, status: status)
    }

    /// The instrument's title and its recording.
    package static func instrument(_ recording: RecordingHeader) -> String {
        SafeText.oneLine(InstrumentPhrase.title(of: recording))
    }

    /// The text in one line, without controls and direction marks.
    package static func oneLine(_ text: String) -> String { SafeText.oneLine(text) }
}
