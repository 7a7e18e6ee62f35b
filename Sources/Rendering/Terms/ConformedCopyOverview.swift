import Amendments
import Ledger
import Terms

/// A conformed copy on one screen: a line for each term, in the order of what matters.
enum ConformedCopyOverview {
    static func render(_ copy: ConformedCopy, options: TextOptions) -> String {
        var page = TextPage(options)
        var head = QuestionHead(copy, options: options)
        head.add(.found, counts(of: copy))
        page.overviewHead(head)
        let shown = copy.terms.filter { $0.isLive || options.showsAll }
        if shown.isEmpty { page.paragraph("no term is in force or scheduled on this day") }
        let terms = shown.sorted(by: isBefore)
        page.brief(
            terms.map {
                OverviewRow(label: StyledText($0.id.text, .strong), text: TermOverview.text(of: $0))
            }
        ) { index, page in
            if options.showsSources { causes(of: terms[index], to: &page) }
        }
        page.gap()
        page.notShown(hidden(of: copy, options), options: options)
        return page.text
    }

    /// In force before scheduled, then by what it is about, then as the ids stand.
    private static func isBefore(_ one: ConformedTerm, _ other: ConformedTerm) -> Bool {
        let ranks = [one, other].map { term in
            (
                term.status == .ended ? 2 : term.status == .notYet ? 1 : 0,
                term.kind.definition.category
            )
        }
        return ranks[0] == ranks[1] ? one.id < other.id : ranks[0] < ranks[1]
    }

    private static func causes(of term: ConformedTerm, to page: inout TextPage) {
        let events = Set(term.fields.map(\.governing)).union(term.causes)
        for event in events.sorted(by: { $0.position < $1.position }) {
            page.paragraph(
                StyledText(
                    "\(event.position) \(InstrumentPhrase.title(of: event)): "
                        + InstrumentPhrase.sources(event.sources), .faint),
                indent: 2, hang: 2)
        }
    }

    /// How many terms stand how, and what hangs on them.
    private static func counts(of copy: ConformedCopy) -> String {
        var counts = TermStatus.allCases.compactMap { status -> String? in
            let terms = copy.terms.filter { $0.status == status && !$0.isAgreedLater }
            return terms.isEmpty ? nil : "\(terms.count) \(ReasonPhrase.status(status))"
        }
        let pending = copy.conditions.filter { $0.outcome == nil }.count
        if pending > 0 { counts.append(QuestionHead.count(pending, "condition") + " pending") }
        let open = copy.disputes.filter { $0.resolution == nil }.count
        if open > 0 { counts.append(QuestionHead.count(open, "dispute")) }
        let expected = copy.expectations.filter { $0.outcome == nil }.count
        if expected > 0 { counts.append("\(expected) expected, never agreed") }
        return counts.isEmpty ? "nothing" : counts.joined(separator: "; ")
    }

    private static func hidden(of copy: ConformedCopy, _ options: TextOptions) -> [String] {
        var hidden = QuestionHead.hidden(copy.resolved)
        if options.termsLeftOut > 0 {
            hidden.append("\(QuestionHead.count(options.termsLeftOut, "other term")) (--term)")
        }
        if !options.showsAll {
            hidden += QuestionHead.leftOut(
                copy.terms.filter { $0.status == .ended || $0.isAgreedLater })
        }
        return hidden
    }
}
