import Amendments
import Ledger
public import Questions
import Terms

/// The documents of an agreement as a Markdown table, in the parties' order.
public enum InstrumentsMarkdown {
    /// - Parameter options: with `showsAll` also what ended or was superseded.
    public static func render(
        _ answer: Answer<InstrumentsQuestion>, options: TextOptions
    ) -> String {
        let content = answer.content
        let head = QuestionHead(
            title: QuestionHead.title(content.title, content.agreement),
            vantage: content.vantage, resolved: content.resolved, zone: content.zone,
            options: options)
        let shown = content.instruments.filter { options.showsAll || !$0.isOver }
        var lines = ["# \(escaped(head.title))", "", "| | |", "| --- | --- |"]
        lines += head.rows.map { "| \($0.label) | \(escaped($0.text)) |" }
        lines += [
            "", "| Document | Status | Dates | Recorded as | Sources |",
            "| --- | --- | --- | --- | --- |",
        ]
        lines += shown.map(row)
        if let missing = StandingPhrase.missing(content.instruments) {
            lines += ["", "\(escaped(missing))."]
        }
        let hidden = InstrumentsText.hidden(content, shown: shown.count)
        if !hidden.isEmpty { lines += ["", "Hidden: \(escaped(hidden.joined(separator: "; ")))."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ document: StandingInstrument) -> String {
        let consents = document.consents.map { "; consent \(StandingPhrase.text(of: $0))" }.joined()
        let notRead = StandingPhrase.notRead(document).map { "; \($0)" } ?? ""
        let cells = [
            StandingPhrase.title(document.header.instrument),
            StandingPhrase.status(of: document) + notRead + consents,
            StandingPhrase.dates(of: document),
            StandingPhrase.keys(of: document), StandingPhrase.sources(of: document),
        ]
        return "| \(cells.map(escaped).joined(separator: " | ")) |"
    }

    private static func escaped(_ text: String) -> String { RedlineMarkdown.escaped(text) }
}
