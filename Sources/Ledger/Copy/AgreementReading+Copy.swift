import Amendments
import Terms

extension AgreementReading {
    /// The conformed copy on the vantage's day.
    ///
    /// `vantage` says which day, and is repeated in the answer; what is visible was decided when this
    /// reading was made. `resolved` comes from the store's side: what the vantage hides.
    ///
    /// With `outlook`, every term says since when it has its status and when it next changes; that looks
    /// at other days, which a comparison has no need of.
    public func conformedCopy(
        from vantage: Vantage, resolved: ResolvedPoint, outlook: Bool = true
    ) -> ConformedCopy {
        let day = vantage.on
        let copyContext = copyContext(on: day)
        return ConformedCopy(
            agreement: state.id, title: state.title ?? state.id.text, zone: state.zone ?? "UTC",
            vantage: vantage, resolved: self.point(resolved, on: day),
            parties: copyContext.parties,
            terms: followed(
                terms.map { outlook ? withOutlook($0, on: day) : $0.conformed(on: day) }),
            conditions: copyContext.conditions, disputes: copyContext.disputes,
            expectations: copyContext.expectations)
    }

    /// The point that an answer about a day rests on, with the instrument that governs last.
    func point(_ resolved: ResolvedPoint, on day: Day) -> ResolvedPoint {
        var point = resolved
        let governing = governingEvent(on: day)
        point.governing = governing?.recording
        point.governingSince = governing?.effective
        return point
    }

    /// What stands around the terms on a day.
    func copyContext(on day: Day) -> CopyContext {
        CopyContext(
            parties: parties(on: day), conditions: conditions(on: day),
            disputes: disputes(on: day), expectations: expectations(on: day))
    }

    private func withOutlook(_ timeline: TermTimeline, on day: Day) -> ConformedTerm {
        var term = timeline.conformed(on: day)
        for index in term.fields.indices where !term.fields[index].isReported {
            let name = term.fields[index].name
            if term.kind.definition.field(name)?.standing == .recited {
                term.fields[index].reasons += timeline.statedAsOf(name, on: day)
            }
        }
        if term.status == .inForce || term.status == .indeterminate,
            let opening = timeline.opening(on: day)
        {
            term.reasons.append(.opening(opening))
        }
        (term.since, term.nextChange) = timeline.outlook(of: term, on: day)
        return term
    }

    /// The terms with every `same-as` followed to the value it refers to, at most eight steps far; those that are part of
    /// another say so where that one is over.
    func followed(_ terms: [ConformedTerm]) -> [ConformedTerm] {
        let values = Dictionary(
            terms.flatMap { term in
                term.fields.compactMap { field in
                    field.agreed.map { (FieldPath(term: term.identity, field: field.name), $0) }
                }
            }, uniquingKeysWith: { first, _ in first })
        func follow(_ value: ValueState?, _ steps: Int) -> ValueState? {
            guard case .sameAs(let term, let field)? = value, steps > 0 else { return value }
            let identity = state.identity(of: term) ?? term
            return follow(values[FieldPath(term: identity, field: field)], steps - 1)
        }
        let over = Set(terms.filter { $0.status == .ended }.map(\.identity))
        return terms.map { term in
            var term = term
            if term.status != .ended, case .stated(.term(let whole))? = term.field(.within)?.agreed,
                over.contains(state.identity(of: whole) ?? whole)
            {
                term.reasons.append(.wholeEnded(whole))
            }
            for (index, field) in term.fields.enumerated() {
                if case .sameAs = field.value {
                    term.fields[index].referred = follow(field.value, 8)
                }
            }
            return term
        }
    }

    private struct FieldPath: Hashable {
        let term: TermID
        let field: FieldName
    }

    /// The last instrument, in the parties' order, that changed something by that day.
    private func governingEvent(on day: Day) -> RecordedEvent? {
        events.filter { event in
            event.event.payload.traits.contains(.changesTerms)
                && bounds.start(of: event).map { $0.sure <= day } ?? false
        }.max { sortKey($0) < sortKey($1) }
    }

    func sortKey(_ event: RecordedEvent) -> TermTimeline.SortKey {
        TermTimeline.SortKey(
            day: bounds.start(of: event)?.first, order: order.key(of: event))
    }
}
