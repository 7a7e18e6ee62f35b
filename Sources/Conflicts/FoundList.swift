import Amendments
import Ledger
import Terms

/// What the rules found, run of days by run of days, to be joined into windows.
struct FoundList {
    private var found: [Key: [Run]] = [:]

    private struct Key: Hashable {
        let rule: RuleName
        let sides: [Side]
    }

    private struct Side: Hashable {
        let agreement: AgreementID
        let term: TermID
    }

    private struct Run {
        var days: DayRange
        let finding: Finding
        /// The sides as they stood last.
        var last: [TermPeriod]

        func says(the other: Finding) -> Bool {
            finding.proofs == other.proofs && finding.resolution == other.resolution
                && finding.notes == other.notes && finding.isFaint == other.isFaint
                && finding.partyInRisk == other.partyInRisk
        }
    }

    /// Adds what holds on a run of days; the same found twice on one day counts once.
    mutating func add(_ finding: Finding, on days: DayRange) {
        guard finding.certainty != nil else { return }
        let key = Key(
            rule: finding.rule,
            sides: finding.sides.map { Side(agreement: $0.agreement, term: $0.term.identity) })
        found[key, default: []].append(
            Run(days: days, finding: finding, last: finding.sides))
    }

    /// Every window, with what closed it.
    func windows(disputes: [AgreementID: [ConformedDispute]]) -> [Conflict] {
        found.values.flatMap { runs -> [Conflict] in
            let joined = Self.joined(runs)
            return joined.indices.compactMap { index in
                let next = index + 1 < joined.count ? joined[index + 1] : nil
                return Self.conflict(joined[index], before: next, disputes)
            }
        }
    }

    private static func joined(_ runs: [Run]) -> [Run] {
        var joined: [Run] = []
        for run in runs.sorted(by: { $0.days.from < $1.days.from }) {
            guard let last = joined.last else {
                joined.append(run)
                continue
            }
            // Two buckets may have the same days.
            if run.days.from < last.days.end {
                if run.days.from == last.days.from || last.says(the: run.finding) { continue }
            }
            if let days = last.days.joined(with: run.days), last.says(the: run.finding) {
                joined[joined.count - 1].days = days
                joined[joined.count - 1].last = run.last
            } else {
                joined.append(run)
            }
        }
        return joined
    }

    private static func conflict(
        _ run: Run, before next: Run?, _ disputes: [AgreementID: [ConformedDispute]]
    ) -> Conflict? {
        guard let certainty = run.finding.certainty else { return nil }
        let goesOn = next != nil && next?.days.from == run.days.to
        let ended = run.last.filter { $0.days.to != nil && $0.days.to == run.days.to }
        var closedBy = ended.flatMap(\.endedBy)
        if goesOn, let resolution = next?.finding.resolution, run.finding.resolution == nil {
            closedBy = resolution.events
        }
        let about = run.finding.sides.flatMap { side in
            (disputes[side.agreement] ?? []).filter {
                $0.about.contains(side.term.identity) || $0.about.contains(side.term.id)
            }
        }
        return Conflict(
            rule: run.finding.rule, certainty: certainty,
            sides: run.finding.sides.map(ConflictSide.init), days: run.days,
            proofs: run.finding.proofs, resolution: run.finding.resolution,
            closedBy: unique(closedBy), goesOn: goesOn, partyInRisk: run.finding.partyInRisk,
            isFaint: run.finding.isFaint,
            disputes: unique(about), notes: run.finding.notes)
    }

    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
