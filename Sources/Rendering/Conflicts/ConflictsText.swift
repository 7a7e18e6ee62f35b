import Amendments
public import Conflicts
import Ledger
import Terms

/// A report of conflicts as text, for a lawyer to read: the finding, both sides with their instruments,
/// what is not known and why, and what closed it.
public enum ConflictsText {
    public static func render(_ report: ConflictReport, options: TextOptions) -> String {
        if !options.showsFields { return ConflictsOverview.render(report, options: options) }
        var page = TextPage(options)
        head(of: report, options, to: &page)
        var groups = grouped(report.conflicts) + grouped(report.settled)
        if options.showsAll { groups += grouped(report.faint) }
        if groups.isEmpty {
            page.gap()
            page.paragraph("nothing found")
        }
        var alreadyShown: Set<EventReference> = []
        for group in groups {
            page.gap()
            ConflictEntry(group).write(to: &page, &alreadyShown)
        }
        gaps(in: report, to: &page, &alreadyShown)
        page.foot(hidden: hidden(report, options))
        page.gap()
        page.paragraph(
            StyledText(reservation, .faint))
        return page.text
    }

    /// One finding with all it has, by its number on one screen.
    ///
    /// - Returns: nil where no finding has the number.
    public static func render(
        finding number: Int, of report: ConflictReport, options: TextOptions
    ) -> String? {
        guard let finding = FindingList(report)[number] else { return nil }
        var page = TextPage(options)
        head(of: report, options, to: &page)
        page.gap()
        var alreadyShown: Set<EventReference> = []
        ConflictEntry(finding.windows).write(to: &page, &alreadyShown)
        page.gap()
        page.paragraph(StyledText(reservation, .faint))
        return page.text
    }

    /// How many findings a report has, gaps among them.
    public static func count(of report: ConflictReport) -> Int { FindingList(report).count }

    static let reservation = "Deedbook reports what meets; it does not judge who is right."

    /// What the record does not say, or says twice: a list of its own.
    private static func gaps(
        in report: ConflictReport, to page: inout TextPage,
        _ alreadyShown: inout Set<EventReference>
    ) {
        let groups = grouped(report.gaps)
        guard !groups.isEmpty else { return }
        page.gap()
        page.paragraph(StyledText("Gaps in the record", .strong))
        for group in groups {
            page.gap()
            ConflictEntry(group).write(to: &page, &alreadyShown)
        }
    }

    static func head(
        of report: ConflictReport, _ options: TextOptions, to page: inout TextPage
    ) {
        let days = DayPhrase.stretch(DayRange(report.range))
        let knowing =
            report.disclosedBy.map { "what was disclosed by \(DayPhrase.withWeekday($0))" }
            ?? "all disclosures"
        let position = report.position.map(\.description) ?? "an empty book"
        page.paragraph(StyledText("Conflicts \(subject(of: report))", .strong), hang: 2)
        var rows = [("asked for", days), ("knowing", knowing), ("recorded at", position)]
        if let drafts = QuestionHead.drafts(report.drafts) { rows.append(("rests on", drafts)) }
        for (label, text) in rows + [("found", counts(report))] {
            page.row(StyledText(label, .faint), StyledText(text), labelWidth: 11)
        }
    }

    private static func subject(of report: ConflictReport) -> String {
        switch report.asked.count {
        case 0: "in the whole book"
        case 1: "of \(report.asked[0]) with anything in the book"
        case _: "among \(report.asked.map(\.text).joined(separator: ", "))"
        }
    }

    private static func counts(_ report: ConflictReport) -> String {
        let all = grouped(report.conflicts).compactMap(\.first)
        let certain = all.count { $0.certainty == .certain }
        let settled = grouped(report.settled).count
        let gaps = grouped(report.gaps).count
        return "\(certain) certain, \(all.count - certain) possible, \(settled) settled; "
            + (gaps == 1 ? "1 gap in the record" : "\(gaps) gaps in the record")
    }

    static func hidden(_ report: ConflictReport, _ options: TextOptions) -> [String] {
        var hidden: [String] = []
        let faint = grouped(report.faint).count
        if !options.showsAll, faint > 0 {
            hidden.append("\(faint) of which too little is known (--all)")
        }
        if report.hidden.byDisclosure > 0 {
            hidden.append(
                "\(QuestionHead.count(report.hidden.byDisclosure, "recording")) disclosed later")
        }
        if let later = report.hidden.byPosition, later > 0 {
            hidden.append(
                "\(QuestionHead.count(later, "recording")) recorded later")
        }
        return hidden
    }

    /// The windows of one finding together, the last first; the findings in the report's order.
    static func grouped(_ conflicts: [Conflict]) -> [[Conflict]] {
        var keys: [Key] = []
        var groups: [Key: [Conflict]] = [:]
        for conflict in conflicts {
            let key = Key(
                rule: conflict.rule, sides: conflict.sides.map { "\($0.agreement)/\($0.identity)" })
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(conflict)
        }
        return keys.map { (groups[$0] ?? []).sorted { $0.days.from > $1.days.from } }
    }

    private struct Key: Hashable {
        let rule: RuleName
        let sides: [String]
    }
}
