public import Ledger
import Terms

/// A redline in numbers: a line for each subject, and the sum.
public enum RedlineStatText {
    public static func render(_ redline: Redline, options: TextOptions) -> String {
        var page = TextPage(options)
        let groups = Dictionary(
            grouping: redline.lines + redline.restated, by: \.path.subject)
        var table = TextTable(["subject", "lines", "classes"], flexible: [2])
        for subject in groups.keys.sorted() {
            let lines = groups[subject] ?? []
            let signs = Sign.allCases.compactMap { sign -> String? in
                let count = lines.count { Sign(of: $0) == sign }
                return count > 0 ? "\(sign.rawValue)\(count)" : nil
            }.joined(separator: " ")
            let classes = RedlineSummary.counts(of: lines)
                .map { "\($0.count) \(RedlineSummary.words($0.classification))" }
            table.rows.append([
                StyledText(subject.label), StyledText(signs),
                StyledText(classes.joined(separator: ", ")),
            ])
        }
        RedlineText.head(redline, options: options, to: &page)
        if !table.rows.isEmpty {
            for line in table.lines(width: page.width) { page.verbatim(line) }
            page.gap()
        }
        page.paragraph(StyledText(RedlineSummary.text(of: redline)), hang: 2)
        page.foot(hidden: RedlineText.hidden(redline))
        return page.text
    }
}
