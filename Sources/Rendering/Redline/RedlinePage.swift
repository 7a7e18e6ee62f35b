import Amendments
import Ledger
import Mustache
import Terms

/// What the HTML template shows of a redline; every member is plain text that the template escapes.
struct RedlinePage {
    var title: String
    /// The two days, and the instruments behind the changes where there are any.
    var days: String
    var instruments: String?
    /// How many subjects were added, ended, amended and so on.
    var headline: String
    var questions: [Question]
    var legend: [LegendEntry]
    /// How many differences of which class.
    var summary: String
    var sections: [Section]
    var hidden: String?

    struct Question {
        var label: String
        var from: String
        var to: String
    }

    struct LegendEntry {
        var sign: String
        var meaning: String
    }

    struct Section {
        /// nil where there is only one section.
        var heading: String?
        /// A line for each subject of which what is agreed changed, what matters most first.
        var changes: [Change]
        /// The other subjects: reported, not addressed or restated.
        var others: [Change]
        var groups: [Group]
    }

    struct Change {
        var id: String
        var sign: String
        var meaning: String
        var label: String
        var runs: [Run]
    }

    struct Group {
        var id: String
        var label: String
        var kind: String?
        var sign: String
        var blocks: [Block]
    }

    struct Block {
        var items: [Item]
        /// The instruments in a few words, and how much evidence there is.
        var evidence: String?
        var causes: [Cause]
    }

    struct Item {
        var sign: String
        var meaning: String
        var name: String
        var runs: [Run]
        var verb: String?
        var sentence: Sentence?
        var notes: [String]
    }

    struct Sentence {
        var runs: [Run]
    }

    /// A run of text, of exactly one kind.
    struct Run {
        var kept: String?
        var deleted: String?
        var inserted: String?
    }

    struct Cause {
        var text: String
        var position: String
        var sources: [Source]
    }

    struct Source {
        var text: String
        var grade: String
        var link: String?
    }
}

