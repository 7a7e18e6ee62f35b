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
        var page = TextPage(options)
        page.head(
            QuestionHead(
                title: QuestionHead.title(content.title, content.agreement),
                vantage: content.vantage, resolved: content.resolved, zone: content.zone,
                options: options))
        let shown = content.instruments.filter { options.showsAll || !$0.isOver }
        for document in shown { write(document, to: &page) }
        if shown.isEmpty { page.paragraph("no document is in effect") }
        if let missing = StandingPhrase.missing(content.instruments) {
            page.gap()
            page.paragraph(StyledText(missing, .warning), hang: 2)
        }
        page.foot(hidden: hidden(content, shown: shown.count))
        return page.text
    }

    private static func write(_ document: StandingInstrument, to page: inout TextPage) {
        page.gap()
        page.paragraph(
            StyledText(StandingPhrase.title(document.header.instrument), .strong), hang: 2)
        row("status", StandingPhrase.status(of: document), &page)
        if !document.isRead { row("text", StandingPhrase.notRead, &page) }
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
