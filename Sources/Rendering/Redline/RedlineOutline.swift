import Amendments
import Ledger
import Terms

/// A redline in the order in which it is told: by phase, by subject, by the instruments behind it.
///
/// Text, Markdown and HTML are written from the same outline, so that they say the same.
struct RedlineOutline {
    var sections: [Section]

    /// What was learned, or what took effect.
    struct Section {
        var phase: RedlineLine.Phase
        var groups: [Group]

        var title: String {
            switch phase {
            case .learned: "What was learned"
            case .tookEffect: "What took effect"
            }
        }
    }

    /// Everything about one subject.
    struct Group {
        var subject: FacetPath.Subject
        var kind: TermKind?
        /// How the term read before and after, where it came or went as a whole.
        var sentence: (before: String?, after: String?)
        var blocks: [Block]
    }

    /// Lines that the same events caused.
    struct Block {
        var items: [RedlineItem]
        var causes: [RecordedEvent]
    }

    init(_ redline: Redline) {
        let lines = redline.lines + redline.restated
        sections = RedlineLine.Phase.allCases.compactMap { phase in
            let own = lines.filter { $0.phase == phase }
            guard !own.isEmpty else { return nil }
            return Section(phase: phase, groups: Self.groups(of: own, in: redline))
        }
    }

    private static func groups(of lines: [RedlineLine], in redline: Redline) -> [Group] {
        let bySubject = Dictionary(grouping: lines, by: \.path.subject)
        return bySubject.keys.sorted().map { subject in
            group(subject, bySubject[subject] ?? [], in: redline)
        }
    }

    private static func group(
        _ subject: FacetPath.Subject, _ lines: [RedlineLine], in redline: Redline
    ) -> Group {
        let (before, after) = (redline.before.term(subject), redline.after.term(subject))
        var group = Group(
            subject: subject, kind: (after ?? before)?.kind, sentence: (nil, nil), blocks: [])
        let status = lines.first { $0.path.facet == "status" }
        switch status.map(Sign.init(of:)) {
        case .added?: group.sentence.after = after?.sentence
        case .removed?: group.sentence.before = before?.sentence
        case .changed?, .moved?, .same?, .unclear?, nil: break
        }
        let told = Set(
            group.sentence.after == nil && group.sentence.before == nil
                ? [] : (after ?? before)?.kind.definition.sentence.fields ?? [])
        let items = lines.filter { line in
            !told.contains { $0.rawValue == line.path.facet } || !Self.isTold(line)
        }
        group.blocks = blocks(of: items, after: after, before: before)
        return group
    }

    /// Whether the term's sentence already says what this line would.
    private static func isTold(_ line: RedlineLine) -> Bool {
        switch (line.before, line.after) {
        case (nil, .stated?), (.stated?, nil): true
        case _: false
        }
    }

    /// One block for each chain of causes, in the order of its first line.
    private static func blocks(
        of lines: [RedlineLine], after: ConformedTerm?, before: ConformedTerm?
    ) -> [Block] {
        var blocks: [Block] = []
        for line in lines.sorted(by: tellsFirst) {
            let item = RedlineItem(line, after: after, before: before)
            if let index = blocks.firstIndex(where: { $0.causes == line.causes }) {
                blocks[index].items.append(item)
            } else {
                blocks.append(Block(items: [item], causes: line.causes))
            }
        }
        return blocks.map { Block(items: RedlineItem.gathered($0.items), causes: $0.causes) }
    }

    /// Status first, then what changed, then what was restated.
    private static func tellsFirst(_ lhs: RedlineLine, _ rhs: RedlineLine) -> Bool {
        func rank(_ line: RedlineLine) -> Int {
            switch line.classification {
            case .reaffirmed: 2
            case .silent: 1
            case .added, .removed, .amended, .scheduledStep, .ended, .corrected, .disclosed,
                .redacted, .moved, .notComparable:
                0
            }
        }
        return (rank(lhs), lhs.path) < (rank(rhs), rhs.path)
    }
}

extension ConformedCopy {
    func term(_ subject: FacetPath.Subject) -> ConformedTerm? {
        switch subject {
        case .term(let id): terms.first { $0.identity == id }
        case .condition, .dispute, .party, .expectation: nil
        }
    }
}
