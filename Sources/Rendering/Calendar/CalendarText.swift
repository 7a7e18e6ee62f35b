import Amendments
public import Deadlines
import Ledger
import Terms

/// A calendar of deadlines as text, each with how its day was worked out and by which instruments.
public enum CalendarText {
    public static func render(_ calendar: DeadlineCalendar, options: TextOptions) -> String {
        var page = TextPage(options)
        head(calendar, options: options, to: &page)
        let all = calendar.deadlines
        let dated = all.filter { $0.when.days != nil }
        let undated = all.filter { $0.when.days == nil }
        if dated.isEmpty { page.paragraph("nothing falls on a day in this span") }
        write(dated, options, to: &page)
        if !undated.isEmpty {
            page.gap()
            page.paragraph(StyledText("no day known", .strong))
            page.gap()
            write(undated, options, to: &page)
        }
        foot(calendar, isAnyTentative: dated.contains(where: \.isTentative), to: &page)
        if !options.showsFields {
            page.gap()
            page.notShown(["how each day is worked out, and by which instruments"])
        }
        return page.text
    }

    private static func write(
        _ deadlines: [Deadline], _ options: TextOptions, to page: inout TextPage
    ) {
        if options.showsFields {
            for deadline in deadlines { write(deadline, to: &page) }
        } else {
            let isOfOne = Set(deadlines.map(\.agreement)).count == 1
            page.brief(
                deadlines.map { deadline in
                    OverviewRow(
                        label: StyledText(DeadlinePhrase.when(deadline.when), .strong),
                        text: StyledText(
                            isOfOne
                                ? DeadlinePhrase.shortTitle(of: deadline)
                                : DeadlinePhrase.title(of: deadline))
                            + StyledText(
                                deadline.causes.last.map { "  (\($0.reference))" } ?? "", .faint),
                        lead: StyledText(
                            deadline.when.days != nil && deadline.isTentative ? "~" : " "))
                })
        }
    }

    private static func head(
        _ calendar: DeadlineCalendar, options: TextOptions, to page: inout TextPage
    ) {
        page.paragraph(
            StyledText(
                "Calendar from \(DayPhrase.withWeekday(calendar.span.lowerBound)) through "
                    + DayPhrase.withWeekday(calendar.span.upperBound), .strong), hang: 2)
        var rows: [(String, String)] = []
        let titles = calendar.agreements.map { QuestionHead.title($0.title, $0.id) }
        // On one screen each line names its own.
        let list =
            options.showsFields || titles.count < 3
            ? titles.joined(separator: "; ") : "\(titles.count) have something in it"
        rows.append(("agreements", titles.isEmpty ? "none" : list))
        if let position = calendar.position {
            rows.append(("knowing", QuestionHead.knowledge(of: calendar.vantage)))
            rows.append(
                ("recorded at", QuestionHead.position(position, asked: options.askedPosition)))
        }
        if let drafts = QuestionHead.drafts(calendar.drafts) { rows.append(("rests on", drafts)) }
        for (label, text) in rows {
            page.row(StyledText(label, .faint), StyledText(text), labelWidth: 15)
        }
        page.gap()
    }

    private static func write(_ deadline: Deadline, to page: inout TextPage) {
        let sign = deadline.when.days != nil && deadline.isTentative ? "~ " : "  "
        page.paragraph(
            StyledText(sign + DeadlinePhrase.when(deadline.when), .strong)
                + StyledText("  " + DeadlinePhrase.title(of: deadline)), hang: 4)
        page.paragraph(StyledText(DeadlinePhrase.basis(of: deadline)), indent: 4, hang: 2)
        for cause in deadline.causes {
            page.paragraph(StyledText(DeadlinePhrase.cause(cause), .faint), indent: 4, hang: 2)
        }
    }

    private static func foot(
        _ calendar: DeadlineCalendar, isAnyTentative: Bool, to page: inout TextPage
    ) {
        if isAnyTentative {
            page.gap()
            page.paragraph(
                StyledText(
                    "~ not certain: imprecise, not stated to the day, or resting on what has not "
                        + "happened", .faint), hang: 2)
        }
        let notRead = calendar.agreements.flatMap { part in part.notRead.map { (part.id, $0) } }
        if let text = NotReadPhrase.text(of: notRead) {
            page.gap()
            page.paragraph(StyledText(text, .warning), hang: 2)
        }
        let points = calendar.read.map(\.resolved)
        let disclosed = points.reduce(0) { $0 + $1.hiddenByDisclosure }
        let recorded = points.reduce(0) { $0 + ($1.hiddenByPosition ?? 0) }
        var hidden: [String] = []
        if disclosed > 0 {
            hidden.append("\(QuestionHead.count(disclosed, "recording")) disclosed later")
        }
        if recorded > 0 {
            hidden.append("\(QuestionHead.count(recorded, "recording")) recorded later")
        }
        page.foot(hidden: hidden)
    }
}

extension DeadlineCalendar {
    /// The drafts that it rests on, each once.
    var drafts: [RecordingHeader] {
        read.flatMap(\.resolved.drafts).reduce(into: []) { drafts, draft in
            if !drafts.contains(where: { $0.key == draft.key }) { drafts.append(draft) }
        }
    }
}
