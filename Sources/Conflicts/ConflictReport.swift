public import Amendments
public import Ledger
public import Terms

/// The conflicts of some agreements on the days asked about, as known from a vantage.
///
/// A conflict that is over keeps its days: asked about one of them, it is still reported. Pure: the same
/// events and question give the same answer.
public struct ConflictReport: Sendable {
    /// The agreements named; empty for all of the book.
    public let asked: [AgreementID]
    /// The agreements read.
    public let read: [AgreementID]
    /// The days asked about, both included.
    public let range: ClosedRange<Day>
    public let disclosedBy: Day?
    /// The position the answer rests on; nil in an empty book.
    public let position: Position?
    /// Recordings of the agreements read that the vantage hides: disclosed later; recorded later, nil where they are
    /// not counted.
    public let hidden: (byDisclosure: Int, byPosition: Int?)
    /// Recordings of the agreements read that the answer rests on and that no one made yet.
    public let drafts: [RecordingHeader]
    /// What nothing settles: findings about two terms first, certain before possible, disputed before
    /// others, then by how little is unknown.
    public let conflicts: [Conflict]
    /// What an exception, a waiver, a refusal or a later instrument of the same agreement settles.
    public let settled: [Conflict]
    /// What depends on a term whose bound party is not known, or on terms of which nothing but the parties is
    /// known to have to do with each other.
    public let faint: [Conflict]
    /// Gaps in the record: contested values, instruments that are silent on what they took the ground from,
    /// terms that depend on what is gone. No conflicts.
    public let gaps: [Conflict]

    /// - Parameters:
    ///   - range: the days asked about.
    ///   - views: one of every agreement to read, all from the same vantage.
    ///   - asked: with one agreement named, findings with at least one side in it; with several,
    ///     findings among them; with none, all.
    ///   - rules: only findings of these; empty for every rule.
    ///   - vocabularies: agreements beside those, of which only what they say of names counts.
    public init(
        _ views: [AgreementView], asked: [AgreementID], over range: ClosedRange<Day>,
        rules: Set<RuleName> = [], vocabularies: [AgreementView] = []
    ) {
        self.asked = asked
        read = views.map(\.reading.state.id)
        self.range = range
        disclosedBy = views.first?.vantage.disclosedBy
        position = views.compactMap(\.resolved.position).max()
        hidden = (
            views.reduce(0) { $0 + $1.resolved.hiddenByDisclosure },
            views.reduce(0) { sum, view in
                sum.flatMap { sum in view.resolved.hiddenByPosition.map { sum + $0 } }
            }
        )
        drafts = views.flatMap(\.resolved.drafts).reduce(into: []) { drafts, draft in
            if !drafts.contains(where: { $0.key == draft.key }) { drafts.append(draft) }
        }
        let named = asked.count == 1 ? asked.first : nil
        let finder = ConflictFinder(views, about: named, vocabularies: vocabularies)
        let all = finder.conflicts().filter { conflict in
            guard rules.isEmpty || rules.contains(conflict.rule) else { return false }
            let agreements = conflict.sides.map(\.agreement)
            switch asked.count {
            case 0: return conflict.meets(range)
            case 1: return conflict.meets(range) && agreements.contains(asked[0])
            case _: return conflict.meets(range) && agreements.allSatisfy(asked.contains)
            }
        }
        gaps = all.filter(\.isGap).sorted(by: Self.weight)
        let found = all.filter { !$0.isGap }
        conflicts = found.filter { !$0.isResolved && !$0.isFaint }.sorted(by: Self.weight)
        settled = found.filter { $0.isResolved && !$0.isFaint }
        faint = found.filter(\.isFaint).sorted(by: Self.weight)
    }

    /// Whether nothing unsettled was found.
    public var isEmpty: Bool { conflicts.isEmpty }

    /// Two terms before one; certain first, then what someone disputes, then by how little is unknown,
    /// then oldest first.
    private static func weight(_ left: Conflict, _ right: Conflict) -> Bool {
        func key(_ conflict: Conflict) -> (Int, Int, Int, Int, Day, String) {
            (
                conflict.sides.count > 1 ? 0 : 1,
                conflict.certainty == .certain ? 0 : 1, conflict.disputes.isEmpty ? 1 : 0,
                conflict.openDimensions.count, conflict.place.from, conflict.place.text
            )
        }
        return key(left) < key(right)
    }
}
