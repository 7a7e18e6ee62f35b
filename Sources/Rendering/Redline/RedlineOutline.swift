import Amendments
import Ledger
import Terms

/// A redline in the order in which it is shown: by phase, by subject, by the instruments behind it.
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
        /// How many lines the sentence says already.
        var folded = 0

        /// Whether the term came or went as a whole.
        var isWhole: Bool { sentence.before != nil || sentence.after != nil }
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
            let others = Set(lines.filter { $0.phase != phase }.map(\.path.subject))
            return Section(
                phase: phase, groups: Self.groups(of: own, in: redline, shownTwice: others))
        }
    }

    private static func groups(
        of lines: [RedlineLine], in redline: Redline, shownTwice: Set<FacetPath.Subject>
    ) -> [Group] {
        let bySubject = Dictionary(grouping: lines, by: \.path.subject)
        return bySubject.keys.sorted().map { subject in
            group(
                subject, bySubject[subject] ?? [], in: redline,
                isShownTwice: shownTwice.contains(subject))
        }
    }

    private static func group(
        _ subject: FacetPath.Subject, _ lines: [RedlineLine], in redline: Redline,
        isShownTwice: Bool
    ) -> Group {
        let (before, after) = (redline.before.term(subject), redline.after.term(subject))
        var group = Group(
            subject: subject, kind: (after ?? before)?.kind, sentence: (nil, nil), blocks: [])
        // A term of both phases has a state in between, which neither end's sentence states.
        let status = isShownTwice ? nil : lines.first { $0.path.facet == "status" }
        switch status.map(Sign.init(of:)) {
        case .added?: group.sentence.after = after?.sentence
        case .removed?: group.sentence.before = before?.sentence
        case .changed?, .moved?, .same?, .unclear?, nil: break
        }
        let sentence = (after ?? before)?.kind.definition.sentence.fields ?? []
        let alreadyShown = group.isWhole ? Set(sentence) : []
        let behind = Set(status?.causes ?? [])
        let items = lines.filter { line in
            // What another instrument made of the term since is its own line, with its own cause.
            line.after != nil && !behind.isSuperset(of: line.causes)
                || !Self.isStated(line, by: alreadyShown, in: group)
        }
        group.folded = lines.count - items.count
        group.blocks = blocks(of: items, after: after, before: before)
        if group.sentence.after != nil, let after {
            note(waitingIn: after, beside: lines, in: &group)
        }
        return group
    }

    /// What was agreed of a term that came as a whole, and waits for a condition, stands by its sentence, unless it has
    /// a line of its own.
    private static func note(
        waitingIn term: ConformedTerm, beside lines: [RedlineLine], in group: inout Group
    ) {
        let shown = Set(lines.compactMap { $0.path.conditional?.label })
        let notes = term.conditionalChanges.filter {
            !shown.contains(ConditionalPhrase.label(of: $0))
        }.map(ConditionalPhrase.line)
        for (block, blocked) in group.blocks.enumerated() {
            for (item, shown) in blocked.items.enumerated() where shown.isStatus {
                group.blocks[block].items[item].notes += notes
            }
        }
    }

    /// Whether the sentence of a term that came or went, or its causes, say already what a line would.
    private static func isStated(
        _ line: RedlineLine, by sentence: Set<FieldName>, in group: Group
    ) -> Bool {
        guard group.isWhole, let name = FieldName(rawValue: line.path.facet) else { return false }
        switch (line.before, line.after) {
        case (nil, .stated(.bound(let bound))?) where name == .starts:
            return line.causes.contains { $0.effective == bound }
        case (_, nil) where name == .starts: return true
        case (nil, .stated?), (.stated?, nil): return sentence.contains(name)
        case _: return false
        }
    }

    /// One block for each chain of causes, in the order of its first line.
    private static func blocks(
        of lines: [RedlineLine], after: ConformedTerm?, before: ConformedTerm?
    ) -> [Block] {
        var blocks: [Block] = []
        let order = ((after ?? before)?.kind.definition.fields ?? []).map(\.name.rawValue)
        for line in lines.sorted(by: { rank($0, in: order) < rank($1, in: order) }) {
            let item = RedlineItem(line, after: after, before: before)
            if let index = blocks.firstIndex(where: { $0.causes == line.causes }) {
                blocks[index].items.append(item)
            } else {
                blocks.append(Block(items: [item], causes: line.causes))
            }
        }
        return blocks.map { Block(items: RedlineItem.gathered($0.items), causes: $0.causes) }
    }

    /// Status first, then the fields in the order of the kind, then what is asserted beside them, what
    /// was not addressed, and what was restated.
    private static func rank(
        _ line: RedlineLine, in order: [String]
    ) -> (Int, Int, FacetPath) {
        let place = order.firstIndex(of: line.path.facet)
        switch line.classification {
        case .reaffirmed: return (4, place ?? order.count, line.path)
        case .silent: return (3, place ?? order.count, line.path)
        case .added, .removed, .amended, .scheduledStep, .ended, .corrected, .disclosed, .redacted,
            .moved, .notComparable:
            if line.path.facet == "status" { return (0, 0, line.path) }
            let isField = FieldName(rawValue: line.path.facet) != nil
            return (isField ? 1 : 2, place ?? order.count, line.path)
        }
    }

    /// How many lines are stated in sentences only.
    var folded: Int { sections.flatMap(\.groups).reduce(0) { $0 + $1.folded } }
}

extension ConformedCopy {
    func term(_ subject: FacetPath.Subject) -> ConformedTerm? {
        switch subject {
        case .term(let id): terms.first { $0.identity == id }
        case .condition, .dispute, .party, .expectation: nil
        }
    }
}
