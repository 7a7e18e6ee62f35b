import Amendments
package import Ledger
import Terms

extension TermPeriod {
    /// Every term of an agreement, run by run, in the order of its days and ids.
    package static func all(of view: AgreementView) -> [TermPeriod] {
        all(of: view, along: CopyWalk(of: view, also: Release.changeDays(in: view)))
    }

    /// - Parameter walk: the copies of every day on which a term or what releases from it may change.
    package static func all(
        of view: AgreementView, along walk: some Sequence<CopyWalk.Stop>
    ) -> [TermPeriod] {
        var runs = TermPeriods(of: view)
        for stop in walk { runs.take(stop) }
        return runs.all
    }
}

/// The runs of every term of an agreement, made copy by copy.
private struct TermPeriods {
    private let reading: AgreementReading
    private let releaseDays: Set<Day>
    /// What may need a consent, by the day on which it is done.
    private let calls: [Day: [ConsentCall]]
    private var asked: [TermID: [ConsentCall]] = [:]
    /// Where each term stands in the copies.
    private var places: [TermID: Int] = [:]
    private var open: [TermID: TermPeriod] = [:]
    private var priorities: [TermID: Priority] = [:]
    private var ended: Set<TermID> = []
    /// The terms that name a term, as they did when they were looked at last.
    private var naming: [TermID: Set<TermID>] = [:]
    private var done: [TermPeriod] = []

    init(of view: AgreementView) {
        reading = view.reading
        releaseDays = Set(Release.changeDays(in: view))
        calls = Dictionary(grouping: ConsentCall.asked(in: reading), by: \.day)
    }

    var all: [TermPeriod] {
        (done + open.values).sorted {
            ($0.days.from, $0.term.identity) < ($1.days.from, $1.term.identity)
        }
    }

    mutating func take(_ stop: CopyWalk.Stop) {
        let copy = stop.copy
        if places.isEmpty {
            for (place, term) in copy.terms.enumerated() { places[term.identity] = place }
        }
        var affected = mayTouchAll(stop) ? Set(places.keys) : stop.terms
        if calls[copy.vantage.on] != nil {
            affected.formUnion(
                open.filter { ConsentCall.askingKinds.contains($0.value.term.kind) }.keys)
        }
        affected.formUnion(turn(affected, in: copy).flatMap { naming[$0] ?? [] })
        for id in affected.sorted() {
            guard let term = places[id].map({ copy.terms[$0] }), term.isHeld else { continue }
            take(term, in: copy)
        }
    }

    /// Whether what changes may change what is read of terms that stay as they are: conditions, disputes,
    /// releases, how long the agreement lasts, and which term goes before another.
    private func mayTouchAll(_ stop: CopyWalk.Stop) -> Bool {
        stop.hasOtherContext || releaseDays.contains(stop.copy.vantage.on)
            || stop.terms.contains { id in
                places[id].map { Self.kindsThatReachOthers.contains(stop.copy.terms[$0].kind) }
                    ?? false
            }
    }

    private static let kindsThatReachOthers: Set<TermKind> = [.termAndRenewal, .precedence, .cap]

    /// Closes the terms that are no longer live, and opens none.
    ///
    /// - Returns: those that were live and are not, or the other way round.
    private mutating func turn(_ ids: Set<TermID>, in copy: ConformedCopy) -> [TermID] {
        ids.filter { id in
            guard let term = places[id].map({ copy.terms[$0] }) else { return false }
            if term.isHeld { return ended.remove(id) != nil || open[id] == nil }
            guard let termPeriod = open.removeValue(forKey: id) else { return false }
            done.append(termPeriod.closed(on: copy.vantage.on, by: term.causes))
            if !termPeriod.term.isWaiting { ended.insert(id) }
            return true
        }
    }

    private mutating func take(_ term: ConformedTerm, in copy: ConformedCopy) {
        let (id, day) = (term.identity, copy.vantage.on)
        let names = TermPeriod.Names(of: term)
        for other in names.terms { naming[other, default: []].insert(id) }
        let termScope = TermScope(term, in: copy, of: reading)
        let priority = Priority(
            term, termScope?.exclusivity, in: reading, on: day, after: priorities[id])
        if !term.isWaiting { priorities[id] = priority }
        let last = open[id]
        if ConsentCall.askingKinds.contains(term.kind) {
            noteCalls(on: day, in: priority, under: last, of: id)
        }
        let next = TermPeriod(
            term, termScope, priority, in: copy, of: reading, on: day, after: last,
            naming: names, ended: ended,
            consentCalls: ConsentCall.answered(asked[id] ?? [], by: term.remarks, in: reading))
        if let last {
            if last.says(the: next) { return }
            done.append(last.closed(on: day, by: last.changes(to: next)))
        }
        open[id] = next
    }

    /// What is done on a day for which a term asked a consent as it stood before, beside what was done earlier in the
    /// same life.
    private mutating func noteCalls(
        on day: Day, in priority: Priority, under last: TermPeriod?, of id: TermID
    ) {
        let earlier = (asked[id] ?? []).filter { priority.liveSince <= $0.day }
        guard let last, last.liveSince == priority.liveSince, !last.term.isWaiting else {
            asked[id] = earlier
            return
        }
        asked[id] = earlier + (calls[day] ?? []).compactMap { $0.under(last) }
    }
}

