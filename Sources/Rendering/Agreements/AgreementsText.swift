import Amendments
import Ledger
public import Questions
public import Terms

/// The agreements of a book as a table.
public enum AgreementsText {
    /// - Parameter agreement: the id after which they were asked for; nil for the first.
    public static func render(
        _ found: AgreementPage, after agreement: AgreementID? = nil, options: TextOptions
    ) -> String {
        var page = TextPage(options)
        guard let end = found.agreements.last else {
            page.paragraph(
                agreement.map { "the book holds no agreement after \($0)" }
                    ?? "the book holds no agreement yet")
            return page.text
        }
        if options.showsFields { table(of: found, to: &page) } else { brief(found, to: &page) }
        page.end(
            hidden: found.hasMore ? ["later agreements (--after \(end.id))"] : [], options)
        return page.text
    }

    /// A line for each: its title, how much is recorded of it, and until when.
    private static func brief(_ found: AgreementPage, to page: inout TextPage) {
        page.brief(
            found.agreements.map { agreement in
                let last = agreement.lastInstrument.map { ", the last disclosed \($0.disclosed)" }
                let events = QuestionHead.count(agreement.events, "event")
                return OverviewRow(
                    label: StyledText(agreement.id.text, .strong),
                    text: StyledText("\(agreement.title); \(events)\(last ?? "")"))
            })
    }

    private static func table(of found: AgreementPage, to page: inout TextPage) {
        var table = TextTable(
            ["agreement", "title", "parties", "events", "last instrument"], flexible: [1, 2, 4])
        for agreement in found.agreements {
            let last = agreement.lastInstrument.map {
                "\($0.instrument.title), disclosed \($0.disclosed)"
            }
            table.rows.append([
                StyledText(agreement.id.text, .strong), StyledText(agreement.title),
                StyledText(agreement.parties.joined(separator: ", ")),
                StyledText(String(agreement.events)), StyledText(last ?? "none"),
            ])
        }
        for line in table.lines(width: page.width) { page.verbatim(line) }
    }
}
