import Amendments
import Ledger
public import Questions
import Terms

/// The lives of terms as text: a bar over the years, then every run and step in words.
public enum TimelineText {
    /// - Parameters:
    ///   - copy: the conformed copy from the same vantage; it carries the question.
    public static func render(
        _ answer: Answer<TimelineQuestion>, options: TextOptions
    ) -> String {
        let (histories, copy) = (answer.content.histories, answer.content.copy)
        var page = TextPage(options)
        let head = QuestionHead(copy, options: options)
        if options.showsFields { page.head(head) } else { page.overviewHead(head) }
        let day = copy.vantage.on
        let labelWidth = label(for: histories)
        let bar = TimelineBar(histories, on: day, columns: page.width - labelWidth - 2)
        if let bar { write(bar, histories, on: day, labelWidth: labelWidth, to: &page) }
        let isBrief = !options.showsFields && histories.count > 1 && bar != nil
        if !isBrief { for history in histories { write(history, to: &page) } }
        if histories.isEmpty { page.paragraph("no term is known") }
        page.foot(hidden: QuestionHead.hidden(copy.resolved))
        if isBrief {
            page.notShown(["every value with its days: name a term"])
        }
        return page.text
    }

    private static func label(for histories: [TermHistory]) -> Int {
        min(24, histories.map { DisplayWidth.of($0.id.text) }.max() ?? 0)
    }

    private static func write(
        _ bar: TimelineBar, _ histories: [TermHistory], on day: Day, labelWidth: Int,
        to page: inout TextPage
    ) {
        let space = String(repeating: " ", count: labelWidth + 2)
        page.verbatim(StyledText(trimmed(space + bar.axis), .faint))
        for history in histories {
            let labels = StyledText(history.id.text).wrapped(width: labelWidth)
            for (index, label) in labels.enumerated() {
                guard index == labels.count - 1 else {
                    page.verbatim(label)
                    continue
                }
                let gap = String(repeating: " ", count: labelWidth + 2 - label.width)
                page.verbatim(label + StyledText(gap + trimmed(bar.line(of: history))))
            }
        }
        page.verbatim(StyledText(space + bar.marker(on: day)))
        page.paragraph(StyledText(TimelineBar.legend, .faint), hang: 2)
        page.gap()
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    private static func write(_ history: TermHistory, to page: inout TextPage) {
        page.gap()
        page.paragraph(
            StyledText(history.id.text, .strong) + StyledText("  \(history.kind.rawValue)", .faint),
            hang: 2)
        for run in history.runs {
            let status = run.value.status
            if run.days.since == nil, status == .notYet { continue }
            let reasons = run.value.reasons.map { ReasonPhrase.text(of: $0, status: status) }
            let text = ([ReasonPhrase.status(status)] + reasons).joined(separator: "; ")
            page.row(
                StyledText(DayPhrase.stretch(run.days)), StyledText(text),
                labelWidth: 32, indent: 2)
        }
        for change in history.conditional { write(change, to: &page, indent: 2) }
        for field in history.fields { write(field, to: &page) }
    }

    private static func write(_ change: ConditionalChange, to page: inout TextPage, indent: Int) {
        page.row(
            "not yet", StyledText("conditional: \(ConditionalPhrase.text(of: change))"),
            labelWidth: 34 - indent, indent: indent,
            trailing: StyledText(change.event.position.description, .faint))
    }

    private static func write(_ field: FieldHistory, to page: inout TextPage) {
        let steps = field.steps.stated()
        guard !steps.isEmpty || !field.reports.isEmpty || !field.conditional.isEmpty else {
            return
        }
        page.paragraph(StyledText(field.name.rawValue), indent: 2)
        for step in steps {
            for candidate in step.value.candidates {
                let value = candidate.value?.displayText ?? "no longer part of the term"
                let mark = InstrumentPhrase.mark(candidate.grade).map { " \($0)" } ?? ""
                let either = step.value.candidates.count > 1 ? "either " : ""
                let overtaken =
                    step.value.overtakenBy.first.map { " (overtaken by \($0.reference))" } ?? ""
                let position = candidate.event?.position.description ?? ""
                page.row(
                    StyledText(DayPhrase.stretch(step.days)),
                    StyledText(either + value + mark + overtaken), labelWidth: 30, indent: 4,
                    trailing: StyledText(position, .faint))
            }
        }
        for change in field.conditional { write(change, to: &page, indent: 4) }
        for succession in field.successions.stated() {
            let positions = succession.value.causes.map(\.position.description).joined(
                separator: " ")
            page.row(
                StyledText(DayPhrase.stretch(succession.days)),
                StyledText(succession.value.text), labelWidth: 30, indent: 4,
                trailing: StyledText(positions, .faint))
        }
        for report in field.reports {
            let state = report.withdrawal == nil ? "reported" : "reported, withdrawn since"
            page.row(
                StyledText(Self.days(of: report)),
                StyledText(
                    "\(state): \(report.value.displayText) [\(report.event.grade.rawValue)]"),
                labelWidth: 30, indent: 4,
                trailing: StyledText(report.event.position.description, .faint))
        }
    }

    /// From when a report is said to hold, and until when: it stands until the parties next set the field.
    private static func days(of report: Report) -> String {
        let begins: String =
            if case .on(let date) = report.event.effective {
                "from \(date)"
            } else {
                report.event.effective.description
            }
        return [begins, report.lasts?.description].compactMap(\.self).joined(separator: " ")
    }
}
