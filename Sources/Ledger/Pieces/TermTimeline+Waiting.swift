import Amendments
import Terms

// Agreed changes that wait for a condition, as pieces: a run of days with the same ones.
extension TermTimeline {
    /// Whether anything about the term was ever agreed to wait for a condition.
    var everWaits: Bool { !waitingBounds.isEmpty }

    /// The first day there is, and every day on which what waits may change.
    var waitingDays: Set<Day> {
        guard everWaits else { return [.first] }
        let fields = record.assertions.keys.map { days(of: .field($0)) }
        return fields.reduce(days(of: .status).union(conditionalDays)) { $0.union($1) }
    }

    /// What waits on a day, as a piece that begins then; nil where nothing does.
    func waitingPiece(on day: Day, in agreement: AgreementID) -> TermPiece? {
        guard everWaits else { return nil }
        let changes = conditionalChanges(on: day)
        guard let first = changes.first else { return nil }
        return TermPiece(
            agreement: agreement, term: record.identity, id: id(on: day), kind: record.kind,
            subject: .waiting, days: DayRange(from: day),
            answer: .waiting(changes.map { PendingChange($0) }),
            grade: first.event.grade, isReported: false, governing: first.event.position)
    }
}
