package import Amendments
package import Terms

// The lives of a term, one after the other.
extension TermTimeline {
    /// Whether the term holds on a day: the one place where this is decided.
    package func status(on day: Day) -> StatusReading {
        let possible = lives(on: day)
        guard let newest = possible.first else { return upcoming(on: day) }
        let readings = possible.enumerated().map { index, life in
            life.status(on: day, follows: index + 1 < possible.count)
        }
        guard readings.contains(where: { $0.status != readings[0].status }) else {
            return readings[0]
        }
        return StatusReading(
            status: .indeterminate,
            reasons: readings[0].reasons
                + [newest.begins.map { newest.imprecise($0) }].compactMap(\.self),
            causes: TermLife.unique(readings.flatMap(\.causes)))
    }

    /// The lives that may be the one of a day, the latest first; empty before the first.
    package func lives(on day: Day) -> [TermLife] {
        var found: [TermLife] = []
        for life in lives.reversed() {
            guard let begins = life.begins, begins.first <= day else { continue }
            found.append(life)
            if begins.sure <= day { break }
        }
        return found
    }

    /// The life in which the text of a day's life was first agreed: restatements go on with what they replace.
    /// Nil where that is the term's first life.
    package func firstLife(of day: Day) -> TermLife? {
        guard lives.count > 1, let life = lives(on: day).first,
            var index = lives.firstIndex(where: { $0.addition.position == life.addition.position })
        else { return nil }
        while index > 0, lives[index].isRestated { index -= 1 }
        return index > 0 ? lives[index] : nil
    }

    /// What a day's sums in total are counted in: its life, with those whose text it restates. Nil for the
    /// first one.
    package func countedLife(of day: Day) -> Position? { firstLife(of: day)?.addition.position }

    /// What was said in the life of a day; of the first one before it.
    func record(on day: Day) -> TermRecord {
        (lives(on: day).first ?? lives.first)?.record ?? record
    }

    /// Whether a remark is of the life of a day: what was waived or noticed in an earlier one is past.
    func isSaid(_ remark: Remark, inLifeOf day: Day) -> Bool {
        lives.count < 2
            || record(on: day).remarks.contains { $0.event.position == remark.event.position }
    }

    /// Before the first life: the next one to begin, or what ended it before it began.
    private func upcoming(on day: Day) -> StatusReading {
        guard let first = lives.first else {
            return StatusReading(status: .notYet, reasons: [], causes: record.additions)
        }
        for life in lives where life.ends(by: day).allSatisfy({ !$0.hasPassed(on: day) }) {
            return life.unbegun(on: day)
        }
        var reading = first.status(on: day)
        reading.reasons.append(.neverBegan)
        return reading
    }

    /// The days on which a life may begin or end.
    var lifeDays: Set<Day> {
        lives.reduce(into: agreement.changeDays) { days, life in
            days.formUnion(life.ownChangeDays)
            days.formUnion(life.outsideChangeDays)
        }
    }

    /// The days on which those may change whose days it states as its own.
    var referredDays: Set<Day> {
        lives.reduce(into: lives.first?.referred.days ?? []) { $0.formUnion($1.referralDays) }
    }

    /// The days on which a life may begin or end by what the term itself says.
    var ownChangeDays: Set<Day> { lives.reduce(into: []) { $0.formUnion($1.ownChangeDays) } }
}

extension LifeEnd {
    func hasPassed(on day: Day) -> Bool { over?.hasPassed(on: day) == .yes }
}

// How a term that can end the agreement does.
extension TermTimeline {
    /// Whether a term-and-renewal decides on a day how long the agreement runs: it has begun, and nothing
    /// ended it before it ran out.
    func isPresent(on day: Day) -> Bool {
        guard let life = lives(on: day).first else { return false }
        let taken = life.ends(by: day).filter { $0.hasPassed(on: day) }.compactMap(\.over?.sure)
        guard let first = taken.min() else { return true }
        return expiry(on: day).map { $0.window.sure <= first } ?? false
    }

