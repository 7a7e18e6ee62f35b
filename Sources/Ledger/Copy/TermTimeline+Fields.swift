import Amendments
import Terms

extension TermTimeline {
    /// The field as it stands on a day; nil where the term has no such field then.
    func field(_ name: FieldName, on day: Day) -> ConformedField? {
        let agreed = agreedCandidates(of: name, on: day)
        let reported = liveReports(of: name, on: day)
        let present = agreed.filter { $0.value != nil }
        guard let answer = (present + reported).min(by: answersBefore), let event = answer.event,
            let value = answer.value
        else { return nil }
        let silence = remarks(since: event, by: day) { $0.contains(name) }
        var field = ConformedField(
            name: name, value: value, referred: nil, grade: answer.grade, governing: event,
            isReported: answer.isReported, candidates: agreed.count > 1 ? agreed : [],
            competing: (present + reported).filter { $0 != answer }.sorted(by: answersBefore),
            isContested: false, reasons: [], silentSince: silence.unaddressed,
            reaffirmedBy: silence.reaffirmed, furtherCauses: [])
        if field.isIndeterminate { field.competing.removeAll { !$0.isReported } }
        field.isContested = contests(field)
        if !field.isReported {
            noteAnnouncement(&field)
            rebase(&field, on: day)
        }
        return field
    }

    /// A withheld value contests nothing; two stated ones of one grade contest each other.
    private func contests(_ field: ConformedField) -> Bool {
        guard case .stated = field.value else { return false }
        return field.competing.contains {
            guard case .stated? = $0.value else { return false }
            return $0.grade == field.grade && $0.value != field.value
        }
    }

    private func agreedCandidates(
        of name: FieldName, on day: Day
    ) -> [ConformedField.Candidate] {
        (cells[name]?.candidates(on: day) ?? []).map { assertion in
            ConformedField.Candidate(
                value: assertion?.value, event: assertion?.event,
                grade: assertion?.event.grade ?? .inference, isReported: false)
        }
    }

    /// The best grade answers; of one grade, a stated value before a withheld one, what the parties
    /// agreed before what is said of it, and then the earlier word.
    private func answersBefore(
        _ lhs: ConformedField.Candidate, _ rhs: ConformedField.Candidate
    ) -> Bool {
        func rank(_ candidate: ConformedField.Candidate) -> (SourceGrade, Int, Int, Int) {
            let isWithheld: Bool =
                switch candidate.value {
                case .undisclosed?, .unknown?, .silent?, nil: true
                case .stated?, .between?, .redacted?, ValueState.none?, .sameAs?: false
                }
            return (
                candidate.grade, isWithheld ? 1 : 0, candidate.isReported ? 1 : 0,
                candidate.event?.position.number ?? 0
            )
        }
        return rank(lhs) < rank(rhs)
    }

    /// What sources say of the field on a day: from the report's own day until it ends or the parties set
    /// the field anew. What is known to be withdrawn says nothing of any day.
    private func liveReports(of name: FieldName, on day: Day) -> [ConformedField.Candidate] {
        (record.reports[name] ?? []).compactMap { report in
            guard let begins = bounds.start(report.event.effective), begins.first <= day,
                report.lasts.flatMap({ bounds.end($0) }).map({ day < $0.sure }) ?? true,
                report.withdrawal == nil,
                !isOvertaken(begins, of: name, by: day)
            else { return nil }
            return ConformedField.Candidate(
                value: report.value, event: report.event, grade: report.event.grade,
                isReported: true)
        }
    }

    private func isOvertaken(_ begins: DayWindow, of name: FieldName, by day: Day) -> Bool {
        (record.assertions[name] ?? []).contains { assertion in
            guard assertion.lasts == nil, let next = bounds.start(assertion.begins) else {
                return false
            }
            return next.first > begins.sure && next.first <= day
        }
    }

    /// Who restated, and who was since silent on, the fields that `concerns` picks.
    func remarks(
        since event: RecordedEvent?, by day: Day, concerns: ([FieldName]) -> Bool
    ) -> (unaddressed: [RecordedEvent], reaffirmed: [RecordedEvent]) {
        var unaddressed: [RecordedEvent] = []
        var reaffirmed: [RecordedEvent] = []
        for remark in record.remarks
        where hasBegun(remark.event, by: day) && event.map({ key(remark.event) > key($0) }) ?? true
        {
            switch remark.content {
            case .unaddressed(let fields) where concerns(fields):
                unaddressed.append(remark.event)
            case .reaffirmed(let fields) where concerns(fields):
                reaffirmed.append(remark.event)
                unaddressed = []
            case .reaffirmed, .unaddressed, .interpreted, .waived, .noticeGiven, .optionExercised,
                .optionDeclined, .accrued:
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
