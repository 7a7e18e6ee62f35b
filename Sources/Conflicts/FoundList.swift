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
        let from: Day
        var to: Day?
        let meeting: Meeting
        /// The sides as they stood last.
        var last: [Holding]

        func says(the other: Meeting) -> Bool {
            meeting.proofs == other.proofs && meeting.resolution == other.resolution
                && meeting.notes == other.notes && meeting.isFaint == other.isFaint
                && meeting.partyInRisk == other.partyInRisk
        }
    }

    /// Adds what holds on a run of days; the same found twice on one day counts once.
    mutating func add(_ meeting: Meeting, from: Day, to: Day?) {
        guard meeting.certainty != nil else { return }
        let key = Key(
            rule: meeting.rule,
            sides: meeting.sides.map { Side(agreement: $0.agreement, term: $0.term.identity) })
        found[key, default: []].append(
            Run(from: from, to: to, meeting: meeting, last: meeting.sides))
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
        for run in runs.sorted(by: { $0.from < $1.from }) {
            guard let last = joined.last else {
                joined.append(run)
                continue
            }
            // Two buckets may tell of the same days.
            if last.to.map({ run.from < $0 }) ?? true {
                if run.from == last.from || last.says(the: run.meeting) { continue }
            }
            if last.to == run.from, last.says(the: run.meeting) {
                joined[joined.count - 1].to = run.to
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
        guard let certainty = run.meeting.certainty else { return nil }
        let goesOn = next != nil && next?.from == run.to
        var closedBy = run.last.filter { $0.to != nil && $0.to == run.to }.flatMap(\.endedBy)
        if goesOn, let resolution = next?.meeting.resolution, run.meeting.resolution == nil {
            closedBy = resolution.events
        }
        let about = run.meeting.sides.flatMap { side in
            (disputes[side.agreement] ?? []).filter {
                $0.about.contains(side.term.identity) || $0.about.contains(side.term.id)
            }
        }
        return Conflict(
            rule: run.meeting.rule, certainty: certainty,
            sides: run.meeting.sides.map(ConflictSide.init), from: run.from, to: run.to,
            proofs: run.meeting.proofs, resolution: run.meeting.resolution,
            closedBy: unique(closedBy), goesOn: goesOn, partyInRisk: run.meeting.partyInRisk,
            isFaint: run.meeting.isFaint,
            disputes: unique(about), notes: run.meeting.notes)
    }

    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