    /// From when the term has, or may have, run out as of a day; nil while it runs on.
    func expiry(on day: Day) -> AgreementLife.End? {
        guard let life = lives(on: day).first else { return nil }
        let over = life.statedEnds(on: day).compactMap(\.self)
            .filter { $0.over.map { $0.first <= day } ?? false }
        guard let last = over.max(by: { ($0.over?.first ?? .first) < ($1.over?.first ?? .first) }),
            let window = last.over
        else { return nil }
        let isSettled = over.count == life.statedEnds(on: day).count
        var end = AgreementLife.End.ranOut(
            id(on: day), in: isSettled ? window : DayWindow(first: window.first, sure: .beyond),
            by: last.event, causes: last.causes)
        end.gaps = last.open.compactMap { reason in
            if case .businessDaysUnknown(let gap) = reason { gap } else { nil }
        }
        return end
    }

    /// The ends of the agreement by notices under this term that take effect.
    ///
    /// Under a right of termination a notice takes effect on the day it names, or after the period of
    /// notice; under a term-and-renewal only where it names a day: otherwise it prevents a renewal.
    var terminations: [AgreementLife.End] {
        lives.flatMap { life in
            life.record.remarks.compactMap { remark in
                guard case .noticeGiven(let party, _, let effect) = remark.content,
                    var window = life.effect(of: remark.event, on: effect)
                else { return nil }
                let target = life.target(ofNotice: remark.event)
                if holds(party, noticeOf: remark.event) != .yes || !target.isSure {
                    window = DayWindow(first: window.first, sure: .beyond)
                }
                let reference = remark.event.reference
                return AgreementLife.End(
                    event: remark.event, window: window,
                    reason: target.only == nil ? .agreementEnded(reference) : .removed(reference),
                    causes: TermLife.unique(
                        [remark.event]
                            + [remark.event.effective, effect ?? .open].flatMap {
                                bounds.outcomeEvents(in: $0, by: .last)
                            }),
                    gaps: effect == nil && record.kind == .terminationRight
                        ? life.noticeGaps(of: remark.event) : [],
                    only: target.only)
            }
        }
    }

    /// The notices that would end the agreement, or keep it from being renewed, upon a condition.
    var waitingTerminations: [AgreementLife.PendingEnd] {
        record.remarks.compactMap { remark in
            guard case .noticeGiven(let party, _, let effect) = remark.content,
                holds(party, noticeOf: remark.event) != .no
            else { return nil }
            let given = remark.event.effective
            let only = lives.last?.target(ofNotice: remark.event).only
            let ended: ConditionalChange.Effect = only == nil ? .agreementEnded : .removed
            if let effect, !effect.conditions.isEmpty || !given.conditions.isEmpty {
                let bound = effect.conditions.isEmpty ? .lastOf([given, effect]) : effect
                return AgreementLife.PendingEnd(
                    event: remark.event, bound: bound, effect: ended, only: only)
            }
            guard effect == nil, !given.conditions.isEmpty else { return nil }
            guard record.kind == .terminationRight else {
                return AgreementLife.PendingEnd(
                    event: remark.event, bound: given, effect: .notRenewed)
            }
            let bound = noticePeriod.map { DateBound.lapsing($0, after: given) } ?? given
            return AgreementLife.PendingEnd(
                event: remark.event, bound: bound, effect: ended, only: only)
        }
    }

    /// The period of notice as it was agreed last; nil where none is stated.
    private var noticePeriod: Lapse? {
        guard case .stated(let value)? = record.assertions[.notice]?.last?.value else { return nil }
        return value.lapse
    }
}

