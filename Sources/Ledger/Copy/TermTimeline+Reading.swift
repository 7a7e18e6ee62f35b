package import Amendments
package import Terms

extension TermTimeline {
    /// The term as it stands on a day.
    func conformed(on day: Day) -> ConformedTerm {
        let reading = status(on: day)
        let fields = fields(on: day)
        let said = wholeTermRemarks(
            since: fields.filter { !$0.isReported }.map(\.governing) + reading.causes, by: day)
        var term = ConformedTerm(
            identity: record.identity, id: id(on: day), renamedBy: renaming(on: day)?.event,
            kind: record.kind, status: reading.status,
            reasons: reading.reasons, causes: reading.causes, since: nil, nextChange: nil,
            fields: fields, remarks: remarks(by: day), accrued: accrued(by: day),
            silentSince: said.unaddressed, reaffirmedBy: said.reaffirmed,
            isForeseeable: record.additions.contains { $0.recording.disclosed.earliest <= day })
        term.openDays = openDays(on: day)
        term.reasons +=
            approximations(in: fields) + waivers(on: day) + possibleMoves(on: day)
            + departures(from: fields, of: reading.status, on: day) + notRead(on: day)
        note(conditionalChanges(on: day), in: &term)
        return term
    }

    /// Of a term that may hold, the parties named that have left since, with no one in their place.
    private func departures(
        from fields: [ConformedField], of status: TermStatus, on day: Day
    ) -> [Reason] {
        guard record.namesParties, status != .ended else { return [] }
        let reasons = fields.flatMap { field in
            field.value.parties.flatMap { party -> [Reason] in
                guard
                    let left = places.departure(
                        from: party, namedBy: field.governing, on: day),
                    let window = left.window
                else { return [] }
                let doubt = left.event.effective.doubtfulDate.map { Reason.approximate($0) }
                return [
                    .partyWithdrew(left.party, left.event.reference, PossibleDay(window)), doubt,
                ].compactMap(\.self)
            }
        }
        return reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether what the term asks may not be asked on a day on which it holds: a right under it is waived, or may be,
    /// or a party that it names has left.
    package func mayBeReleased(on day: Day) -> Bool {
        if !waivers(on: day).isEmpty { return true }
        return !departures(from: fields(on: day), of: status(on: day).status, on: day).isEmpty
    }

    private func note(_ changes: [ConditionalChange], in term: inout ConformedTerm) {
        for change in changes {
            let index = term.fields.firstIndex { $0.name == change.effect.field }
            if let index {
                term.fields[index].conditional.append(change)
            } else {
                term.conditional.append(change)
            }
        }
    }

    /// The fields as they stand on a day, a qualifier whose own time is over in its weaker form.
    private func fields(on day: Day) -> [ConformedField] {
        let names = Set(cells.keys).union(record.reports.keys)
        let schemas = record.kind.definition.fields.filter { names.contains($0.name) }
        var agreed: [FieldName: ConformedField] = [:]
        for schema in schemas { agreed[schema.name] = foreseenField(schema.name, on: day) }
        return schemas.compactMap { schema in
            let own = agreed[schema.name].map { qualified($0, by: schema, among: agreed, on: day) }
            return reported(beside: own, schema.name, on: day)
        }
    }

    /// One field as the conformed copy of a day has it.
    func conformedField(_ schema: FieldSchema, on day: Day) -> ConformedField? {
        var agreed: [FieldName: ConformedField] = [:]
        for name in [schema.name] + [schema.limitedBy, schema.inRunOff].compactMap(\.self) {
            agreed[name] = foreseenField(name, on: day)
        }
        let own = agreed[schema.name].map { qualified($0, by: schema, among: agreed, on: day) }
        return reported(beside: own, schema.name, on: day)
    }

    /// What is agreed of a field before it is asked whether its own time is over; before a term begins, what it
    /// will begin with.
    private func foreseenField(_ name: FieldName, on day: Day) -> ConformedField? {
        if let field = agreedField(name, on: day) { return field }
        guard let first = firstDay, day < first else { return pendingField(name, on: day) }
        return agreedField(name, on: first)
    }

    /// The first day on which an event says that the term starts; nil while it waits for a condition.
    var firstDay: Day? {
        cells[.starts]?.first { $0.value.contains { $0 != nil } }?.from
    }

    /// A term that waits for a condition has no day yet; its first addition says how it will read.
    private func pendingField(_ name: FieldName, on day: Day) -> ConformedField? {
        guard cells[.starts]?.allSatisfy({ $0.value == [nil] }) ?? false,
            let assertion = record.assertions[name]?.first, let value = assertion.value
        else { return nil }
        return ConformedField(
            name: name, value: value, referred: nil, grade: assertion.event.grade,
            governing: assertion.event,
            isReported: false, candidates: [], competing: [], isContested: false, reasons: [],
            silentSince: [], reaffirmedBy: [], furtherCauses: [], places: [])
    }

    /// What other fields of the term make of one: its own time is over, or the agreement is.
    private func qualified(
        _ field: ConformedField, by schema: FieldSchema, among fields: [FieldName: ConformedField],
        on day: Day
    ) -> ConformedField {
        let own = limited(field, by: schema, among: fields, on: day)
        return inRunOff(own, by: schema, among: fields, on: day)
    }

    private func limited(
        _ field: ConformedField, by schema: FieldSchema, among fields: [FieldName: ConformedField],
        on day: Day
    ) -> ConformedField {
        guard let limit = schema.limitedBy, let afterwards = schema.afterwards,
            let stated = fields[limit]
        else { return field }
        let ends = limits(by: stated, on: day)
        let passed = Set(ends.map { $0?.over?.hasPassed(on: day) ?? .no })
        if passed == [.no] { return field }
        var limited = field
        guard passed == [.yes] else {
            for end in ends.compactMap(\.self) {
                limited.reasons += end.open
                if let window = end.over, !window.isExact, window.sure < .beyond {
                    limited.reasons.append(imprecise(window))
                }
            }
            limited.candidates = [field.value, .stated(afterwards)].map {
                ConformedField.Candidate(
                    value: $0, event: stated.governing, grade: field.grade, isReported: false)
            }
            return limited
        }
        limited.value = .stated(afterwards)
        limited.reasons.append(.fellBack(limit))
        limited.furtherCauses += TermLife.unique(
            [stated.governing] + ends.compactMap(\.self).flatMap(\.causes))
        return limited
    }

    /// When the time is over that limits another field, as far as it is stated.
    private func limits(by field: ConformedField, on day: Day) -> [LifeEnd?] {
        switch field.value {
        case .stated(.bound(let bound)):
            return [
                LifeEnd(
                    by: field.governing, over: bounds.end(bound), reasons: [],
                    doubts: bounds.gaps(in: bound).map { .businessDaysUnknown($0) },
                    causes: [field.governing] + bounds.outcomeEvents(in: bound, by: day))
            ]
        case .sameAs(let id, let other):
            let assertion = record.assertions[field.name]?.last { $0.event == field.governing }
            guard let assertion, let life = lives(on: day).first ?? lives.first else {
                return [nil]
            }
            return life.referredEnds(assertion, to: id, other, of: field.name, on: day)
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none:
            return [nil]
        }
    }

    private func imprecise(_ window: DayWindow) -> Reason {
        .imprecise(first: window.first, last: window.sure.adding(days: -1))
    }

    private func wholeTermRemarks(
        since events: [RecordedEvent], by day: Day
    ) -> (unaddressed: [RecordedEvent], reaffirmed: [RecordedEvent]) {
        let last = events.filter { hasBegun($0, by: day) }.max { key($0) < key($1) }
        return remarks(since: last, by: day) { $0.isEmpty }
    }

    /// An amount stands beside its term once its period has begun, whenever that was written down.
    private func remarks(by day: Day) -> [Remark] {
        let accrued = Set(accruals(inLifeOf: day).statements.map(\.event.position))
        return record.remarks.filter { remark in
            if case .accrued(_, let period) = remark.content {
                return accrued.contains(remark.event.position)
                    && period.earliest.map { $0 <= day } ?? true
            }
            return isSaid(remark, inLifeOf: day) && hasBegun(remark.event, by: day)
        }.sorted { key($0.event) < key($1.event) }
    }

    /// What had accrued by the end of a day, by currency: what instruments state, then with reports.
    func accrued(by day: Day) -> [AccruedSum] { accrued(by: day, inLifeOf: day) }

    /// The same in the life of another day, which may be yet to begin on the first.
    package func accrued(by day: Day, inLifeOf life: Day) -> [AccruedSum] {
        accruals(inLifeOf: life).sums(by: day)
    }

    /// What is stated of amounts that accrued in the life of a day, and in those that its text restates.
    package func accruals(inLifeOf day: Day) -> Accruals {
        accruals.since(firstLife(of: day)?.begins)
    }

    private func waivers(on day: Day) -> [Reason] {
        waivers(reaching: day, begunBy: day).compactMap { remark in
            guard case .waived(let party, _, let lasts) = remark.content else { return nil }
            let reference = remark.event.reference
            let sides = [bounds.start(of: remark.event), lasts.flatMap { bounds.end($0) }]
            guard
                let open = sides.compactMap(\.self).first(where: {
                    $0.hasPassed(on: day) == .unknown
                })
            else { return .waived(party, reference) }
            return .perhapsWaived(party, reference, PossibleDay(open))
        }
    }

    /// The dates of its start and its end that are not stated for certain.
    private func approximations(in fields: [ConformedField]) -> [Reason] {
        fields.filter { $0.name == .starts || $0.name == .ends }.compactMap { field in
            field.agreed?.bound?.doubtfulDate.map { .approximate($0) }
        }
    }

    /// The ids that it may have by a day.
    private func possibleMoves(on day: Day) -> [Reason] {
        record.renamings.compactMap { renaming in
            guard let window = bounds.start(of: renaming.event),
                window.hasPassed(on: day) == .unknown
            else { return nil }
            return .perhapsMoved(renaming.id, PossibleDay(window))
        }
    }

    /// Of what was said of the term: the days of which it holds from one, where that may not have come by then.
    private func openDays(on day: Day) -> [EventReference: PossibleDay] {
        let record = record(on: day)
        let events =
            record.remarks.map(\.event)
            + record.reports.values.flatMap { $0.map(\.event) }
        return events.reduce(into: [:]) { days, event in
            guard let window = bounds.start(of: event), window.hasPassed(on: day) == .unknown
            else { return }
            days[event.reference] = PossibleDay(window)
        }
    }

    /// The waivers that may reach what accrued on a day of their life, in words that alone can say so: also
    /// what had accrued before they took effect, but nothing after they end.
    ///
    /// - Parameter latest: the last day on which one may have taken effect; nil for any.
    package func waivers(reaching day: Day, begunBy latest: Day? = nil) -> [Remark] {
        record(on: day).remarks.filter { remark in
            guard case .waived(_, _, let lasts) = remark.content,
                let start = bounds.start(of: remark.event)?.first,
                latest.map({ start <= $0 }) ?? true
            else { return false }
            return lasts.flatMap { bounds.end($0) }.map { day < $0.sure } ?? true
        }
    }

    /// The run of days around `day` on which the status is the same, and the next known change.
    ///
    /// Only the days are looked at on which its reading may change: there may be far more remarks and accruals.
    func outlook(of term: ConformedTerm, on day: Day) -> (since: Day?, next: Day?) {
        let days = readingDays.sorted()
        let since = days.last { boundary in
            boundary <= day && status(on: boundary.adding(days: -1)).status != term.status
        }
        let next = days.first { boundary in
            boundary > day && differs(term, from: conformed(on: boundary))
        }
        return (since ?? firstChange(by: day), next)
    }

    /// Where its status never was another one, nothing is known from before its first change.
    private func firstChange(by day: Day) -> Day? {
        changeDays.first.flatMap { $0 <= day ? $0 : nil }
    }

    private func differs(_ lhs: ConformedTerm, from rhs: ConformedTerm) -> Bool {
        lhs.status != rhs.status || lhs.id != rhs.id
            || lhs.fields.filter { !$0.isReported }.map(\.says)
                != rhs.fields.filter { !$0.isReported }.map(\.says)
            || lhs.conditionalChanges != rhs.conditionalChanges
    }
}
