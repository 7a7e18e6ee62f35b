import Amendments
import Conflicts
import Ledger
import Terms

/// Conflicts on one screen: what meets one right, or one duty, together, with what is open about it.
enum ConflictsBrief {
    static func render(_ report: ConflictReport, options: TextOptions) -> String {
        var page = TextPage(options)
        ConflictsText.head(of: report, options, to: &page)
        let open = report.conflicts + (options.showsAll ? report.faint : [])
        let groups = grouped(ConflictsText.grouped(open).compactMap(\.first))
        if groups.isEmpty {
            page.gap()
            page.paragraph("nothing found")
        }
        for group in groups {
            page.gap()
            write(group, options, to: &page)
        }
        page.gap()
        counts("settled", ConflictsText.grouped(report.settled), to: &page)
        counts("gaps in the record", ConflictsText.grouped(report.gaps), to: &page)
        page.gap()
        page.notShown(ConflictsText.hidden(report, options), options: options)
        page.paragraph(StyledText(ConflictsText.reservation, .faint))
        return page.text
    }

    /// The findings about one protected term that are as strong as each other, in the order of the first.
    private static func grouped(_ conflicts: [Conflict]) -> [[Conflict]] {
        var keys: [String] = []
        var groups: [String: [Conflict]] = [:]
        for conflict in conflicts {
            let side = conflict.sides.first.map { "\($0.agreement) \($0.identity)" } ?? ""
            let key = "\(ConflictEntry.strength(of: conflict)) \(side)"
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(conflict)
        }
        return keys.compactMap { groups[$0] }
    }

    private static func write(
        _ group: [Conflict], _ options: TextOptions, to page: inout TextPage
    ) {
        guard let first = group.first, let protected = first.sides.first else { return }
        page.paragraph(
            StyledText(ConflictEntry.strength(of: first), .warning)
                + StyledText("  \(protected.agreement) \(protected.term)", .strong), hang: 2)
        var rows = RuleName.allCases.compactMap { rule -> BriefRow? in
            let own = group.filter { $0.rule == rule }
            guard !own.isEmpty else { return nil }
            let others = own.flatMap { $0.sides.dropFirst() }
                .map { "\($0.agreement) \($0.term)" }
            let text = others.isEmpty ? rule.rule.summary : others.joined(separator: "; ")
            return BriefRow(label: StyledText("  \(rule.rawValue)"), text: StyledText(text))
        }
        let open = Set(group.flatMap(\.openDimensions)).map(\.rawValue).sorted()
        if !open.isEmpty {
            rows.append(
                BriefRow(
                    label: StyledText("  not known", .faint),
                    text: StyledText(open.joined(separator: ", "))))
        }
        page.brief(rows)
    }

    /// How many findings of which rule.
    private static func counts(_ what: String, _ groups: [[Conflict]], to page: inout TextPage) {
        guard !groups.isEmpty else { return }
        let counts = RuleName.allCases.compactMap { rule -> String? in
            let count = groups.count { $0.first?.rule == rule }
            return count > 0 ? "\(count) \(rule.rawValue)" : nil
        }
        page.paragraph(StyledText("\(what): \(counts.joined(separator: ", "))"), hang: 2)
    }
}