extension ConformedTerm {
    /// Whether it is in force, or perhaps in force, or may have begun upon a condition.
    fileprivate var isHeld: Bool {
        status == .inForce || status == .indeterminate || isWaiting
    }

    /// Whether it is a cap on another term.
    fileprivate func isCap(on term: ConformedTerm, in copy: ConformedCopy) -> Bool {
        guard kind == .cap, isHeld,
            case .stated(.term(let id))? = field(.on)?.agreed
        else { return false }
        return copy.term(id)?.identity == term.identity
    }

    /// Whether it has not begun, and does upon a condition of which nothing is known.
    var isWaiting: Bool {
        guard status == .notYet, isForeseeable else { return false }
        return reasons.contains { if case .conditionPending = $0 { true } else { false } }
    }
}

extension TermPeriod {
    fileprivate init(
        _ term: ConformedTerm, _ termScope: TermScope?, _ priority: Priority,
        in copy: ConformedCopy, of reading: AgreementReading, on day: Day, after last: TermPeriod?,
        naming names: Names, ended: Set<TermID>, consentCalls: [ConsentCall]
    ) {
        agreement = copy.agreement
        title = copy.title
        self.term = term
        self.termScope = termScope
        days = DayRange(from: day)
        liveSince = priority.liveSince
        presentSince = last.flatMap { $0.term.isWaiting ? nil : $0.presentSince } ?? day
        exclusiveSince = priority.exclusiveSince
        var named: ConditionID?
        if case .stated(.condition(let id))? = term.field(.exception)?.value { named = id }
        exception = named.flatMap { copy.condition($0) }
        releases = Release.all(of: term, exception: exception, in: reading, on: day)
        removedConditions = copy.conditions.filter {
            $0.outcome == .removed && names.conditions.contains($0.id)
        }
        precedences = Precedence.all(in: copy).filter {
            $0.prevails == term.identity || $0.yields == term.identity
        }
        disputes = copy.disputes.filter {
            $0.about.contains(term.id) || $0.about.contains(term.identity)
        }
        endedTerms = ended.intersection(names.terms)
        parties = Set(copy.parties.map(\.id))
        caps = copy.terms.filter { $0.isCap(on: term, in: copy) }
        let timeline = reading.term(term.identity)
        self.consentCalls = consentCalls
        beginning = timeline?.beginning(on: day)?.window
        sureAccruals =
            term.accrued.isEmpty
            ? []
            : timeline?.accruals(inLifeOf: day).sure { $0.evidenceDoubt == nil }.sums(by: day) ?? []
    }

    /// What a term names in its fields, or depended on: what becomes of others says nothing about it.
    fileprivate struct Names {
        var conditions: Set<ConditionID> = []
        var terms: Set<TermID> = []

        init(of term: ConformedTerm) {
            for field in term.fields {
                switch field.value {
                case .stated(.condition(let id)): conditions.insert(id)
                case .stated(.term(let id)), .sameAs(let id, _): terms.insert(id)
                case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none:
                    break
                }
            }
            for reason in term.reasons + term.fields.flatMap(\.reasons) {
                if case .rebased(let id) = reason { conditions.insert(id) }
            }
        }
    }

    /// The events by which another run of days differs from this one, in what rules look at.
    fileprivate func changes(to next: TermPeriod) -> [RecordedEvent] {
        let old = Set(term.fields.map(\.governing))
        let governing = next.term.fields.filter {
            Self.citedFields.contains($0.name) && !old.contains($0.governing)
        }.map(\.governing)
        let remarks = next.term.remarks.filter { !term.remarks.contains($0) }.map(\.event)
        let outcome = next.exception?.outcome == exception?.outcome ? [] : next.exception?.causes
        let turned = Set(releases.map(\.event)).symmetricDifference(next.releases.map(\.event))
            .sorted { $0.position < $1.position }
        let capped = next.caps.filter { !caps.contains($0) }.flatMap { $0.fields.map(\.governing) }
        let clauses = next.precedences.filter { !precedences.contains($0) }.map(\.event)
        let done = next.consentCalls.map(\.event).filter { event in
            !consentCalls.contains { $0.event == event }
        }
        return (governing + remarks + done + (outcome ?? []) + clauses + turned + capped).reduce(
            into: []) {
                events, event in
                if !events.contains(event) { events.append(event) }
            }
    }

    /// Whether nothing that a rule looks at differs.
    fileprivate func says(the other: TermPeriod) -> Bool {
        term == other.term && termScope == other.termScope && exception == other.exception
            && disputes == other.disputes && precedences == other.precedences
            && endedTerms == other.endedTerms
            && removedConditions == other.removedConditions
            && exclusiveSince == other.exclusiveSince && releases == other.releases
            && caps == other.caps && consentCalls == other.consentCalls
    }
}
