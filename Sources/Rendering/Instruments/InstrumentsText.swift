import Amendments
import Ledger
public import Questions
import Terms

/// The documents of an agreement as text, in the parties' order.
public enum InstrumentsText {
    private static let labelWidth = 10

    /// - Parameter options: with `showsAll` also what ended or was superseded.
    public static func render(
        _ answer: Answer<InstrumentsQuestion>, options: TextOptions
    ) -> String {
        let content = answer.content
        let head = QuestionHead(
            title: QuestionHead.title(content.title, content.agreement),
            vantage: content.vantage, resolved: content.resolved, zone: content.zone,
            options: options)
        var page = TextPage(options)
        if options.showsFields { page.head(head) } else { page.overviewHead(head) }
        let shown = content.instruments.filter { options.showsAll || !$0.isOver }
        if shown.isEmpty { page.paragraph("no document is in effect") }
        if options.showsFields {
            for document in shown { write(document, to: &page) }
        } else {
            page.brief(shown.map(row))
        }
        if let missing = StandingPhrase.missing(content.instruments) {
            page.gap()
            page.paragraph(StyledText(missing, .warning), hang: 2)
        }
        page.end(hidden: hidden(content, shown: shown.count), options)
        return page.text
    }

    /// What it is, how it stands where it is not plainly in effect, and since when.
    private static func row(for document: StandingInstrument) -> OverviewRow {
        var parts = [StandingPhrase.title(document.header.instrument)]
        if document.standing != .inEffect { parts.append(StandingPhrase.word(document.standing)) }
        if let notRead = StandingPhrase.notRead(document) {
            parts.append(String(notRead.prefix { $0 != ":" }))
        }
        parts.append("\(document.effective)")
        return OverviewRow(
            label: StyledText(StandingPhrase.keys(of: document), .strong),
            text: StyledText(parts.joined(separator: "; ")))
    }

    private static func write(_ document: StandingInstrument, to page: inout TextPage) {
        page.gap()
        page.paragraph(
            StyledText(StandingPhrase.title(document.header.instrument), .strong), hang: 2)
        row("status", StandingPhrase.status(of: document), &page)
        if let notRead = StandingPhrase.notRead(document) { row("text", notRead, &page) }
        row("dates", StandingPhrase.dates(of: document), &page)
        row("recorded", StandingPhrase.keys(of: document), &page)
        row("sources", StandingPhrase.sources(of: document), &page)
        if !document.terms.isEmpty { row("made", StandingPhrase.terms(of: document), &page) }
        for consent in document.consents {
            row("consent", StandingPhrase.text(of: consent), &page)
        }
    }

    private static func row(_ label: String, _ text: String, _ page: inout TextPage) {
        page.row(StyledText(label), StyledText(text), labelWidth: labelWidth, indent: 2)
    }

    /// What is not shown, each with the way to see it.
    static func hidden(_ content: InstrumentsQuestion.Content, shown: Int) -> [String] {
        var hidden = QuestionHead.hidden(content.resolved)
        let over = content.instruments.count - shown
        if over > 0 { hidden.append("\(QuestionHead.count(over, "document")) that ended (--all)") }
        if content.others > 0 {
            hidden.append(
                "\(QuestionHead.count(content.others, "recording")) that changed nothing (log)")
        }
        return hidden
    }
}

extension StandingInstrument {
    /// Whether it surely has no effect any more.
    var isOver: Bool {
        switch standing {
        case .superseded, .ended: true
        case .inEffect, .notYet, .indeterminate: false
        }
    }
}
