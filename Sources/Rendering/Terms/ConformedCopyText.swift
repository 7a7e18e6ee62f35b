import Amendments
public import Ledger
import Terms

/// A conformed copy as text: every term in force with its fields and what governs each.
public enum ConformedCopyText {
    /// The page; ended terms are left out, and counted at its foot, unless all are asked for.
    public static func render(_ copy: ConformedCopy, options: TextOptions) -> String {
        if !options.showsFields { return ConformedCopyOverview.render(copy, options: options) }
        var page = TextPage(options)
        page.head(QuestionHead(copy, options: options))
        parties(of: copy, to: &page)
        let live = copy.terms.filter(\.isLive)
        let ended = copy.terms.filter { $0.status == .ended }
        let later = copy.terms.filter(\.isAgreedLater)
        if live.isEmpty { page.paragraph("no term is in force or scheduled on this day") }
        for term in live { write(term, options, to: &page) }
        if options.showsAll {
            section("Agreed later", later, options, &page)
            section("Ended", ended, options, &page)
        }
        conditions(of: copy, to: &page)
        disputes(of: copy, to: &page)
        let waiting = expectations(of: copy, showsAll: options.showsAll, to: &page)
        var hidden = QuestionHead.hidden(copy.resolved)
        if options.termsLeftOut > 0 {
            hidden.append("\(QuestionHead.count(options.termsLeftOut, "other term")) (--term)")
        }
        if !options.showsAll {
            hidden += QuestionHead.leftOut(ended + later)
            if waiting > 0 {
                hidden.append(
                    "\(QuestionHead.count(waiting, "expectation")) that came true or did not (--all)"
                )
            }
        }
        page.foot(hidden: hidden)
        return page.text
    }

    private static func section(
        _ title: String, _ terms: [ConformedTerm], _ options: TextOptions, _ page: inout TextPage
    ) {
        guard !terms.isEmpty else { return }
        heading(title, &page)
        for term in terms { write(term, options, to: &page) }
    }

    private static func heading(_ text: String, _ page: inout TextPage) {
        page.gap()
        page.paragraph(StyledText(text, .strong))
        page.gap()
    }

    private static func parties(of copy: ConformedCopy, to page: inout TextPage) {
        // An id is read whole where that leaves room for the name.
        let width = min(max(15, copy.parties.map(\.id.text.count).max() ?? 0), 32)
        for party in copy.parties {
            var text = party.name
            if let role = party.role { text += ", \(role)" }
            for standing in PartyPhrase.standing(of: party) { text += "; \(standing)" }
            page.row(StyledText(party.id.text), StyledText(text), labelWidth: width)
        }
        page.gap()
    }

    private static func write(
        _ term: ConformedTerm, _ options: TextOptions, to page: inout TextPage
    ) {
        page.gap()
        page.paragraph(
            StyledText(term.id.text, .strong) + StyledText("  \(term.kind.rawValue)", .faint),
            hang: 2)
        if term.id != term.identity {
            page.paragraph(StyledText("formerly \(term.identity)", .faint), indent: 2)
        }
        page.paragraph(StyledText(term.sentence), indent: 2, hang: 2)
        page.paragraph(
            StyledText(ReasonPhrase.status(of: term), .faint), indent: 2, hang: 2)
        for event in term.silentSince {
            page.paragraph(
                "not addressed since \(InstrumentPhrase.title(of: event)); the previous value still applies\(DoubtPhrase.text(term.openDays[event.reference]))",
                indent: 2, hang: 2)
        }
        if let event = term.reaffirmedBy.last {
            page.paragraph(
                "= restated by \(InstrumentPhrase.title(of: event))", indent: 2, hang: 2)
        }
        let lines = FieldLines(for: term)
        for field in term.fields { lines.write(field, to: &page, indent: 2) }
        for change in term.conditional {
            page.row(
                StyledText(ConditionalPhrase.label(of: change)),
                StyledText(ConditionalPhrase.line(of: change)), labelWidth: lines.labelWidth,
                indent: 2, trailing: StyledText(change.event.position.description, .faint))
        }
        for remark in term.remarks {
            guard let parts = RemarkPhrase.parts(of: remark) else { continue }
            page.row(
                StyledText(parts.label),
                StyledText(parts.text + DoubtPhrase.text(term.openDays[remark.event.reference])),
                labelWidth: lines.labelWidth,
                indent: 2, trailing: StyledText(remark.event.position.description, .faint))
        }
        for sum in term.accrued {
            page.row(
                "accrued in all", StyledText(AccrualPhrase.text(of: sum)),
                labelWidth: lines.labelWidth, indent: 2)
            for reason in sum.reasons {
                page.paragraph(
                    StyledText("why: \(AccrualPhrase.text(of: reason))"), indent: 4, hang: 5)
            }
        }
        if options.showsSources { instruments(of: term, to: &page) }
    }

