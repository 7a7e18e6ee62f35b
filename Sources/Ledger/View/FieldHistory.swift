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
    /// - Parameters:
    ///   - timeline: of a term of the copy.
    ///   - term: the same as it stands in the copy.
    package init(
        of timeline: TermTimeline, standing term: ConformedTerm, fields: [FieldName],
        in copy: ConformedCopy
    ) {
        agreement = copy.agreement
        title = copy.title
        vantage = copy.vantage
        resolved = copy.resolved
        self.term = term
        self.fields = fields.map { timeline.history(of: $0, on: copy.vantage.on) }
    }

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
        let agreed = steps.stated().map(\.value).flatMap { step in
            step.candidates.compactMap(\.event) + step.conditions + step.overtakenBy
        }
        let reported = reports.flatMap { [$0.event, $0.withdrawal].compactMap { $0 } }
        return (own ?? []) + agreed + reported + conditional.map(\.event)
            + successions.stated().flatMap(\.value.causes)
    }
}

/// One field over all days.
public struct FieldHistory: Hashable, Sendable {
    public var name: FieldName
    /// As it stands on the day of the question.
    public var field: ConformedField?
    /// What governs on which day; nil where nothing does.
    public var steps: Timeline<Step?>
    /// What sources say of it, also what was withdrawn.
    public var reports: [Report]
    /// Agreed changes that wait for a condition on the day of the question.
    public var conditional: [ConditionalChange] = []
    /// Who stood in the place of the parties it names; nil where all of them stood in it themselves.
    public var successions: Timeline<Succession?>

    /// What governs.
    public struct Step: Hashable, Sendable {
        /// At least one.
        public var candidates: [ConformedField.Candidate]
        /// What came about of the conditions that it waited for.
        public var conditions: [RecordedEvent]
        /// What ended the term before the step could take effect: it never does.
        public var overtakenBy: [RecordedEvent]
    }

    /// Others who stood in the place of parties.
    public struct Succession: Hashable, Sendable {
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
    /// Its status on all days; the reasons are those of the first day of each piece.
    public var runs: Timeline<StatusReading>
    public var fields: [FieldHistory]
    /// Agreed changes of the term itself that wait for a condition on the day of the question.
    public var conditional: [ConditionalChange] = []
}

extension TermTimeline {
    /// One field over all days.
    func history(of name: FieldName, on day: Day) -> FieldHistory {
        FieldHistory(
            name: name,
            field: record.kind.definition.field(name).flatMap { conformedField($0, on: day) },
            steps: steps(of: name), reports: record.reports[name] ?? [],
            conditional: conditionalChanges(on: day).filter { $0.effect.field == name },
            successions: successions(of: name))
    }

    private func steps(of name: FieldName) -> Timeline<FieldHistory.Step?> {
        guard let cell = cells[name] else { return Timeline(nil) }
        return Timeline(changingOn: cell.changeDays) { day in
            let piece = cell.piece(at: day)
            let governing = piece.value.compactMap(\.self)
            guard !governing.isEmpty else { return nil }
            let start = status(on: day)
            let outcomes = governing.flatMap {
                bounds.outcomeEvents(in: $0.begins, by: piece.days.through ?? .last)
            }
            return FieldHistory.Step(
                candidates: governing.map {
                    .init(
                        value: $0.value, event: $0.event, grade: $0.event.grade, isReported: false)
                },
                conditions: TermLife.unique(outcomes),
                overtakenBy: start.status == .ended ? start.causes : [])
        }
    }

    private func successions(of name: FieldName) -> Timeline<FieldHistory.Succession?> {
        guard let schema = record.kind.definition.field(name), schema.namesParties, !places.isEmpty
        else { return Timeline(nil) }
        return Timeline(changingOn: days(of: .places(name))) { day in
            guard let field = conformedField(schema, on: day) else { return nil }
            // A group stands in its own place, whichever parties are in it.
            let places = field.places.filter { !$0.successors.isEmpty }
            guard !places.isEmpty else { return nil }
            return FieldHistory.Succession(
                places: places, text: field.displayText,
                causes: field.furtherCauses.filter { $0.event.payload is PartySucceeded })
        }.coalesced { $0?.text == $1?.text }
    }

    /// The fields it ever had, in the order of its kind.
    package var fieldNames: [FieldName] {
        let names = Set(cells.keys).union(record.reports.keys)
        return record.kind.definition.fields.map(\.name).filter(names.contains)
    }

    /// The whole life of the term.
    package func history(on day: Day) -> TermHistory {
        TermHistory(
            identity: record.identity, id: id(on: day), kind: record.kind,
            runs: Timeline(changingOn: changeDays) { status(on: $0) }
                .coalesced { $0.status == $1.status },
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
