import Algorithms
import Amendments
import Ledger
import Questions
import Terms

/// Why a term, or a field of one, reads as it does, on one screen: what is agreed, what was before, what is reported.
enum ExplanationOverview {
    static func render(_ answer: Answer<WhyQuestion>, options: TextOptions) -> String {
        let explanation = answer.content.explanation
        let term = explanation.term
        var page = TextPage(options)
        page.overviewHead(ExplanationText.head(of: explanation, options))
        if explanation.fields.count == 1, let history = explanation.fields.first {
            write(history, on: explanation.vantage.on, to: &page)
        } else {
            page.paragraph(TermOverview.text(of: term))
            page.paragraph(StyledText(ReasonPhrase.status(of: term), .faint), hang: 2)
            for event in term.causes.prefix(3) {
                page.paragraph(
                    StyledText("by \(InstrumentPhrase.title(of: event))", .faint), indent: 2,
                    hang: 2)
            }
            page.gap()
            overview(of: explanation, to: &page)
        }
        readings(of: explanation, to: &page)
        page.gap()
        page.notShown(QuestionHead.hidden(explanation.resolved))
        return page.text
    }

    private static let labelWidth = 10

    /// One field: each thing that is said of it, what is agreed first.
    private static func write(
        _ history: FieldHistory, on day: Day, to page: inout TextPage
    ) {
        let steps = history.steps.stated()
        let now = steps.first { $0.days.contains(day) }
        page.row("agreed", agreed(history), labelWidth: labelWidth)
        for event in causes(now?.value) { evidence(event, to: &page) }
        if let field = history.field, field.isContested {
            page.row(
                "", StyledText("! \(ContestPhrase.text(of: field))", .warning),
                labelWidth: labelWidth)
        }
        for report in history.reports {
            let withdrawn = report.withdrawal == nil ? "" : ", withdrawn since"
            page.row(
                "reported",
                StyledText(
                    "\(report.value.displayText) [\(report.event.grade.rawValue)]\(withdrawn)"),
                labelWidth: labelWidth)
            evidence(report.event, to: &page)
        }
        for change in history.conditional {
            page.row(
                "depends on", StyledText(ConditionalPhrase.text(of: change)),
                labelWidth: labelWidth)
            evidence(change.event, to: &page)
        }
        for step in steps.filter({ $0.days.since.map { $0 > day } ?? false }) {
            line("later", step, to: &page)
        }
        let before = steps.filter { $0.days.through.map { $0 < day } ?? false }
        for step in before.suffix(stepsShown).reversed() { line("before", step, to: &page) }
        if before.count > stepsShown {
            page.row(
                "earlier",
                StyledText(
                    QuestionHead.count(before.count - stepsShown, "further value")
                        + " (--full)", .faint),
                labelWidth: labelWidth)
        }
    }

    /// How many of the values before are shown.
    private static let stepsShown = 2

    private static func agreed(_ history: FieldHistory) -> StyledText {
        guard let field = history.field else { return "not part of the term on this day" }
        if field.isIndeterminate {
            let values = field.candidates.map { $0.value?.displayText ?? "no such field" }
            return StyledText("indeterminate", .warning)
                + StyledText(": one of \(values.joined(separator: "; "))")
        }
        guard let agreed = field.agreed else { return "not stated" }
        let mark = InstrumentPhrase.mark(field.grade).map { " \($0)" } ?? ""
        return StyledText(field.places.text(of: agreed), .strong) + StyledText(mark)
    }

    private static func line(
        _ label: StyledText, _ step: Timeline<FieldHistory.Step>.Piece,
        to page: inout TextPage
    ) {
        let values = step.value.candidates.map {
            $0.value?.displayText ?? "no longer part of the term"
        }
        page.row(
            label,
            StyledText(
                "\(values.joined(separator: " or ")), \(DayPhrase.stretch(step.days))"),
            labelWidth: labelWidth)
        for event in causes(step.value) { evidence(event, to: &page) }
    }

    private static func causes(_ step: FieldHistory.Step?) -> [RecordedEvent] {
        guard let step else { return [] }
        return Array((step.candidates.compactMap(\.event) + step.conditions).uniqued())
    }

    private static func evidence(_ event: RecordedEvent, to page: inout TextPage) {
        page.row(
            "",
            StyledText(
                "\(InstrumentPhrase.title(of: event)), \(InstrumentPhrase.effective(event.effective)): "
                    + InstrumentPhrase.bestSource(of: event.sources), .faint),
            labelWidth: labelWidth)
    }

    /// Every field with its value and the instrument that governs it.
    private static func overview(
        of explanation: Explanation, to page: inout TextPage
    ) {
        page.brief(
            explanation.fields.compactMap { history in
                history.field.map { field in
                    OverviewRow(
                        label: StyledText(history.name.rawValue),
                        text: StyledText((field.isReported ? "reported: " : "") + field.displayText)
                            + StyledText(
                                "  by \(InstrumentPhrase.title(of: field.governing))", .faint))
                }
            })
    }

    /// What was said of what is asked for, in words, by instruments and parties.
    private static func readings(of explanation: Explanation, to page: inout TextPage) {
        let names = Set(explanation.fields.map(\.name))
        for remark in explanation.term.remarks {
            if case .interpreted(let field, _, _, _) = remark.content, !names.contains(field) {
                continue
            }
            guard explanation.fields.count != 1 || remark.isInterpretation,
                let parts = RemarkPhrase.parts(of: remark)
            else { continue }
            page.row(StyledText(parts.label), StyledText(parts.text), labelWidth: labelWidth)
        }
    }
}

extension Remark {
    fileprivate var isInterpretation: Bool {
        if case .interpreted = content { true } else { false }
    }
}
