import Amendments
import Ledger
import Mustache
import Terms

/// What the HTML template shows of a redline; every member is plain text that the template escapes.
struct RedlinePage {
    var title: String
    var questions: [Question]
    var legend: [LegendEntry]
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
        var groups: [Group]
    }

    struct Group {
        var id: String
        var label: String
        var kind: String?
        var count: String
        var blocks: [Block]
    }

    struct Block {
        var items: [Item]
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
        summary = RedlineSummary.text(of: redline, folded: outline.folded)
        let isPhased = outline.sections.count > 1
        sections = outline.sections.map { section in
            Section(
                heading: isPhased ? section.title : nil,
                groups: section.groups.map { Group($0, phase: section.phase) })
        }
        let parts = RedlineText.hidden(redline)
        hidden = parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension RedlinePage.Group {
    init(_ group: RedlineOutline.Group, phase: RedlineLine.Phase) {
        let address = group.subject.address
        id = "\(phase.rawValue)-\(address.group)-\(address.id)"
        label = group.subject.label
        kind = group.kind?.rawValue
        let signs = group.blocks.flatMap(\.items).map(\.sign.rawValue)
        count = signs.joined(separator: " ")
        blocks = group.blocks.map { block in
            RedlinePage.Block(
                items: block.items.map { RedlinePage.Item($0, in: group) },
                causes: block.causes.map(RedlinePage.Cause.init))
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
