import Algorithms
import Amendments
import Conflicts
import Ledger
import Terms

/// Conflicts on one screen: what meets one right, or one duty, and turns on one open question together.
enum ConflictsOverview {
    static func render(_ report: ConflictReport, options: TextOptions) -> String {
        var page = TextPage(options)
        ConflictsText.head(of: report, options, to: &page)
        let list = FindingList(report)
        let groups = list.groups + (options.showsAll ? list.faint : [])
        if groups.isEmpty {
            page.gap()
            page.paragraph("nothing found")
        }
        for group in groups {
            page.gap()
            page.paragraph(
                StyledText(group.strength, .warning)
                    + StyledText("  \(group.right.agreement) \(group.right.term)", .strong),
                hang: 2)
            let rows = rows(of: group)
            page.brief(rows, within: rows.count + linesMore)
            if options.showsSources { sources(of: group, to: &page) }
        }
        apart("Settled", list.settled, to: &page)
        apart("Gaps in the record", list.gaps, to: &page)
        page.gap()
        if list.count > 0 {
            page.paragraph(StyledText("--detail N: a finding with all it rests on", .faint))
        }
        page.notShown(ConflictsText.hidden(report, options), options: options)
        page.paragraph(StyledText(ConflictsText.reservation, .faint))
        return page.text
    }

    /// How many lines more than its rows a group may take.
    private static let linesMore = 2

    /// The question that findings turn on, and they by rule, each with its number; where there is no question, what no
    /// instrument states.
    private static func rows(of group: FindingList.Group) -> [OverviewRow] {
        let findings = group.findings.chunked(on: \.last.rule).map { rule, findings in
            OverviewRow(
                label: StyledText("  \(rule.rawValue)"),
                text: StyledText(findings.map(words).joined(separator: "; ")))
        }
        let open = Set(group.findings.flatMap(\.last.openDimensions)).map(\.rawValue).sorted()
        let (label, text) =
            group.question.map { ("  turns on", $0) }
            ?? ("  not known", open.joined(separator: ", "))
        return text.isEmpty
            ? findings
            : [OverviewRow(label: StyledText(label, .faint), text: StyledText(text))] + findings
    }

    /// What meets the right, with its number; of a finding about one term what its rule says.
    private static func words(of finding: FindingList.Entry) -> String {
        let others = finding.last.sides.dropFirst().map { "\($0.agreement) \($0.term)" }
        let what =
            others.isEmpty ? finding.last.rule.rule.summary : others.joined(separator: " and ")
        return "\(what) (\(finding.number))"
    }

    private static func sources(of group: FindingList.Group, to page: inout TextPage) {
        let events = group.findings.flatMap(\.last.sides).flatMap(\.citations).uniqued()
        for event in events.sorted(by: { $0.position < $1.position }) {
            page.paragraph(
                StyledText(
                    "\(event.position) \(InstrumentPhrase.title(of: event)): "
                        + InstrumentPhrase.sources(event.sources), .faint), indent: 4, hang: 2)
        }
    }

    /// Up to how many terms are named of one rule.
    private static let termsNamed = 3

    /// A list of its own: of each rule which terms, with the numbers of the findings.
    private static func apart(
        _ title: String, _ findings: [FindingList.Entry], to page: inout TextPage
    ) {
        guard !findings.isEmpty else { return }
        page.gap()
        page.paragraph(StyledText(title, .strong))
        page.brief(
            findings.sorted { $0.number < $1.number }.chunked(on: \.last.rule).map {
                rule, findings in
                OverviewRow(
                    label: StyledText("  \(rule.rawValue)"), text: StyledText(terms(of: findings)))
            }, within: 6)
    }

    private static func terms(of findings: some Collection<FindingList.Entry>) -> String {
        let named = findings.map { finding in
            (
                finding.number,
                finding.last.sides.map { "\($0.agreement) \($0.term)" }.joined(separator: " and ")
            )
        }
        guard named.count > termsNamed, let first = named.first, let last = named.last else {
            return named.map { "\($0.1) (\($0.0))" }.joined(separator: "; ")
        }
        let agreements = findings.compactMap(\.last.sides.first?.agreement.text).uniqued()
        return "\(named.count) terms of \(agreements.joined(separator: ", ")) "
            + "(\(first.0) to \(last.0))"
    }
}
