import Amendments
public import Ledger
import Terms

/// The agreements of a book as a table.
public enum AgreementsText {
    public static func render(_ agreements: [AgreementSummary], options: TextOptions) -> String {
        var page = TextPage(options)
        guard !agreements.isEmpty else {
            page.paragraph("the book holds no agreement yet")
            return page.text
        }
        var table = TextTable(
            ["agreement", "title", "parties", "events", "last instrument"], flexible: [1, 2, 4])
        for agreement in agreements {
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
        return page.text
    }
}
