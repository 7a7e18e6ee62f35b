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
        if found.hasMore { page.foot(hidden: ["later agreements (--after \(end.id))"]) }
        return page.text
    }
}
