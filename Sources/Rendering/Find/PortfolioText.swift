import Amendments
import Ledger
import Notation
public import Portfolio
import Terms

/// The terms that satisfy a predicate, and those that may, as text.
public enum PortfolioText {
    public static func render(_ portfolio: Portfolio, options: TextOptions) -> String {
        var page = TextPage(options)
        head(of: portfolio, options: options, on: &page)
        if !options.showsFields {
            page.row(
                StyledText("found", .faint), StyledText(summary(of: portfolio)), labelWidth: 11)
        }
        let names = portfolio.predicate.fields(of:)
        let write = options.showsFields ? section : brief
        write("matches", portfolio.matches.map { ($0, []) }, names, &page)
        write(
            "possible matches", portfolio.possible.map { ($0.term, $0.doubts) },
            names, &page)
        page.gap()
        if let notRead = NotReadPhrase.text(
            of: portfolio.notRead.map { ($0.agreement, $0.event) })
        {
            page.paragraph(StyledText(notRead, .warning), hang: 2)
        }
        if options.showsFields { page.paragraph(StyledText(summary(of: portfolio))) }
        if !options.showsFields, !portfolio.matches.isEmpty || !portfolio.possible.isEmpty {
            page.notShown([])
        }
        return page.text
    }

    private static func head(
        of portfolio: Portfolio, options: TextOptions, on page: inout TextPage
    ) {
        let position = portfolio.position.number > 0 ? "\(portfolio.position)" : "an empty book"
        var rows = [("asked", "\(portfolio.asked)")]
        if portfolio.predicate != portfolio.asked {
            rows.append(("status", "in-force terms only (default)"))
        }
        rows.append(("on", day(of: portfolio, options)))
        if options.showsFields || portfolio.vantage.disclosedBy != nil {
            rows.append(("knowing", QuestionHead.knowledge(of: portfolio.vantage)))
        }
        if options.showsFields || portfolio.vantage.recordedAt != nil {
            rows.append(("recorded at", position))
        }
        for (label, text) in rows {
            page.row(StyledText(label, .faint), StyledText(text), labelWidth: 11)
        }
    }

    private static func day(of portfolio: Portfolio, _ options: TextOptions) -> String {
        let day = QuestionHead.day(of: portfolio.vantage, zone: nil, today: options.today)
        return portfolio.isOfToday ? "\(day) in UTC: today in the zone of each agreement" : day
    }

    /// A line for each term: what was asked about, or how it reads where nothing of it was.
    private static func brief(
        _ title: String, _ terms: [(KnownTerm, [Doubt])], _ asked: (KnownTerm) -> [FieldName],
        _ page: inout TextPage
    ) {
        heading(title, of: terms, &page)
        let rows = terms.map { term, doubts in
            let known = known(of: term, asked(term), doubts) + texts(of: term, excerpt: true)
            let waiting = waiting(of: term, doubts)
            let isPlain = term.status == .inForce || !doubts.isEmpty
            let status = isPlain ? [] : [ReasonPhrase.status(term.status)]
            let words = known.isEmpty && doubts.isEmpty ? [term.sentence] : known
            return OverviewRow(
                label: StyledText("\(term.agreement) ", .faint) + StyledText(term.id.text),
                text: StyledText((status + waiting + words).joined(separator: "; "))
                    + StyledText(doubts.map { " ? \($0)" }.joined(), .warning))
        }
        page.brief(rows)
    }

    private static func heading(
        _ title: String, of terms: [(KnownTerm, [Doubt])], _ page: inout TextPage
    ) {
        guard !terms.isEmpty else { return }
        page.gap()
        page.paragraph(StyledText(title.uppercased(), .faint))
    }

    /// What was asked about and is known: what is agreed, and what is reported beside it.
    private static func known(
        of term: KnownTerm, _ names: [FieldName], _ doubts: [Doubt]
    ) -> [String] {
        names.filter { name in !doubts.contains { $0.field == name } }
            .compactMap { name in term.fields[name].map { line(name, $0) } }
    }

    /// What is agreed and waits for a condition.
    private static func waiting(of term: KnownTerm, _ doubts: [Doubt]) -> [String] {
        if doubts.contains(where: \.isConditional) { return [] }
        return term.conditional.map { change in
            let name = change.effect.field?.rawValue ?? "the term"
            return
                "\(name): conditional: \(ConditionalPhrase.text(of: change))  (\(change.governing))"
        }
    }

    private static func section(
        _ title: String, _ terms: [(KnownTerm, [Doubt])], _ asked: (KnownTerm) -> [FieldName],
        _ page: inout TextPage
    ) {
        heading(title, of: terms, &page)
        var agreement = ""
        for (term, doubts) in terms {
            if term.agreement.text != agreement {
                agreement = term.agreement.text
                page.paragraph(StyledText(agreement, .strong))
            }
            let status = term.status == .inForce ? "" : ", \(term.status.rawValue)"
            page.paragraph(
                StyledText(term.id.text) + StyledText("  \(term.kind.rawValue)\(status)", .faint),
                indent: 2, hang: 2)
            page.paragraph(StyledText(term.sentence), indent: 4)
            let known = known(of: term, asked(term), doubts)
            for line in known + waiting(of: term, doubts) + texts(of: term, excerpt: false) {
                page.paragraph(StyledText(line), indent: 4, hang: 2)
            }
            for doubt in doubts {
                let note = doubt.field.flatMap { term.fields[$0] }.map { source(of: $0) } ?? ""
                page.paragraph(StyledText("? \(doubt)\(note)", .warning), indent: 4, hang: 2)
            }
        }
    }

    /// Where the words that were looked for occur beside its fields.
    private static func texts(of term: KnownTerm, excerpt: Bool) -> [String] {
        term.texts.map { text in
            let words = excerpt ? SafeText.shortened(text.words, to: 80) : text.words
            return "\(text.place): \(text.reportOf != nil ? "reported: " : "")\(words)"
        }
    }

    private static func line(_ name: FieldName, _ field: KnownField) -> String {
        let own = field.answers.isEmpty ? [] : ["\(field.displayText)\(source(of: field))"]
        let beside = field.competing.map { "reported: \($0.displayText), \($0.governing)" }
        return "\(name): " + (own + beside).joined(separator: "; ")
    }

    private static func source(of field: KnownField) -> String {
        "  (\(field.grade.rawValue), \(field.governing))"
    }

    private static func summary(of portfolio: Portfolio) -> String {
        let count = portfolio.matches.count
        let possible = portfolio.possible.count
        let certain =
            switch count {
            case 0: "no term matches"
            case 1: "1 term matches"
            case _: "\(count) terms match"
            }
        return possible == 0 ? certain : "\(certain), \(possible) more may"
    }
}