extension RedlinePage {
    init(_ redline: Redline, options: TextOptions) {
        let (before, after) = (redline.before, redline.after)
        title = "Redline of \(QuestionHead.title(after.title, after.agreement))"
        questions = QuestionHead.pairs(
            QuestionHead(before, options: options), QuestionHead(after, options: options)
        ).map { Question(label: $0.label, from: $0.from, to: $0.to) }
        legend = Sign.allCases.map { LegendEntry(sign: $0.rawValue, meaning: $0.meaning) }
        let outline = RedlineOutline(redline)
        let brief = OverviewChanges(of: redline)
        days = [before, after].map { DayPhrase.withWeekday($0.vantage.on) }.joined(separator: " → ")
        instruments = RedlineOverview.instruments(behind: brief)
        headline = redline.isEmpty ? RedlineText.nothing(in: redline) : brief.counts
        summary = RedlineSummary.text(of: redline, folded: outline.folded)
        let isPhased = outline.sections.count > 1
        sections = zip(outline.sections, brief.sections).map { section, brief in
            Section(section, brief, heading: isPhased ? section.title : nil)
        }
        let parts = RedlineText.hidden(redline)
        hidden = parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension RedlinePage.Section {
    /// The cards stand in the order of the lines above them.
    init(
        _ section: RedlineOutline.Section, _ brief: OverviewChanges.Section, heading: String?
    ) {
        self.heading = heading
        let phase = section.phase
        changes = brief.rows.map { row in
            RedlinePage.Change(
                id: row.subject.anchor(in: phase), sign: row.sign.rawValue,
                meaning: row.sign.meaning, label: row.label,
                runs: row.words.spans.map(RedlinePage.Run.init))
        }
        let places = Dictionary(
            uniqueKeysWithValues: brief.rows.enumerated().map { ($1.subject, $0) })
        let unchanged = section.groups.filter { places[$0.subject] == nil }
        others = unchanged.map { group in
            let sign = group.sign
            return RedlinePage.Change(
                id: group.subject.anchor(in: phase), sign: sign.rawValue,
                meaning: group.isOnlyReported ? "only reported" : sign.meaning,
                label: group.subject.label, runs: [])
        }
        let changed = section.groups.filter { places[$0.subject] != nil }.sorted {
            (places[$0.subject] ?? 0) < (places[$1.subject] ?? 0)
        }
        groups = (changed + unchanged).map { RedlinePage.Group($0, phase: phase) }
    }
}

extension FacetPath.Subject {
    /// Where its card stands in the page.
    fileprivate func anchor(in phase: RedlineLine.Phase) -> String {
        "\(phase.rawValue)-\(address.group)-\(address.id)"
    }
}

extension RedlineOutline.Group {
    /// The sign of what became of it: of its status, else of all its lines, where they are one.
    fileprivate var sign: Sign {
        let items = blocks.flatMap(\.items)
        if let status = items.first(where: \.isStatus) { return status.sign }
        let signs = Set(items.map(\.sign))
        return signs.count == 1 ? signs.first ?? .changed : .changed
    }

    fileprivate var isOnlyReported: Bool {
        blocks.flatMap(\.items).allSatisfy { $0.reportGrade != nil }
    }
}

extension RedlinePage.Group {
    init(_ group: RedlineOutline.Group, phase: RedlineLine.Phase) {
        id = group.subject.anchor(in: phase)
        label = group.subject.label
        kind = group.kind?.rawValue
        sign = group.sign.rawValue
        blocks = group.blocks.map { block in
            RedlinePage.Block(
                items: block.items.map { RedlinePage.Item($0, in: group) },
                evidence: RedlinePage.Block.evidence(of: block.causes),
                causes: block.causes.map(RedlinePage.Cause.init))
        }
    }
}

extension RedlinePage.Block {
    /// `Revised agreement (2026-04-27-revised-agreement#14) and 1 more; 3 sources`.
    fileprivate static func evidence(of causes: [RecordedEvent]) -> String? {
        guard let last = causes.max(by: { $0.position < $1.position }) else { return nil }
        let more = causes.count > 1 ? " and \(causes.count - 1) more" : ""
        let sources = Set(causes.flatMap(\.sources)).count
        return "\(InstrumentPhrase.title(of: last))\(more); "
            + QuestionHead.count(sources, "source")
    }
}

extension RedlinePage.Run {
    fileprivate init(_ span: StyledText.Span) {
        switch span.role {
        case .deleted: self.init(deleted: span.text)
        case .inserted: self.init(inserted: span.text)
        case .plain, .strong, .faint, .warning, .moved: self.init(kept: span.text)
        }
    }
}

extension RedlinePage.Item {
    init(_ item: RedlineItem, in group: RedlineOutline.Group) {
        sign = item.sign.rawValue
        meaning = item.sign.meaning
        name = item.name
        verb =
            item.conditional.map { "conditional (\($0))" }
            ?? item.reportGrade.map { "reported [\($0.rawValue)]" }
        runs = Self.runs(item)
        if item.isStatus {
            let deleted = group.sentence.before.map { RedlinePage.Run(deleted: $0) }
            let inserted = group.sentence.after.map { RedlinePage.Run(inserted: $0) }
            let all = [deleted, inserted].compactMap(\.self)
            sentence = all.isEmpty ? nil : RedlinePage.Sentence(runs: all)
        }
        notes = item.notes
    }

    private static func runs(_ item: RedlineItem) -> [RedlinePage.Run] {
        if item.isInWords { return [.init(kept: RedlineText.words(item).plainText)] }
        guard let diff = RedlineChange(from: item.before, to: item.after).words else {
            let deleted = item.before.map { RedlinePage.Run(deleted: $0.displayText) }
            let inserted = item.after.map { RedlinePage.Run(inserted: $0.displayText) }
            let arrow =
                deleted == nil || inserted == nil ? nil : RedlinePage.Run(kept: " → ")
            return [deleted, arrow, inserted].compactMap(\.self)
        }
        return diff.segments.map { segment in
            switch segment {
            case .kept(let text): .init(kept: text)
            case .deleted(let text): .init(deleted: text)
            case .inserted(let text): .init(inserted: text)
            }
        }
    }
}

extension RedlinePage.Cause {
    init(_ event: RecordedEvent) {
        text = InstrumentPhrase.cause(event)
        position = event.position.description
        sources = event.sources.sorted { ($0.grade, $0.id) < ($1.grade, $1.id) }.map { source in
            RedlinePage.Source(
                text: source.title.map { "\(source.publisher), \($0)" } ?? source.publisher,
                grade: source.grade.rawValue, link: source.url.flatMap(SafeLink.target(of:)))
        }
    }
}
