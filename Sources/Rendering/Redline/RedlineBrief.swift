import Amendments
import Ledger
import Questions
import Terms

/// A redline on one screen: a line for each subject that changed.
enum RedlineBrief {
    static func render(_ redline: Redline, options: TextOptions) -> String {
        var page = TextPage(options)
        head(redline, options: options, to: &page)
        write(BriefChanges(of: redline), options, to: &page)
        foot(redline, options, to: &page)
        return page.text
    }

    /// Every step between two points, oldest first.
    static func render(_ answer: Answer<StepsQuestion>, options: TextOptions) -> String {
        let (whole, steps) = (answer.content.redline, answer.content.steps)
        var page = TextPage(options)
        head(whole, options: options, to: &page)
        if steps.isEmpty { page.paragraph("no step changes anything") }
        for step in steps {
            page.gap()
            page.paragraph(StyledText(RedlineText.title(ofStep: step), .strong))
            write(BriefChanges(of: step), options, to: &page)
        }
        foot(whole, options, to: &page)
        return page.text
    }

    private static func foot(
        _ redline: Redline, _ options: TextOptions, to page: inout TextPage
    ) {
        page.gap()
        page.notShown(RedlineText.hidden(redline), options: options)
    }

    private static func head(
        _ redline: Redline, options: TextOptions, to page: inout TextPage
    ) {
        let (before, after) = (redline.before, redline.after)
        let days = [before, after].map { DayPhrase.withWeekday($0.vantage.on) }
        let when = days[0] == days[1] ? "on \(days[0])" : "\(days[0]) -> \(days[1])"
        page.paragraph(
            StyledText("\(QuestionHead.title(after.title, after.agreement)): \(when)", .strong),
            hang: 2)
        // What is known stands there only where it is not everything, or not the same.
        let known = [before, after].map { copy in
            QuestionHead(copy, options: options).briefRows
                .filter { !["in force on", "last instrument"].contains($0.label) }
                .map { "\($0.label) \($0.text)" }.joined(separator: "; ")
        }
        if known[0] != known[1] {
            for (label, text) in zip(["from", "to"], known) where !text.isEmpty {
                page.row(StyledText(label, .faint), StyledText(text), labelWidth: 4)
            }
        } else if !known[0].isEmpty {
            page.paragraph(StyledText(known[0]), hang: 2)
        }
        if let instruments = instruments(behind: redline) {
            page.paragraph(StyledText(instruments), hang: 2)
        }
        page.gap()
    }

    /// By which instruments; nil where there are none.
    private static func instruments(behind redline: Redline) -> String? {
        var known: [RecordedEvent] = []
        for event in redline.lines.flatMap(\.causes)
        where !known.contains(where: { $0.recording.key == event.recording.key }) {
            known.append(event)
        }
        guard let first = known.first else { return nil }
        if known.count == 1 {
            let effective = InstrumentPhrase.effective(first.effective)
            return "all by \(first.recording.instrument.title), \(effective)"
        }
        let titles = known.prefix(3).map(\.recording.instrument.title)
        let more = known.count - titles.count
        return "by " + titles.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }

    static func write(
        _ changes: BriefChanges, _ options: TextOptions, to page: inout TextPage
    ) {
        let rows = changes.sections.flatMap(\.rows)
        if rows.isEmpty { page.paragraph("no difference in what is agreed") }
        let width = BriefLabels.width(of: rows.map(\.label))
        let limit = max(1, min(3, 18 / max(1, rows.count)))
        var told: [Source] = []
        for section in changes.sections where !section.rows.isEmpty {
            if changes.sections.count > 1 {
                page.gap()
                page.paragraph(StyledText(section.title, .strong))
            }
            for row in section.rows {
                page.briefRow(
                    StyledText(row.label, .strong), row.words, labelWidth: width,
                    lead: StyledText(row.sign.rawValue, row.sign.role), limit: limit)
                if options.showsSources {
                    RedlineText.causes(of: row.causes, told: &told, to: &page)
                }
            }
        }
        page.gap()
        page.paragraph(StyledText(changes.counts, .strong), hang: 2)
    }
}
