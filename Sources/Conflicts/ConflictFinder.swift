import Amendments
public import Ledger
public import Terms

/// Finds every conflict among some agreements, over all days there are.
///
/// Terms are bucketed by the parties they name, and a pair in a bucket is looked at when one of its terms
/// begins or changes; so it costs the square of what one party has at one time, never of all.
public struct ConflictFinder: Sendable {
    private let views: [AgreementView]
    private let asked: AgreementID?
    private let vocabulary: ScopeVocabulary

    /// - Parameters:
    ///   - views: one of each agreement, all from the same vantage; the day does not matter.
    ///   - asked: looks for findings with a side in that agreement, and may leave out others; nil for all. An
    ///     agreement with which it has no common ground need not be among the views.
    ///   - vocabularies: agreements beside those, of which only what they say of names counts.
    public init(
        _ views: [AgreementView], about asked: AgreementID? = nil,
        vocabularies: [AgreementView] = []
    ) {
        self.asked = asked
        vocabulary = ScopeVocabulary(
            (views + vocabularies).flatMap(\.reading.state.scopes).map(\.relation))
        self.views = views
    }

    /// Every window of every finding, oldest first.
    public func conflicts() -> [Conflict] {
        let termPeriods = views.flatMap(TermPeriod.all)
        let rules = RuleName.allCases.map(\.rule)
        var found = FoundList()
        for runs in Dictionary(grouping: termPeriods, by: TermPlace.init).values {
            let live = runs.filter { !$0.term.isWaiting }
            for (termPeriod, rule) in live.flatMap({ run in rules.map { (run, $0) } }) {
                guard let finding = rule.finding(of: termPeriod, in: live) else { continue }
                found.add(finding, on: termPeriod.days)
            }
        }
        for (party, bucket) in buckets(of: termPeriods).sorted(by: { $0.key < $1.key })
        where asked.map({ asked in bucket.contains { $0.agreement == asked } }) ?? true {
            look(at: bucket, around: party, by: rules, &found)
        }
        return found.windows(disputes: lastDisputes()).sorted { $0.place < $1.place }
    }

    /// A term whose party is not known stands with every party of its agreement: it may be any of them.
    private func buckets(of termPeriods: [TermPeriod]) -> [PartyID: [TermPeriod]] {
        var buckets: [PartyID: [TermPeriod]] = [:]
        for termPeriod in termPeriods {
            guard let termScope = termPeriod.termScope else { continue }
            var parties: Set<PartyID> = []
            for side in [termScope.grantor, termScope.grantee] {
                switch side {
                case .known(let line): parties.formUnion(line.all)
                case .unknown: parties.formUnion(termPeriod.parties)
                }
            }
            for party in parties { buckets[party, default: []].append(termPeriod) }
        }
        return buckets
    }

    private func look(
        at bucket: [TermPeriod], around party: PartyID, by rules: [any ConflictRule],
        _ found: inout FoundList
    ) {
        var contexts = PartyContextWalk(of: bucket, around: party, vocabulary)
        while let (context, next) = contexts.next() {
            for rule in rules {
                for finding in rule.findings(in: context) {
                    let end = rule.isPairwise ? finding.sides.map(\.days.end).min() : next
                    guard let days = DayRange(from: context.day, to: end) else { continue }
                    found.add(finding, on: days)
                }
            }
        }
    }

    /// The disputes of each agreement as they stand at the end of what is known.
    private func lastDisputes() -> [AgreementID: [ConformedDispute]] {
        Dictionary(
            views.compactMap { view -> (AgreementID, [ConformedDispute])? in
                view.reading.changeDays.last.map {
                    (view.reading.state.id, view.reading.disputes(on: $0))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}
