import Amendments
import Ledger
public import Questions
import Terms

/// Why a term reads as it does, as text: every step with the instrument and the evidence behind it.
public enum ExplanationText {
    public static func render(_ answer: Answer<WhyQuestion>, options: TextOptions) -> String {
        if !options.showsFields { return ExplanationOverview.render(answer, options: options) }
        let explanation = answer.content.explanation
        var page = TextPage(options)
        let term = explanation.term
        page.head(head(of: explanation, options))
        page.paragraph(
            StyledText(term.id.text, .strong) + StyledText("  \(term.kind.rawValue)", .faint),
            hang: 2)
        page.paragraph(StyledText(term.sentence), indent: 2, hang: 2)
        page.paragraph(StyledText(ReasonPhrase.status(of: term)), indent: 2, hang: 2)
        var chain = CauseChain(signers: answer.content.signers)
        if explanation.fields.count != 1 { status(of: term, &chain, to: &page) }
        for field in explanation.fields { write(field, of: term, &chain, to: &page) }
        remarks(of: explanation, &chain, to: &page)
        page.foot(hidden: QuestionHead.hidden(explanation.resolved))
        return page.text
    }

    /// What is asked, and what it rests on.
    static func head(of explanation: Explanation, _ options: TextOptions) -> QuestionHead {
        var head = QuestionHead(
            title: "Why \(subject(of: explanation)), "
                + QuestionHead.title(explanation.title, explanation.agreement),
            vantage: explanation.vantage, resolved: explanation.resolved, options: options)
        head.add(notReadAmong: [explanation.term])
        return head
    }

    static func subject(of explanation: Explanation) -> String {
        let term = explanation.term.id.text
        guard explanation.fields.count == 1 else { return term }
        return "\(term).\(explanation.fields[0].name)"
    }

    private static func status(
        of term: ConformedTerm, _ chain: inout CauseChain, to page: inout TextPage
    ) {
        page.gap()
        page.paragraph(StyledText("status: \(ReasonPhrase.status(term.status))", .strong))
        for event in term.causes { chain.write(event, to: &page, indent: 2) }
        for change in term.conditional where change.effect.field == nil {
            write(change, &chain, to: &page)
        }
    }

    private static func write(
        _ change: ConditionalChange, _ chain: inout CauseChain, to page: inout TextPage
    ) {
        page.paragraph(
            StyledText("conditional: \(ConditionalPhrase.text(of: change))"), indent: 2, hang: 2)
        chain.write(change.event, to: &page, indent: 4)
    }

    private static func write(
        _ history: FieldHistory, of term: ConformedTerm, _ chain: inout CauseChain,
        to page: inout TextPage
    ) {
        page.gap()
        page.paragraph(StyledText(history.name.rawValue, .strong) + answer(history), hang: 2)
        if let field = history.field {
            for reason in field.reasons {
                page.paragraph(
                    StyledText(ReasonPhrase.text(of: reason, status: term.status)), indent: 2)
            }
            if field.isContested {
                page.paragraph(
                    StyledText("! \(ContestPhrase.text(of: field))", .warning), indent: 2, hang: 2)
            }
        }
        let steps = history.steps.stated()
        if steps.count > 1 { page.paragraph("newest first:", indent: 2) }
        for step in steps.reversed() {
            for candidate in step.value.candidates {
                page.row(
                    StyledText(DayPhrase.stretch(step.days)),
                    value(of: candidate, among: step.value.candidates), labelWidth: 32, indent: 2)
                if let event = candidate.event { chain.write(event, to: &page, indent: 4) }
            }
            for event in step.value.conditions { chain.write(event, to: &page, indent: 4) }
            if let event = step.value.overtakenBy.first {
                page.paragraph(
                    "overtaken by \(InstrumentPhrase.cause(event)): it never takes effect",
                    indent: 4, hang: 2)
            }
        }
        for change in history.conditional { write(change, &chain, to: &page) }
        for succession in history.successions.stated() {
            page.row(
                StyledText(DayPhrase.stretch(succession.days)),
                StyledText(succession.value.text), labelWidth: 32, indent: 2)
            for event in succession.value.causes { chain.write(event, to: &page, indent: 4) }
        }
        for report in history.reports { write(report, &chain, to: &page) }
        guard let field = history.field else { return }
        let alreadyShown = history.successions.stated().flatMap(\.value.causes)
        for event in field.furtherCauses where !alreadyShown.contains(event) {
            chain.write(event, to: &page, indent: 4)
        }
        for event in field.silentSince {
            page.paragraph(
                "not addressed since \(InstrumentPhrase.cause(event)); the previous value still applies",
                indent: 2, hang: 2)
        }
        for event in field.reaffirmedBy {
            page.paragraph("= restated by \(InstrumentPhrase.cause(event))", indent: 2, hang: 2)
        }
    }

    private static func answer(_ history: FieldHistory) -> StyledText {
        guard let field = history.field else { return ": not part of the term on this day" }
        if field.isIndeterminate { return ": " + StyledText("indeterminate", .warning) }
        var text = ": " + (field.isReported ? "reported, not agreed: " : "") + field.displayText
        if let mark = InstrumentPhrase.mark(field.grade) { text += " \(mark)" }
        return StyledText(text)
    }

    private static func value(
        of candidate: ConformedField.Candidate, among all: [ConformedField.Candidate]
    ) -> StyledText {
        let text = candidate.value?.displayText ?? "no longer part of the term"
        let mark = InstrumentPhrase.mark(candidate.grade).map { " \($0)" } ?? ""
        return StyledText((all.count > 1 ? "either " : "") + text + mark)
    }

    private static func write(
        _ report: Report, _ chain: inout CauseChain, to page: inout TextPage
    ) {
        let grade = report.event.grade.rawValue
        var text = "reported \(report.value.displayText) [\(grade)]"
        if let lasts = report.lasts { text += ", \(lasts)" }
        if report.withdrawal != nil { text += ", withdrawn since" }
        page.paragraph(StyledText(text), indent: 2, hang: 2)
        chain.write(report.event, to: &page, indent: 4)
        if let withdrawal = report.withdrawal {
            page.paragraph("withdrawn by \(InstrumentPhrase.cause(withdrawal))", indent: 4, hang: 2)
            if let payload = withdrawal.event.payload as? ReportWithdrawn {
                page.paragraph(StyledText("reason: \(payload.reason)"), indent: 6, hang: 2)
            }
        }
    }

    private static func remarks(
        of explanation: Explanation, _ chain: inout CauseChain, to page: inout TextPage
    ) {
        let names = Set(explanation.fields.map(\.name))
        let isWhole = explanation.fields.count != 1
        for remark in explanation.term.remarks {
            if case .interpreted(let field, _, _, _) = remark.content {
                guard names.contains(field) else { continue }
            } else if !isWhole {
                continue
            }
            guard let parts = RemarkPhrase.parts(of: remark) else { continue }
            page.gap()
            page.paragraph(
                StyledText(
                    "\(parts.label): \(parts.text)"
                        + DoubtPhrase.text(explanation.term.openDays[remark.event.reference])),
                hang: 2)
            chain.write(remark.event, to: &page, indent: 2)
        }
    }
}