extension TermTimeline {
    /// Whether the party that gives a notice holds the right, or has come into the place of who does. Under a term
    /// that names no holder every party may give one.
    func holds(_ party: PartyID, noticeOf event: RecordedEvent) -> Truth {
        // What is redacted was judged when it was recorded.
        guard record.kind == .terminationRight, party != .redacted,
            let day = bounds.start(of: event)?.first
        else { return .yes }
        let candidates = (cells[.holder]?.at(day) ?? []).compactMap(\.self)
        let answers = candidates.map { isHeld($0, by: party, on: day) }
        if answers.allSatisfy({ $0 == .yes }) { return .yes }
        return answers.allSatisfy { $0 == .no } ? .no : .unknown
    }

    private func isHeld(_ holder: Assertion, by party: PartyID, on day: Day) -> Truth {
        switch holder.value {
        case .stated(.party(let named))?:
            let place = places.place(of: named, namedBy: holder.event, on: day)?.place
            // Whether a member alone may use a right of its group, the record does not know.
            if place?.members.contains(party) ?? false { return .unknown }
            let isNamed = named == party || place?.successors.contains(party) ?? false
            return !isNamed && place?.mayHaveOthers ?? false ? .unknown : Truth(isNamed)
        case .silent?, ValueState.none?, nil: return .yes
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .sameAs?:
            return .unknown
        }
    }

    /// Who holds a right of termination on a day, and what says so; nil where no party is stated.
    func holder(on day: Day) -> (party: PartyID, event: RecordedEvent)? {
        let candidates = (cells[.holder]?.at(day) ?? []).compactMap(\.self)
        guard candidates.count == 1, case .stated(.party(let party))? = candidates[0].value else {
            return nil
        }
        let event = candidates[0].event
        return (holder(of: party, namedBy: event, on: day), event)
    }
}

extension TermLife {
    /// When a notice under the term ends the agreement; nil where it does not, or waits for a condition.
    package func effect(of notice: RecordedEvent, on stated: DateBound?) -> DayWindow? {
        // A notice that ends the agreement at once leaves nothing that lives on its own day.
        guard let given = bounds.start(of: notice),
            isLive(on: given.sure) || isLive(on: given.first.adding(days: -1))
        else { return nil }
        if let stated { return bounds.trigger(stated) }
        guard record.kind == .terminationRight else { return nil }
        guard let period = value(.notice, on: given.sure) else { return given }
        switch period.value {
        case .stated(let value):
            guard let lapse = value.lapse else {
                return DayWindow(first: given.first, sure: .beyond)
            }
            return bounds.window(lapse, after: given)
        case .none, .silent: return given
        case .between, .about, .redacted, .undisclosed, .unknown, .sameAs:
            return DayWindow(first: given.first, sure: .beyond)
        }
    }

    /// The one term that a notice under a right of termination ends; none for the agreement, and not sure where it is
    /// open which.
    func target(ofNotice notice: RecordedEvent) -> (only: TermID?, isSure: Bool) {
        guard record.kind == .terminationRight, let cell = cells[.on] else { return (nil, true) }
        let candidates = cell.at(bounds.start(of: notice)?.first ?? .last)
        guard candidates.count == 1 else { return (nil, false) }
        switch candidates[0]?.value {
        case .stated(.term(let term))?: return (term, true)
        case ValueState.none?, nil: return (nil, true)
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?, .sameAs?:
            return (nil, false)
        }
    }

    /// The calendars for want of which it is not known when a notice under the term takes effect.
    func noticeGaps(of notice: RecordedEvent) -> [CalendarGap] {
        guard let given = bounds.start(of: notice),
            case .stated(let said)? = value(.notice, on: given.sure)?.value
        else { return [] }
        return said.lapse.map { bounds.gaps($0, after: given.sure) } ?? []
    }

    private func isLive(on day: Day) -> Bool {
        switch status(on: day).status {
        case .inForce, .indeterminate, .suspended: true
        case .notYet, .ended: false
        }
    }
}

extension DateBound {
    /// Some time after another one.
    fileprivate static func lapsing(_ lapse: Lapse, after bound: DateBound) -> DateBound {
        switch lapse {
        case .length(let length): .after(bound, length)
        case .businessDays(let days): .moved(bound, .businessDays(days.count, in: days.calendars))
        }
    }
}
