public import Amendments
public import Terms

/// Why a term reads as it does: every step of its fields, with the instruments behind them.
public struct Explanation: Hashable, Sendable {
    public var agreement: AgreementID
    public var title: String
    public var vantage: Vantage
    public var resolved: ResolvedPoint
    public var term: ConformedTerm
    public var fields: [FieldHistory]
}

extension Explanation {
    /// Every event that it names, each once for every place where it does.
    public var events: [RecordedEvent] {
        let said = term.causes + term.silentSince + term.reaffirmedBy
        let beside = term.remarks.map(\.event) + term.conditional.map(\.event)
        return said + beside + fields.flatMap(\.events)
    }
}

extension FieldHistory {
    fileprivate var events: [RecordedEvent] {
        let own = field.map { field in
            [field.governing] + field.furtherCauses + field.silentSince + field.reaffirmedBy
        }
        let agreed = steps.flatMap { step in
            step.candidates.compactMap(\.event) + step.conditions + step.overtakenBy
        }
        let reported = reports.flatMap { [$0.event, $0.withdrawal].compactMap { $0 } }
        return (own ?? []) + agreed + reported + conditional.map(\.event)
            + successions.flatMap(\.causes)
    }
}

/// One field over all days.
public struct FieldHistory: Hashable, Sendable {
    public var name: FieldName
    /// As it stands on the day asked.
    public var field: ConformedField?
    /// Oldest first.
    public var steps: [Step]
    /// What sources say of it, also what was withdrawn.
    public var reports: [Report]
    /// Agreed changes that wait for a condition on the day asked.
    public var conditional: [ConditionalChange] = []
    /// Who stood in the place of the parties it names; days on which all of them stood in it themselves are
    /// left out.
    public var successions: [Succession]

    /// A run of days with one answer.
    public struct Step: Hashable, Sendable {
        /// nil: since always.
        public var from: Day?
        /// The first day after it; nil for ever.
        public var to: Day?
        public var candidates: [ConformedField.Candidate]
        /// What came about of the conditions that it waited for.
        public var conditions: [RecordedEvent]
        /// What ended the term before the step could take effect: it never does.
        public var overtakenBy: [RecordedEvent]
    }

    /// A run of days on which the same others stood in the place of parties.
    public struct Succession: Hashable, Sendable {
        public var from: Day
        /// The first day after it; nil for ever.
        public var to: Day?
        public var places: [PartyPlace]
        /// Who stands in the field, in words.
        public var text: String
        /// The events by which they came into the places.
        public var causes: [RecordedEvent]
    }
}

/// One term over all days.
public struct TermHistory: Hashable, Sendable {
    public var identity: TermID
    public var id: TermID
    public var kind: TermKind
    public var runs: [Run]
    public var fields: [FieldHistory]
    /// Agreed changes of the term itself that wait for a condition on the day asked.
    public var conditional: [ConditionalChange] = []

    /// A run of days with one status.
    public struct Run: Hashable, Sendable {
        public var from: Day?
        public var to: Day?
        public var status: TermStatus
        public var reasons: [Reason]
    }
}

extension TermTimeline {
    /// One field over all days.
    func history(of name: FieldName, on day: Day) -> FieldHistory {
        let steps = (cells[name]?.pieces ?? []).map { piece in
            let start = status(on: piece.from)
            return FieldHistory.Step(
                from: piece.from == .distantPast ? nil : piece.from, to: piece.to,
                candidates: piece.candidates.compactMap { assertion in
                    assertion.map {
                        ConformedField.Candidate(
                            value: $0.value, event: $0.event, grade: $0.event.grade,
                            isReported: false)
                    }
                }, conditions: outcomes(behind: piece),
                overtakenBy: start.status == .ended ? start.causes : [])
        }
        return FieldHistory(
            name: name,
            field: record.kind.definition.field(name).flatMap { conformedField($0, on: day) },
            steps: steps.filter { !$0.candidates.isEmpty }, reports: record.reports[name] ?? [],
            conditional: conditionalChanges(on: day).filter { $0.effect.field == name },
            successions: successions(of: name))
    }