    /// The instruments behind the positions in the right column.
    private static func instruments(of term: ConformedTerm, to page: inout TextPage) {
        let alreadyShown = term.remarks.filter { RemarkPhrase.parts(of: $0) != nil }.map(\.event)
        let events = Set(term.fields.map(\.governing) + alreadyShown)
            .sorted { $0.position < $1.position }
        for event in events.isEmpty ? Array(Set(term.causes)) : events {
            page.paragraph(
                StyledText("\(event.position) \(InstrumentPhrase.title(of: event))", .faint),
                indent: 2, hang: 4)
        }
    }

    private static func conditions(of copy: ConformedCopy, to page: inout TextPage) {
        guard !copy.conditions.isEmpty else { return }
        heading("Conditions", &page)
        for condition in copy.conditions {
            var state = DoubtPhrase.text(condition.state, condition.doubt)
            if let since = condition.since { state += " \(DayPhrase.since(since))" }
            page.paragraph(
                StyledText(condition.id.text, .strong) + StyledText("  \(state)"), hang: 2)
            page.paragraph(StyledText(condition.text), indent: 2)
            if !condition.decidedBy.isEmpty {
                page.paragraph(
                    StyledText("decided by: " + condition.decidedBy.joined(separator: "; ")),
                    indent: 2, hang: 2)
            }
            for reading in condition.readings {
                let sources = condition.causes.flatMap(\.recording.sources)
                    .filter { reading.cites.contains($0.id) }
                let by = sources.isEmpty ? "" : " (\(InstrumentPhrase.sources(sources)))"
                page.paragraph(
                    StyledText("reading \(reading.id): \(reading.text)\(by)"), indent: 2, hang: 2)
            }
            instruments(of: condition.causes, to: &page)
        }
    }

    private static func disputes(of copy: ConformedCopy, to page: inout TextPage) {
        guard !copy.disputes.isEmpty else { return }
        heading("Disputes", &page)
        for dispute in copy.disputes {
            page.paragraph(
                StyledText(dispute.id.text, .strong)
                    + StyledText("  \(DoubtPhrase.text(dispute.state, dispute.doubt))"), hang: 2)
            let who = "\(list(dispute.by)) against \(list(dispute.against))"
            let forum = dispute.forum.map { ", before \($0)" } ?? ""
            page.paragraph(
                StyledText("\(who), about \(list(dispute.about))\(forum)"), indent: 2, hang: 2)
            instruments(of: dispute.causes, to: &page)
        }
    }

    private static func list<Kind>(_ ids: [Identifier<Kind>]) -> String {
        ids.isEmpty ? "no party named" : ids.map(\.text).joined(separator: ", ")
    }

    private static func instruments(of causes: [RecordedEvent], to page: inout TextPage) {
        for event in causes {
            page.paragraph(
                StyledText("\(event.position) \(InstrumentPhrase.title(of: event))", .faint),
                indent: 2, hang: 4)
        }
    }

    /// Returns how many were left out because they came true or did not.
    private static func expectations(
        of copy: ConformedCopy, showsAll: Bool, to page: inout TextPage
    ) -> Int {
        let shown = copy.expectations.filter { showsAll || $0.outcome == nil }
        guard !shown.isEmpty else { return copy.expectations.count }
        heading("Expected, never in force", &page)
        for expectation in shown {
            var state =
                switch expectation.outcome {
                case .met?: "came true"
                case .missed?: "missed; it was expected \(expectation.window)"
                case nil: expectation.window.description
                }
            if let doubt = expectation.doubt {
                state += "; " + DoubtPhrase.text(expectation.state, doubt)
            }
            page.paragraph(
                StyledText(expectation.id.text, .strong) + StyledText("  \(state)"), hang: 2)
            let by = expectation.by.map { " (\($0))" } ?? ""
            page.paragraph(StyledText(expectation.text + by), indent: 2, hang: 2)
            instruments(of: expectation.causes, to: &page)
        }
        return copy.expectations.count - shown.count
    }
}
