import Amendments
import Ledger
import Terms

// The end of the agreement itself: renewals, and the notices that prevent them.
extension TermScan {
    /// Last days, renewals and notice days of a term-and-renewal.
    var renewals: [Deadline] {
        endings(by: .ends, evenIfExtended: true).flatMap { sequence(from: $0) } + endsWithoutDay
    }

    /// One period of the term, its end as precisely as the stated last day is known.
    private struct Turn {
        let period: RenewalPeriod
        let window: DayWindow

        var renewals: Int { period.renewals }
        var rule: RenewalRule { period.rule }

        init(_ first: RenewalPeriod, _ sure: RenewalPeriod) {
            period = first
            window = DayWindow(first: first.over, sure: sure.over)
        }
    }

    /// The life that a stated end belongs to.
    private func life(of ending: Ending) -> TermLife? {
        term.lives(on: ending.window.first.adding(days: -1)).first
    }

    private func sequence(from ending: Ending) -> [Deadline] {
        guard let life = life(of: ending) else { return [] }
        var turns = zip(
            RenewalCourse(of: life, from: ending.window.first),
            RenewalCourse(of: life, from: ending.window.sure)
        ).lazy.map { Turn($0, $1) }.makeIterator()
        var upcoming = turns.next()
        guard !ending.goesOn else {
            // Recorded as renewed or extended: what is left to report is the notice day that passed.
            return [upcoming.flatMap { notice($0, ending, life) }].compactMap(\.self)
        }
        let worlds = life.renewal(at: ending.window, stated: ending.stated).worlds
        var (found, left): ([Deadline], [Renewal.World]) = ([], worlds)
        while let turn = upcoming, turn.renewals < Self.most,
            turn.renewals == 0 || runs(ending, to: turn.window)
        {
            upcoming = turns.next()
            let due = notice(turn, ending, life)
            found += [due].compactMap(\.self)
            let (over, open) = ends(left, with: turn)
            if let world = (over + open).first {
                let isSure = over.count == worlds.count
                found.append(ended(ending, turn, world, isSure: isSure))
            }
            left.removeAll { $0.lastPeriod?.renewals == turn.renewals }
            if left.isEmpty { break }
            found += [renewal(ending, after: turn, upcoming)].compactMap(\.self)
            if due?.when.days?.first ?? turn.window.first > span.upperBound { break }
        }
        return found
    }

    /// More renewals than any calendar has use for.
    private static var most: Int { 10_000 }

    /// The meanings of imprecise days in which it is over with a turn, and in which it may be.
    private func ends(
        _ worlds: [Renewal.World], with turn: Turn
    ) -> (over: [Renewal.World], open: [Renewal.World]) {
        let over = worlds.filter { $0.lastPeriod?.renewals == turn.renewals }
        let open = worlds.filter { world in
            guard case .unknown(let day, _) = world else { return false }
            return day == turn.window.first || day == turn.window.sure
        }
        return (over, open)
    }

    /// Whether the term lives up to that end by the same stated end: nothing ended or extended it before.
    private func runs(_ ending: Ending, to window: DayWindow) -> Bool {
        let last = window.first.adding(days: -1)
        return isLive(on: last)
            && value(.ends, on: last).map { $0.event == ending.stated } ?? true
    }

    private func renewal(_ ending: Ending, after turn: Turn, _ next: Turn?) -> Deadline? {
        guard case .automatic = turn.rule.kind else { return nil }
        let causes = ending.causes + turn.rule.events
        guard turn.rule.length != nil else {
            return deadline(
                .renews, .init(start: turn.window),
                basis: ending.basis + [.unlessNoticed, .periodNotKnown(turn.rule.period?.value)],
                causes: causes, isTentative: true)
        }
        guard let next else { return nil }
        return deadline(
            .renews, .init(start: turn.window),
            through: next.window.isExact ? next.period.lastDay : nil,
            basis: ending.basis + counted(next) + [.unlessNoticed] + rested(turn), causes: causes,
            isTentative: true, number: turn.renewals + 1)
    }

    /// How the last day of a renewal is counted.
    private func counted(_ turn: Turn) -> [Basis] {
        turn.period.count.map { [.renewals($0.renewals, $0.length, from: $0.from)] } ?? []
    }

    private func rested(_ turn: Turn) -> [Basis] {
        turn.renewals > 0 ? [.earlierRenewals(turn.renewals)] : []
    }

    /// The last day to give notice against the renewal after a turn; where the parties must agree to renew, the last
    /// day on which they may: who then does nothing has ended it, and not renewed it.
    private func notice(_ turn: Turn, _ ending: Ending, _ life: TermLife) -> Deadline? {
        let (what, doubts): (Deadline.What, [Basis])
        switch turn.rule.kind {
        case .never: return nil
        case .automatic: (what, doubts) = (.notice, [])
        case .byAgreement: (what, doubts) = (.renewalDue, [])
        case .notStated, .notKnown:
            (what, doubts) = (.notice, [.renewalNotKnown(turn.rule.mode?.value)])
        }
        let (first, last) = (turn.window.first.adding(days: -1), turn.window.sure.adding(days: -1))
        guard let from = life.noticeDay(before: first), let to = life.noticeDay(before: last) else {
            return nil
        }
        let gaps = bounds.gaps(from.lapse, before: first)
        let latest = max(from.days.upperBound, to.days.upperBound)
        return deadline(
            what,
            gaps.isEmpty
                ? .init(first: from.days.lowerBound, last: latest)
                : .within(first: nil, last: latest),
            basis: ending.basis + counted(turn) + rested(turn)
                + [.before(from.lapse, first: first, last: last)]
                + gaps.map { .businessDaysUnknown($0) } + doubts,
            causes: [from.event] + ending.causes,
            isTentative: ending.isTentative || turn.renewals > 0 || !gaps.isEmpty
                || !doubts.isEmpty,
            number: turn.renewals + 1)
    }

    /// The last day, by a notice or by the rule that then holds.
    private func ended(
        _ ending: Ending, _ turn: Turn, _ world: Renewal.World, isSure: Bool
    ) -> Deadline {
        let said = why(world, turn)
        return deadline(
            .ends, .init(lastDayBefore: turn.window),
            basis: ending.basis + counted(turn) + said.basis,
            causes: said.first + ending.causes + said.last,
            isTentative: ending.isTentative || !isSure)
    }

    private func why(
        _ world: Renewal.World, _ turn: Turn
    ) -> (basis: [Basis], first: [RecordedEvent], last: [RecordedEvent]) {
        if let notice = world.notice {
            return ([basis(ofNotice: notice)].compactMap(\.self), [notice], [])
        }
        let last = [turn.rule.mode?.event].compactMap(\.self)
        switch turn.rule.kind {
        case .byAgreement: return ([.unlessAgreed], [], last)
        case .notStated, .notKnown: return ([.renewalNotKnown(turn.rule.mode?.value)], [], last)
        case .automatic, .never: return ([], [], last)
        }
    }

    /// By whom a notice was given, and when.
    func basis(ofNotice event: RecordedEvent) -> Basis? {
        guard let notice = event.event.payload as? NoticeGiven, let given = window(of: event) else {
            return nil
        }
        return .noticeGiven(by: notice.by, on: PossibleDay(given))
    }
}
