import Amendments
import Terms

extension TermTimeline {
    /// What the parties agreed of the field, as it governs on a day; nil where nothing does.
    ///
    /// Where imprecise dates leave several values, the best graded stands for them all.
    func agreedField(_ name: FieldName, on day: Day) -> ConformedField? {
        let candidates = agreedCandidates(of: name, on: day)
        guard
            let answer = candidates.filter({ $0.value != nil }).min(by: Self.answersBefore),
            let value = answer.value, let event = answer.event
        else { return nil }
        var field = conformed(name, value, by: event, on: day)
        if candidates.count > 1 {
            field.candidates = candidates
            field.reasons += gaps(in: candidates.compactMap(\.event).map(\.effective))
            field.reasons += openReadings(of: name, on: day)
            if record.kind.definition.field(name)?.standing == .balance {
                field.reasons += statedAsOf(name, on: day)
            }
        }
        noteAnnouncement(&field)
        rebase(&field, on: day)
        noteConditions(&field, on: day)
        return field
    }

    /// The calendars for want of which it is not known when something said of a field takes effect.
    private func gaps(in bounds: [DateBound]) -> [Reason] {
        let gaps = bounds.flatMap { self.bounds.gaps(in: $0) }.map {
            Reason.businessDaysUnknown($0)
        }
        return gaps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The statements of readings that compete with what is agreed.
    private func openReadings(of name: FieldName, on day: Day) -> [Reason] {
        (cells[name]?.at(day) ?? []).compactMap(\.self).filter(\.isOpenReading).map {
            .readingsCompete($0.event.reference)
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// As of when a fact is stated that may be another by now.
    func statedAsOf(_ name: FieldName, on day: Day) -> [Reason] {
        (cells[name]?.at(day) ?? []).compactMap(\.self)
            .filter { $0.staleDay(by: bounds).map { $0 <= day } ?? false }
            .compactMap { bounds.start($0.begins) }.map { .statedAsOf(PossibleDay($0)) }
    }

    /// The field with what sources report of it on a day: beside what is agreed, whatever their grade, and as
    /// the answer only where nothing is. Nil where there is neither.
    func reported(beside agreed: ConformedField?, _ name: FieldName, on day: Day) -> ConformedField?
    {
        let reports = liveReports(of: name, on: day).sorted(by: Self.answersBefore)
        if var field = agreed {
            field.competing = reports
            weigh(&field)
            place(&field, on: day)
            return field
        }
        guard let best = reports.first, let value = best.value, let event = best.event else {
            return nil
        }
        var field = conformed(name, value, by: event, on: day)
        field.isReported = true
        // An instrument does not address, or restates, what is agreed.
        field.silentSince = []
        field.reaffirmedBy = []
        field.competing = Array(reports.dropFirst())
        field.isContested = field.competing.contains {
            $0.grade == field.grade && $0.value?.contradicts(value) ?? false
        }
        place(&field, on: day)
        return field
    }

    private func conformed(
        _ name: FieldName, _ value: ValueState, by event: RecordedEvent, on day: Day
    ) -> ConformedField {
        let said = remarks(since: event, by: day) { $0.contains(name) }
        return ConformedField(
            name: name, value: value, referred: nil, grade: event.grade, governing: event,
            isReported: false, candidates: [], competing: [], isContested: false, reasons: [],
            silentSince: said.unaddressed, reaffirmedBy: said.reaffirmed, furtherCauses: [],
            places: [])
    }

    /// Says who has come into the place of the parties that the field names.
    private func place(_ field: inout ConformedField, on day: Day) {
        guard !places.isEmpty else { return }
        let values = field.isIndeterminate ? field.candidates.compactMap(\.value) : [field.value]
        for party in values.flatMap(\.parties) {
            let former = places.formerNames(of: party, namedBy: field.governing)
            if !former.isEmpty { field.formerNames[party] = former }
        }
        for party in values.flatMap(\.parties) where field.places.place(of: party) == nil {
            guard let (place, causes) = places.place(of: party, namedBy: field.governing, on: day)
            else { continue }
            field.places.append(place)
            field.furtherCauses += causes.filter { !field.furtherCauses.contains($0) }
        }
    }

    /// Says which reports are better evidence than what is agreed, and whether one no worse denies it.
    private func weigh(_ field: inout ConformedField) {
        let values = field.isIndeterminate ? field.candidates.compactMap(\.value) : [field.value]
        for report in field.competing {
            guard let value = report.value, let event = report.event, report.grade <= field.grade
            else { continue }
            if report.grade < field.grade, value.says {
                field.reasons.append(.betterReport(value, report.grade, event.reference))
            }
            if values.allSatisfy({ $0.contradicts(value) }) { field.isContested = true }
        }
    }

    private func agreedCandidates(
        of name: FieldName, on day: Day
    ) -> [ConformedField.Candidate] {
        (cells[name]?.at(day) ?? []).map { assertion in
            ConformedField.Candidate(
                value: assertion?.value, event: assertion?.event,
                grade: assertion?.event.grade ?? .inference, isReported: false)
        }
    }

    /// The better grade stands first; of one grade, a value before a withheld one, then the earlier word.
    private static func answersBefore(
        _ lhs: ConformedField.Candidate, _ rhs: ConformedField.Candidate
    ) -> Bool {
        func rank(_ candidate: ConformedField.Candidate) -> (SourceGrade, Int, Int) {
            let isWithheld: Bool =
                switch candidate.value {
                case .undisclosed?, .unknown?, .silent?, nil: true
                case .stated?, .between?, .about?, .redacted?, ValueState.none?, .sameAs?: false
                }
            return (candidate.grade, isWithheld ? 1 : 0, candidate.event?.position.number ?? 0)
        }
        return rank(lhs) < rank(rhs)
    }

    /// What sources say of the field on a day: from the report's own day until it ends, the parties set the
    /// field anew, or the term begins another life. What is known to be withdrawn says nothing of any day.
    private func liveReports(of name: FieldName, on day: Day) -> [ConformedField.Candidate] {
        (record(on: day).reports[name] ?? []).compactMap { report in
            guard let begins = bounds.start(of: report.event), begins.first <= day,
                report.lasts.flatMap({ bounds.end($0) }).map({ day < $0.sure }) ?? true,
                report.withdrawal == nil,
                !isOvertaken(begins, of: name, by: day)
            else { return nil }
            return ConformedField.Candidate(
                value: report.value, event: report.event, grade: report.event.grade,
                isReported: true)
        }
    }

    /// Whether the parties set the field anew since, be it for a time. What is said of a term before it begins is said of how it
    /// will begin.
    private func isOvertaken(_ begins: DayWindow, of name: FieldName, by day: Day) -> Bool {
        let since = max(begins.sure, firstDay ?? begins.sure)
        return (record(on: day).assertions[name] ?? []).contains { assertion in
            guard let next = bounds.start(assertion.begins) else { return false }
            return next.first > since && next.first <= day
        }
    }

    /// Who restated, and who was since silent on, the fields that `concerns` picks.
    func remarks(
        since event: RecordedEvent?, by day: Day, concerns: ([FieldName]) -> Bool
    ) -> (unaddressed: [RecordedEvent], reaffirmed: [RecordedEvent]) {
        var unaddressed: [RecordedEvent] = []
        var reaffirmed: [RecordedEvent] = []
        for remark in record(on: day).remarks
        where hasBegun(remark.event, by: day) && event.map({ key(remark.event) > key($0) }) ?? true
        {
            switch remark.content {
            case .unaddressed(let fields) where concerns(fields):
                unaddressed.append(remark.event)
            case .reaffirmed(let fields) where concerns(fields):
                reaffirmed.append(remark.event)
                unaddressed = []
            case .reaffirmed, .unaddressed, .interpreted, .waived, .noticeGiven, .optionExercised,
                .optionDeclined, .accrued, .consented:
                continue
            }
        }
        return (unaddressed, reaffirmed)
    }

    /// Says that the day of a change is not stated; of a term's first day its status says so.
    private func noteAnnouncement(_ field: inout ConformedField) {
        guard case .announced(let date) = field.governing.effective,
            !record.additions.contains(field.governing)
        else { return }
        field.reasons.append(.announced(date))
    }

    /// What came about of the conditions upon which the field reads as it does is among its causes.
    private func noteConditions(_ field: inout ConformedField, on day: Day) {
        let governing = (cells[field.name]?.at(day) ?? []).compactMap(\.self)
            .filter { $0.event == field.governing }
        for event in governing.flatMap({ bounds.outcomeEvents(in: $0.begins, by: day) })
        where !field.furtherCauses.contains(event) {
            field.furtherCauses.append(event)
        }
    }

    /// A bound reads without the conditions that were removed, and says so.
    private func rebase(_ field: inout ConformedField, on day: Day) {
        guard case .stated(.bound(let bound)) = field.value else { return }
        if case .announced(let date) = bound { field.reasons.append(.announced(date)) }
        let removed = bounds.removals(in: bound, by: day)
        guard !removed.isEmpty else { return }
        field.furtherCauses = removed
        let gone = bound.conditions.sorted().filter {
            bounds.outcome(of: $0, by: day)?.manner == .removed
        }
        if let left = bounds.rebased(bound, by: day) {
            field.value = .stated(.bound(left))
            field.reasons += gone.map { .rebased($0) }
        } else {
            field.reasons += gone.map { .orphan($0) }
        }
    }
}
