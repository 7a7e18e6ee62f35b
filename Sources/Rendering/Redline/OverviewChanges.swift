import Algorithms
import Amendments
import Ledger
import Terms

/// A redline in short: what changed of each subject, in a line; what did not change what is agreed, in numbers.
struct OverviewChanges {
    var sections: [Section]
    /// How many subjects were added, ended, amended, and so on.
    var counts: String
    /// What is said where nothing is shown.
    var nothing: String

    /// What was learned, or what took effect.
    struct Section {
        var title: String
        var rows: [Row]
    }

    struct Row {
        var sign: Sign
        var subject: FacetPath.Subject
        var words: StyledText
        var causes: [RecordedEvent]
        fileprivate var rank: Rank

        var label: String { subject.label }
    }

    init(of redline: Redline) {
        let outline = RedlineOutline(redline)
        func sections(_ isShown: (RedlineItem) -> Bool) -> [Section] {
            outline.sections.map { section in
                let rows = section.groups.compactMap { Self.row(for: $0, isShown, in: redline) }
                return Section(title: section.title, rows: rows.sorted { $0.rank < $1.rank })
            }
        }
        let agreed = sections(\.isChange)
        // Reports are counted, and shown where nothing else changed.
        let isAnyAgreed = agreed.contains { !$0.rows.isEmpty }
        self.sections = isAnyAgreed ? agreed : sections { $0.reportGrade != nil }
        counts = Self.counts(of: outline, rows: agreed.flatMap(\.rows))
        nothing = RedlineText.nothing(in: redline)
    }

    /// What is shown of a subject; nil where nothing is.
    private static func row(
        for group: RedlineOutline.Group, _ isShown: (RedlineItem) -> Bool, in redline: Redline
    ) -> Row? {
        let blocks = group.blocks.map { block in
            RedlineOutline.Block(items: block.items.filter(isShown), causes: block.causes)
        }.filter { !$0.items.isEmpty }
        guard !blocks.isEmpty else { return nil }
        let items = blocks.flatMap(\.items)
        let sign = items.first(where: \.isStatus)?.sign ?? Self.sign(of: items)
        let words: StyledText
        if group.sentence.after != nil, let term = redline.after.term(group.subject) {
            words = TermOverview.text(of: term)
        } else if group.sentence.before != nil, let term = redline.before.term(group.subject) {
            words = TermOverview.text(of: term)
        } else {
            words = items.map(\.brief).joined(separator: "; ")
        }
        return Row(
            sign: sign, subject: group.subject, words: words,
            causes: Array(blocks.flatMap(\.causes).uniqued()), rank: Rank(group, sign))
    }

    /// The sign of a subject of which only parts changed.
    private static func sign(of items: [RedlineItem]) -> Sign {
        let signs = Set(items.map(\.sign))
        return signs.count == 1 ? signs.first ?? .changed : .changed
    }

    private static func counts(of outline: RedlineOutline, rows: [Row]) -> String {
        var counts = Sign.allCases.compactMap { sign -> String? in
            let count = rows.count { $0.sign == sign }
            return count > 0 ? "\(count) \(sign.word)" : nil
        }
        let others = outline.sections.flatMap(\.groups).filter { group in
            !group.blocks.contains { $0.items.contains(where: \.isChange) }
        }
        let kinds: [(String, (RedlineItem) -> Bool)] = [
            ("only reported", { $0.reportGrade != nil }),
            ("not addressed", { $0.classification == .silent }),
            ("restated", { $0.classification == .reaffirmed }),
        ]
        var left = others
        for (words, isOne) in kinds {
            let count = left.count { $0.blocks.contains { $0.items.contains(where: isOne) } }
            if count > 0 { counts.append("\(count) \(words)") }
            left.removeAll { $0.blocks.contains { $0.items.contains(where: isOne) } }
        }
        return counts.isEmpty ? "0 differences" : counts.joined(separator: ", ")
    }
}

/// In which order the lines of a redline stand on one screen.
private struct Rank: Comparable {
    private let isTerm: Bool
    private let sign: Int
    private let category: TermCategory
    private let subject: FacetPath.Subject

    init(_ group: RedlineOutline.Group, _ sign: Sign) {
        subject = group.subject
        isTerm = group.kind != nil
        category = group.kind?.definition.category ?? .form
        self.sign =
            switch sign {
            case .changed, .moved, .same, .unclear: 0
            case .removed: 1
            case .added: 2
            }
    }

    /// Terms first; of them what changed, then what ended, then what came; of each what matters most.
    static func < (lhs: Rank, rhs: Rank) -> Bool {
        (lhs.isTerm ? 0 : 1, lhs.sign, lhs.category, lhs.subject)
            < (rhs.isTerm ? 0 : 1, rhs.sign, rhs.category, rhs.subject)
    }
}

extension RedlineItem {
    /// Up to how many characters an old and a new text have that stand there beside each other.
    private static let shortTexts = 60

    /// What became of it; of a text that was worded anew, only that.
    fileprivate var brief: StyledText {
        if facets.count == 1, case .stated(.text(let old))? = before,
            case .stated(.text(let new))? = after, old.count + new.count > Self.shortTexts
        {
            return StyledText("\(name): reworded")
        }
        return StyledText("\(name): ") + RedlineText.words(self)
    }

    /// Whether it is a change of what is agreed: no report, no silence, no restatement.
    fileprivate var isChange: Bool {
        guard reportGrade == nil, !isSilence else { return false }
        switch classification {
        case .silent, .reaffirmed: return false
        case .added, .removed, .amended, .scheduledStep, .ended, .corrected, .disclosed, .redacted,
            .moved, .notComparable:
            return true
        }
    }
}

extension Sign {
    fileprivate var word: String {
        switch self {
        case .added: "added"
        case .removed: "ended"
        case .changed: "amended"
        case .moved: "moved"
        case .same: "restated"
        case .unclear: "not comparable"
        }
    }
}
