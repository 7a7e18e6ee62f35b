import Amendments
import Ledger
import Questions
import Terms

/// A redline on one screen: a line for each subject that changed.
enum RedlineOverview {
    static func render(_ redline: Redline, options: TextOptions) -> String {
        var page = TextPage(options)
        let changes = OverviewChanges(of: redline)
        head(redline, changes, options: options, to: &page)
        write(changes, options, to: &page)
        foot(redline, options, to: &page)
        return page.text
    }

    /// Every step between two points, oldest first.
    static func render(_ answer: Answer<StepsQuestion>, options: TextOptions) -> String {
        let (whole, steps) = (answer.content.redline, answer.content.steps)
        var page = TextPage(options)
        head(whole, OverviewChanges(of: whole), options: options, to: &page)
        if steps.isEmpty { page.paragraph("no step changes anything") }
        for step in steps {
            page.gap()
            page.paragraph(StyledText(RedlineText.title(ofStep: step), .strong))
            write(OverviewChanges(of: step), options, to: &page)
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
        _ redline: Redline, _ changes: OverviewChanges, options: TextOptions,
        to page: inout TextPage
    ) {
        let (before, after) = (redline.before, redline.after)
        let days = [before, after].map(\.vantage.on.description)
        let when = days[0] == days[1] ? "on \(days[0])" : "\(days[0]) -> \(days[1])"
        page.paragraph(
            StyledText("\(QuestionHead.title(after.title, after.agreement)): \(when)", .strong),
            hang: 2)
        // What is known stands there only where it is not everything, or not the same.
        let known = [before, after].map { copy in
            QuestionHead(copy, options: options).overviewRows
                .filter { ![.day, .lastInstrument].contains($0.topic) }
                .map { "\($0.label) \($0.text)" }.joined(separator: "; ")
        }
        if known[0] != known[1] {
            for (label, text) in zip(["from", "to"], known) where !text.isEmpty {
                page.row(StyledText(label, .faint), StyledText(text), labelWidth: 4)
            }
        } else if !known[0].isEmpty {
            page.paragraph(StyledText(known[0]), hang: 2)
        }
        if let instruments = instruments(behind: changes) {
            page.paragraph(StyledText(instruments), hang: 2)
        }
        page.gap()
    }

    /// By which instruments, the one that changed most first; nil where there are none.
    static func instruments(behind changes: OverviewChanges) -> String? {
        var counts: [(event: RecordedEvent, count: Int)] = []
        let latest = changes.sections.flatMap(\.rows).compactMap { row in
            row.causes.max { $0.position < $1.position }
        }
        for event in latest {
            let place = counts.firstIndex { $0.event.recording.key == event.recording.key }
            if let place { counts[place].count += 1 } else { counts.append((event, 1)) }
        }
        counts.sort { $0.count > $1.count }
        guard let first = counts.first else { return nil }
        let effective = InstrumentPhrase.effective(first.event.effective)
        let title = InstrumentPhrase.title(of: first.event)
        if counts.count == 1 { return "all by \(title), \(effective)" }
        let others = counts.dropFirst().prefix(2).map(\.event.recording.instrument.title)
        let more = counts.count - 1 - others.count
        return "\(first.count) by \(title), \(effective); others by "
            + others.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }

    static func write(
        _ changes: OverviewChanges, _ options: TextOptions, to page: inout TextPage
    ) {
        let rows = changes.sections.flatMap(\.rows)
        if rows.isEmpty { page.paragraph(StyledText(changes.nothing), hang: 2) }
        var alreadyShown: [Source] = []
        for section in changes.sections where !section.rows.isEmpty {
            if changes.sections.count > 1 {
                page.gap()
                page.paragraph(StyledText(section.title, .strong))
            }
            page.brief(
                section.rows.map {
                    OverviewRow(
                        label: StyledText($0.label, .strong), text: $0.words,
                        lead: StyledText($0.sign.rawValue, $0.sign.role))
                }
            ) { index, page in
                guard options.showsSources else { return }
                RedlineText.causes(
                    of: section.rows[index].causes, alreadyShown: &alreadyShown, to: &page)
            }
        }
        page.gap()
        page.paragraph(StyledText(changes.counts, .strong), hang: 2)
    }
}