    /// What came about of the conditions that the assertions of a piece waited for.
    private func outcomes(behind piece: CellTimeline.Piece) -> [RecordedEvent] {
        let events = piece.candidates.compactMap(\.self).flatMap {
            bounds.outcomeEvents(in: $0.begins, by: piece.to?.adding(days: -1) ?? .last)
        }
        return TermLife.unique(events)
    }

    private func successions(of name: FieldName) -> [FieldHistory.Succession] {
        guard let schema = record.kind.definition.field(name), schema.namesParties, !places.isEmpty
        else { return [] }
        var runs: [FieldHistory.Succession] = []
        let days = self.days(of: .places(name)).sorted()
        for (index, day) in days.enumerated() {
            guard let field = conformedField(schema, on: day), !field.places.isEmpty else {
                continue
            }
            let causes = field.furtherCauses.filter { $0.event.payload is PartySucceeded }
            let run = FieldHistory.Succession(
                from: day, to: index + 1 < days.count ? days[index + 1] : nil, places: field.places,
                text: field.displayText, causes: causes)
            if let last = runs.last, last.to == day, last.text == run.text {
                runs[runs.count - 1].to = run.to
            } else {
                runs.append(run)
            }
        }
        return runs
    }

    /// The fields it ever had, in the order of its kind.
    var fieldNames: [FieldName] {
        let names = Set(cells.keys).union(record.reports.keys)
        return record.kind.definition.fields.map(\.name).filter(names.contains)
    }

    /// The whole life of the term.
    func history(on day: Day) -> TermHistory {
        var runs: [TermHistory.Run] = []
        for boundary in [.distantPast] + changeDays {
            let reading = status(on: boundary)
            if let last = runs.last, last.status == reading.status { continue }
            if !runs.isEmpty { runs[runs.count - 1].to = boundary }
            runs.append(
                .init(
                    from: boundary == .distantPast ? nil : boundary, to: nil,
                    status: reading.status, reasons: reading.reasons))
        }
        return TermHistory(
            identity: record.identity, id: id(on: day), kind: record.kind, runs: runs,
            fields: fieldNames.map { history(of: $0, on: day) },
            conditional: conditionalChanges(on: day).filter { $0.effect.field == nil })
    }
}

extension AgreementView {
    /// One term over all days; nil where there is no such term.
    public func history(of term: TermID) -> TermHistory? {
        reading.term(term).map { $0.history(on: vantage.on) }
    }
}

extension Book {
    /// The chain of instruments behind a term, or one of its fields.
    public func explanation(
        of agreement: AgreementID, term id: TermID, field: FieldName?, from vantage: Vantage
    ) async throws(LedgerError) -> Explanation {
        let view = try await view(
            of: agreement, from: vantage,
            deciding: DecisiveDays(vantage.on...vantage.on, wholeTerm: id))
        let copy = view.copy()
        guard let timeline = view.reading.term(id),
            let term = copy.term(timeline.record.identity)
        else {
            throw .unknownTerm(id, nearest: copy.terms.map(\.id))
        }
        var names = timeline.fieldNames
        if let field {
            guard names.contains(field) else { throw .unknownField(field, term.kind) }
            names = [field]
        }
        return Explanation(
            agreement: agreement, title: copy.title, vantage: view.vantage,
            resolved: copy.resolved, term: term,
            fields: names.map { timeline.history(of: $0, on: vantage.on) })
    }

    /// One term, or all of them, over all days.
    public func timeline(
        of agreement: AgreementID, term id: TermID?, from vantage: Vantage
    ) async throws(LedgerError) -> [TermHistory] {
        let days = id.map { DecisiveDays(vantage.on...vantage.on, wholeTerm: $0) }
        let reading = try await view(of: agreement, from: vantage, deciding: days).reading
        guard let id else { return reading.terms.map { $0.history(on: vantage.on) } }
        guard let timeline = reading.term(id) else {
            throw .unknownTerm(id, nearest: reading.terms.map(\.record.identity))
        }
        return [timeline.history(on: vantage.on)]
    }
}
