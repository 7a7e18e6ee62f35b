import Amendments
package import Ledger
import Terms

extension Holding {
    /// Every term of an agreement, run by run, in the order of its days and ids.
    package static func all(of view: AgreementView) -> [Holding] {
        let days = view.reading.changeDays + Release.changeDays(in: view)
        var open: [TermID: Holding] = [:]
        var seniorities: [TermID: Seniority] = [:]
        var ended: Set<TermID> = []
        var done: [Holding] = []
        for day in Set(days).sorted() {
            var vantage = view.vantage
            vantage.on = day
            let copy = view.reading.conformedCopy(
                from: vantage, resolved: view.resolved, outlook: false)
            let live = copy.terms.filter { $0.status == .inForce || $0.status == .indeterminate }
            let ids = Set(live.map(\.identity))
            for (id, holding) in open where !ids.contains(id) {
                done.append(holding.closed(on: day, by: copy.term(id)?.causes ?? []))
                open[id] = nil
                ended.insert(id)
            }
            ended.subtract(ids)
            for term in live {
                let footprint = Footprint(term, in: copy, of: view.reading)
                let seniority = Seniority(
                    term, footprint?.exclusivity, in: view.reading, on: day,
                    after: seniorities[term.identity])
                seniorities[term.identity] = seniority
                let last = open[term.identity]
                let next = Holding(
                    term, footprint, seniority, in: copy, of: view.reading, on: day, after: last,
                    ended: ended)
                if let last {
                    if last.says(the: next) { continue }
                    done.append(last.closed(on: day, by: last.changes(to: next)))
                }
                open[term.identity] = next
            }
        }
        return (done + open.values).sorted {
            ($0.from, $0.term.identity) < ($1.from, $1.term.identity)
        }
    }

    private init(
        _ term: ConformedTerm, _ footprint: Footprint?, _ seniority: Seniority,
        in copy: ConformedCopy, of reading: AgreementReading, on day: Day, after last: Holding?,
        ended: Set<TermID>
    ) {
        agreement = copy.agreement
        title = copy.title
        self.term = term
        self.footprint = footprint
        from = day
        to = nil
        liveSince = seniority.liveSince
        presentSince = last?.presentSince ?? day
        exclusiveSince = seniority.exclusiveSince
        var named: ConditionID?
        if case .stated(.condition(let id))? = term.field(.exception)?.value { named = id }
        exception = named.flatMap { copy.condition($0) }
        releases = Release.all(of: term, exception: exception, in: reading, on: day)
        let names = Names(of: term)
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
        let timeline = reading.term(term.identity)
        beginning = timeline?.beginning(on: day)?.window
        sureAccruals =
            term.accrued.isEmpty
            ? []
            : timeline?.accruals(inLifeOf: day).sure { $0.evidenceDoubt == nil }.sums(by: day) ?? []
    }

    /// What a term names in its fields, or leaned on: what becomes of others says nothing about it.
    private struct Names {
        var conditions: Set<ConditionID> = []
        var terms: Set<TermID> = []

        init(of term: ConformedTerm) {
            for field in term.fields {
                switch field.value {
                case .stated(.condition(let id)): conditions.insert(id)
                case .stated(.term(let id)), .sameAs(let id, _): terms.insert(id)
                case .stated, .between, .redacted, .undisclosed, .unknown, .silent, .none: break
                }
            }
            for reason in term.reasons + term.fields.flatMap(\.reasons) {
                if case .rebased(let id) = reason { conditions.insert(id) }
            }
        }
    }

    private func closed(on day: Day, by events: [RecordedEvent]) -> Holding {
        var closed = self
        closed.to = day
        closed.endedBy = events
        return closed
    }

    /// The events by which another run of days differs from this one, in what rules look at.
    private func changes(to next: Holding) -> [RecordedEvent] {
        let old = Set(term.fields.map(\.governing))
        let governing = next.term.fields.filter {
            Self.citedFields.contains($0.name) && !old.contains($0.governing)
        }.map(\.governing)
        let remarks = next.term.remarks.filter { !term.remarks.contains($0) }.map(\.event)
        let outcome = next.exception?.outcome == exception?.outcome ? [] : next.exception?.causes
        let turned = Set(releases.map(\.event)).symmetricDifference(next.releases.map(\.event))
            .sorted { $0.position < $1.position }
        let clauses = next.precedences.filter { !precedences.contains($0) }.map(\.event)
        return (governing + remarks + (outcome ?? []) + clauses + turned).reduce(into: []) {
            events, event in
            if !events.contains(event) { events.append(event) }
        }
    }

    /// Whether nothing that a rule looks at differs.
    private func says(the other: Holding) -> Bool {
        term == other.term && footprint == other.footprint && exception == other.exception
            && disputes == other.disputes && precedences == other.precedences
            && endedTerms == other.endedTerms
            && removedConditions == other.removedConditions
            && exclusiveSince == other.exclusiveSince && releases == other.releases
    }
}
