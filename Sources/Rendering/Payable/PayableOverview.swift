import Algorithms
import Ledger
import Payments
import Questions
import Terms

/// What is payable under a term on one screen: the sums first, then the periods, then what they depend on.
enum PayableOverview {
    static func render(_ answer: Answer<PayableQuestion>, options: TextOptions) -> String {
        let (copy, payable) = (answer.content.copy, answer.content.payable)
        var page = TextPage(options)
        var head = QuestionHead(copy, options: options)
        // Each day counts under its own terms, whatever governs last.
        head.rows.removeAll { $0.topic == .lastInstrument }
        page.overviewHead(head)
        page.paragraph(
            StyledText("\(payable.term): \(PayablePhrase.currency(payable))"), hang: 2)
        if let parties = PayableParties.text(of: payable, in: copy) {
            page.paragraph(StyledText(parties), hang: 2)
        }
        page.gap()
        sums(of: answer, to: &page)
        periods(of: payable, to: &page)
        reasons(of: payable, to: &page)
        if options.showsSources {
            page.gap()
            PayableText.uses(of: payable, to: &page)
        }
        page.gap()
        page.notShown(QuestionHead.hidden(copy.resolved), options: options)
        return page.text
    }

    /// The total of each way to count it, and what the change is worth.
    private static func sums(of answer: Answer<PayableQuestion>, to page: inout TextPage) {
        let payable = answer.content.payable
        page.verbatim(PayableText.row("TOTAL", "", "AT LEAST", "AT MOST", .faint))
        sums(of: payable, "", to: &page)
        guard let before = PayablePhrase.compared(answer) else { return }
        sums(of: before.payable, ", \(before.label)", to: &page)
        for (label, now, then) in PayableText.changes(payable, before.payable) {
            PayableText.change("change, \(label)", now, then, payable, to: &page)
        }
    }

    private static func sums(
        of payable: Payable, _ whose: String, to page: inout TextPage
    ) {
        for (label, sum) in [("as agreed", payable.agreed), ("if reports hold", payable.reported)] {
            guard let sum else { continue }
            let near = sum.isApproximate ? " (approximate)" : ""
            page.verbatim(
                PayableText.row(
                    label + whose + near, "", PayableText.amount(sum.total.low, payable),
                    PayableText.most(sum.total, payable), .strong))
        }
    }

    /// Up to how many periods are shown.
    private static let periodsShown = 6

    private static func periods(of payable: Payable, to page: inout TextPage) {
        let lines = payable.agreed.lines
        guard lines.count > 1 else { return }
        page.gap()
        page.verbatim(PayableText.header(of: payable.agreed, "PERIOD, AS AGREED"))
        for line in lines.prefix(periodsShown) {
            page.verbatim(PayableText.row(of: line, payable))
        }
        if lines.count > periodsShown {
            let more = QuestionHead.count(lines.count - periodsShown, "further period")
            page.paragraph(StyledText("\(more) (-v)", .faint))
        }
    }

    /// Up to how many reasons are shown, how many notes, and in how many lines.
    private static let reasonsShown = (reasons: 5, notes: 2, lines: 9)

    /// Why an amount is no single one, and what is counted of what had accrued; each once.
    private static func reasons(of payable: Payable, to page: inout TextPage) {
        let sums = [payable.agreed, payable.reported].compactMap(\.self)
        let reasons = Array(sums.flatMap(PayableText.reasons).uniqued())
        let notes = PayablePhrase.notes(on: payable)
        let rows =
            reasons.prefix(reasonsShown.reasons).enumerated().map { index, reason in
                OverviewRow(
                    label: StyledText(index == 0 ? "depends on" : "", .faint),
                    text: StyledText(short(reason, of: payable.term)))
            }
            + notes.prefix(reasonsShown.notes).enumerated().map { index, note in
                OverviewRow(
                    label: StyledText(index == 0 ? "counted" : "", .faint), text: StyledText(note))
            }
        guard !rows.isEmpty else { return }
        page.gap()
        page.brief(rows, within: reasonsShown.lines)
        let left = reasons.count + notes.count - rows.count
        if left > 0 {
            let more = QuestionHead.count(left, "further reason")
            page.paragraph(StyledText("\(more) (-v)", .faint))
        }
    }

    /// A reason without the id of the term that the whole answer is about.
    private static func short(_ reason: String, of term: TermID) -> String {
        if reason.hasPrefix("\(term)/") { return String(reason.dropFirst(term.text.count + 1)) }
        guard reason.hasPrefix("\(term) ") else { return reason }
        return "the term" + reason.dropFirst(term.text.count)
    }
}
