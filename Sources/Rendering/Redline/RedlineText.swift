import Amendments
public import Ledger
public import Questions
import Terms

/// A redline as text: signs first, each line with its instrument and sources.
public enum RedlineText {
    /// The page for one redline.
    public static func render(_ redline: Redline, options: TextOptions) -> String {
        if !options.showsFields { return RedlineOverview.render(redline, options: options) }
        var page = TextPage(options)
        head(redline, options: options, to: &page)
        body(redline, options, to: &page)
        page.foot(hidden: hidden(redline))
        return page.text
    }

    /// The page for every step between two points, oldest first.
    public static func render(_ answer: Answer<StepsQuestion>, options: TextOptions) -> String {
        if !options.showsFields { return RedlineOverview.render(answer, options: options) }
        let (whole, steps) = (answer.content.redline, answer.content.steps)
        var page = TextPage(options)
        head(whole, options: options, to: &page)
        if steps.isEmpty { page.paragraph("no step changes anything") }
        for step in steps {
            page.gap()
            page.paragraph(StyledText(title(ofStep: step), .strong))
            page.gap()
            body(step, options, to: &page)
        }
        page.foot(hidden: hidden(whole))
        return page.text
    }

    static func title(ofStep step: Redline) -> String {
        let (from, to) = (step.before.vantage, step.after.vantage)
        let day = DayPhrase.withWeekday(to.on)
        return from.on == to.on ? "step: learned, as of \(day)" : "step: \(day)"
    }

    static func head(
        _ redline: Redline, options: TextOptions, to page: inout TextPage
    ) {
        let (before, after) = (redline.before, redline.after)
        page.paragraph(
            StyledText("Redline of \(QuestionHead.title(after.title, after.agreement))", .strong),
            hang: 2)
        for (label, copy) in [("from", before), ("to", after)] {
            page.row(
                StyledText(label, .faint), StyledText(question(copy, options: options)),
                labelWidth: 4)
        }
        page.gap()
    }

    private static func question(_ copy: ConformedCopy, options: TextOptions) -> String {
        let head = QuestionHead(copy, options: options)
        return head.rows.map { "\($0.label) \($0.text)" }.joined(separator: "; ")
    }

    /// That nothing differs, as far as it was read.
    static func nothing(in redline: Redline) -> String {
        NotReadPhrase.between(redline.before.terms, redline.after.terms).map {
            "no difference on record; \($0)"
        } ?? "no difference"
    }

    /// What changed, without the question.
    static func body(
        _ redline: Redline, _ options: TextOptions, to page: inout TextPage
    ) {
        if !options.showsFields {
            return RedlineOverview.write(OverviewChanges(of: redline), options, to: &page)
        }
        let outline = RedlineOutline(redline)
        if redline.isEmpty { page.paragraph(StyledText(nothing(in: redline)), hang: 2) }
        let isPhased = outline.sections.count > 1
        for section in outline.sections {
            if isPhased {
                page.gap()
                page.paragraph(StyledText(section.title, .strong))
            }
            for group in section.groups { write(group, options, to: &page) }
        }
        page.gap()
        page.paragraph(
            StyledText(RedlineSummary.text(of: redline, folded: outline.folded)), hang: 2)
    }

    private static func write(
        _ group: RedlineOutline.Group, _ options: TextOptions, to page: inout TextPage
    ) {
        page.gap()
        let kind = group.kind.map { StyledText("  \($0.rawValue)", .faint) } ?? ""
        page.paragraph(StyledText(group.subject.label, .strong) + kind, hang: 2)
        let widest =
            group.blocks.flatMap(\.items).filter { $0.facets.count == 1 }
            .map { DisplayWidth.of($0.name) }.max() ?? 0
        let labelWidth = min(22, max(10, widest))
        var alreadyShown: [Source] = []
        for block in group.blocks {
            for item in block.items { write(item, in: group, block, labelWidth, to: &page) }
            if options.showsSources {
                causes(of: block.causes, alreadyShown: &alreadyShown, to: &page)
            }
        }
    }

    private static func write(
        _ item: RedlineItem, in group: RedlineOutline.Group, _ block: RedlineOutline.Block,
        _ labelWidth: Int, to page: inout TextPage
    ) {
        let positions = block.causes.map(\.position.description).joined(separator: " ")
        let trailing = positions.count <= 12 ? StyledText(positions, .faint) : ""
        let sign = StyledText(item.sign.rawValue, item.sign.role == .plain ? .plain : .strong)
        if item.facets.count > 1 {
            page.paragraph(
                sign + " " + StyledText("\(item.name): \(words(item).plainText)"), hang: 4)
        } else {
            page.row(
                StyledText(item.name), words(item), labelWidth: labelWidth, indent: 2, lead: sign,
                trailing: trailing)
        }
        if item.isStatus {
            if let sentence = group.sentence.before {
                page.paragraph(StyledText("[-\(sentence)-]", .deleted), indent: 4)
            }
            if let sentence = group.sentence.after {
                page.paragraph(StyledText("{+\(sentence)+}", .inserted), indent: 4)
            }
        }
        for note in item.notes { page.paragraph(StyledText("(\(note))", .faint), indent: 4) }
    }

    /// What a line says beside its sign and name.
    static func words(_ item: RedlineItem) -> StyledText {
        if item.isSilence {
            return "not addressed by this instrument; the previous value still applies"
        }
        if item.before == .silent { return "addressed again, or no longer part of the term" }
        switch item.classification {
        case .reaffirmed:
            let isValue = item.facets.count == 1 && item.name != "whole term"
            let value = isValue ? item.after.map { "\($0.displayText), " } ?? "" : ""
            return StyledText("\(value)unchanged, restated")
        case .added, .removed, .amended, .scheduledStep, .ended, .corrected, .disclosed, .redacted,
            .moved, .silent, .notComparable:
            let change = RedlineChange(from: item.before, to: item.after)
            if item.isStatus {
                return change.statusStyled + StyledText(item.verb.map { "  (\($0))" } ?? "")
            }
            if let condition = item.conditional {
                return "conditional: " + change.styled + StyledText(" (\(condition))")
            }
            guard let grade = item.reportGrade else { return change.styled }
            return "reported: " + change.styled + StyledText(" [\(grade.rawValue)]")
        }
    }

    static func causes(
        of events: [RecordedEvent], alreadyShown: inout [Source], to page: inout TextPage
    ) {
        if events.isEmpty {
            page.paragraph(StyledText("by the calendar alone", .faint), indent: 4)
        }
        for event in events {
            page.paragraph(
                StyledText("\(event.position) by \(InstrumentPhrase.cause(event))", .faint),
                indent: 4, hang: 2)
            let sources = event.sources
            let words =
                sources == alreadyShown ? "the same" : InstrumentPhrase.sources(sources)
            page.paragraph(StyledText("sources: \(words)", .faint), indent: 6, hang: 2)
            alreadyShown = sources
        }
    }

    static func hidden(_ redline: Redline) -> [String] {
        let (before, after) = (redline.before.resolved, redline.after.resolved)
        let (from, to) = (QuestionHead.hidden(before), QuestionHead.hidden(after))
        if from == to { return to }
        return from.map { "\($0) than the first point knows" }
            + to.map { "\($0) than the second point knows" }
    }
}
