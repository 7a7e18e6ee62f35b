import Algorithms
import Amendments
import Ledger
import Payments
public import Questions
import Terms

/// The amounts of a term, as tables of aligned amounts with the reasons and the terms used below.
public enum PayableText {
    public static func render(_ answer: Answer<PayableQuestion>, options: TextOptions) -> String {
        if !options.showsFields { return PayableOverview.render(answer, options: options) }
        let (copy, payable) = (answer.content.copy, answer.content.payable)
        var page = TextPage(options)
        page.head(QuestionHead(copy, options: options))
        page.paragraph(
            StyledText(
                "\(payable.term): \(PayablePhrase.currency(payable)), by actual days, rounded once a "
                    + "period, half to even"))
        if let parties = PayableParties.text(of: payable, in: copy) {
            page.paragraph(StyledText(parties))
        }
        for note in PayablePhrase.notes(on: payable) { page.paragraph(StyledText(note)) }
        page.gap()
        write(payable, under: "the terms of each day", to: &page)
        if let before = PayablePhrase.compared(answer) {
            write(before.payable, under: before.label, to: &page)
            difference(payable, before, to: &page)
        }
        if options.showsSources { uses(of: payable, to: &page) }
        page.foot(hidden: QuestionHead.hidden(copy.resolved))
        return page.text
    }

    private static func write(_ payable: Payable, under label: String, to page: inout TextPage) {
        table(payable.agreed, payable, "Under \(label), as agreed", to: &page)
        if let reported = payable.reported {
            table(reported, payable, "Under \(label), if the reported values hold", to: &page)
        }
    }

    private static func table(
        _ calculation: Calculation, _ payable: Payable, _ title: String, to page: inout TextPage
    ) {
        page.paragraph(
            StyledText(title + PayablePhrase.certainty(of: [calculation]), .strong))
        page.verbatim(header(of: calculation, "PERIOD"))
        for line in calculation.lines {
            page.verbatim(row(of: line, payable))
            guard line.parts.count > 1 else { continue }
            for part in line.parts {
                page.verbatim(
                    row(
                        "  " + name(of: part, payable), "", amount(part.amount.low, payable),
                        most(part.amount, payable), .faint))
            }
        }
        page.verbatim(
            row(
                "Total", "", amount(calculation.total.low, payable),
                most(calculation.total, payable), .strong))
        for reason in reasons(of: calculation) {
            page.paragraph(StyledText("why: \(reason)"), indent: 2, hang: 5)
        }
        page.gap()
    }

    static func header(of calculation: Calculation, _ label: String) -> StyledText {
        let hasFigures = calculation.lines.contains { $0.slice.figure != nil }
        return row(label, hasFigures ? "FIGURE" : "", "AT LEAST", "AT MOST", .faint)
    }

    /// A period with its figure and its amount.
    static func row(of line: PayableLine, _ payable: Payable) -> StyledText {
        row(
            PayablePhrase.period(line.slice), line.slice.figure.map { figure($0) } ?? "",
            amount(line.amount.low, payable), most(line.amount, payable))
    }

    /// Each reason once, with the days it is about where it is not about all of them.
    static func reasons(of calculation: Calculation) -> [String] {
        let all = calculation.paymentSpans.flatMap(\.reasons) + calculation.lines.flatMap(\.reasons)
        return Array(all.uniqued())
    }

    private static func difference(
        _ payable: Payable, _ before: (label: String, payable: Payable), to page: inout TextPage
    ) {
        let sums = [payable, before.payable].flatMap {
            [$0.agreed, $0.reported].compactMap(\.self)
        }
        page.paragraph(
            StyledText(
                "The change: each day's terms less \(before.label)"
                    + PayablePhrase.certainty(of: sums), .strong))
        page.verbatim(row("", "", "AT LEAST", "AT MOST", .faint))
        for (label, now, then) in changes(payable, before.payable) {
            change(label, now, then, payable, to: &page)
        }
        page.gap()
    }

    /// What is compared with what: as agreed, and where anything is reported, as if that holds.
    static func changes(
        _ now: Payable, _ then: Payable
    ) -> [(label: String, now: Calculation, then: Calculation)] {
        let agreed = [("as agreed", now.agreed, then.agreed)]
        guard now.reported != nil || then.reported != nil else { return agreed }
        return agreed + [
            ("if reports hold", now.reported ?? now.agreed, then.reported ?? then.agreed)
        ]
    }

    static func change(
        _ label: String, _ now: Calculation, _ then: Calculation, _ payable: Payable,
        to page: inout TextPage
    ) {
        let change = now.change(from: then)
        page.verbatim(
            row(
                label, "", change.low.map { amount($0, payable) } ?? "unbounded",
                change.high.map { amount($0, payable) } ?? "unbounded"))
    }

    static func uses(of payable: Payable, to page: inout TextPage) {
        page.paragraph(StyledText("The terms used", .strong))
        var written: Set<String> = []
        let all = [payable.agreed, payable.reported].compactMap(\.self).flatMap(\.paymentSpans)
        for use in all.flatMap(\.uses) {
            let field = use.field.map { "/\($0)" } ?? ""
            let source = use.event.map {
                ", \(InstrumentPhrase.title(of: $0)) (#\($0.position.number))"
            }
            let text = "\(use.term)\(field): \(use.says)\(source ?? "")"
            guard written.insert(text).inserted else { continue }
            page.paragraph(StyledText(text), indent: 2, hang: 2)
        }
    }

    private static func figure(_ figure: Figure) -> String {
        figure.currency.flatMap { MinorUnits.money(figure.units, $0)?.amount.displayText }
            ?? MinorUnits.quantity(figure.units)?.displayText ?? String(figure.units)
    }

    private static func name(of part: PayableLine.Part, _ payable: Payable) -> String {
        switch part.cause {
        case .days(let paymentSpan):
            return "\(paymentSpan.days.lowerBound) +\(paymentSpan.days.count)d"
        case .floor:
            return
                [.minimumCommitment, .volumeCommitment].contains(payable.kind)
                ? "shortfall" : "floor"
        case .cap: return "cap"
        case .aggregateCap: return "cap in total"
        case .aggregateFloor: return "floor in total"
        }
    }

    static func amount(_ units: Int128, _ payable: Payable) -> String {
        MinorUnits.money(units, payable.currency)?.amount.displayText ?? String(units)
    }

    static func most(_ extent: Amount, _ payable: Payable) -> String {
        extent.high.map { amount($0, payable) } ?? "unbounded"
    }

    static func row(
        _ label: String, _ figure: String, _ least: String, _ most: String, _ role: Role = .plain
    ) -> StyledText {
        func right(_ text: String) -> String {
            String(repeating: " ", count: max(1, 19 - text.utf8.count)) + text
        }
        let width = figure.isEmpty ? 38 : 19
        let padding = String(repeating: " ", count: max(0, width - label.utf8.count))
        let head = label + padding + (figure.isEmpty ? "" : right(figure))
        return StyledText(head + right(least) + right(most), role)
    }
}
