import Amendments
import EventStore
import Ledger
import Terms

extension Decision {
    /// Whether a recording can hold by the rules, on top of whatever its agreements have become.
    ///
    /// - Parameter demanded: the versions that whoever records it asked for; no rule stands for them.
    init(
        on recording: Recording, by recorder: String,
        demanding demanded: [AgreementID: ExpectedVersion]
    ) {
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        self.init { storage in
            for agreement in demanded.keys.sorted() {
                try demanded.check(agreement, at: try storage.version(of: agreement) ?? 0)
            }
            let head = try storage.head()
            let events = recording.events(from: Position(head.number + 1), under: header)
            var violations: [Violation] = []
            for agreement in recording.agreements {
                let own = events.filter { $0.agreement == agreement }
                if try Self.isContinued(agreement, by: own, through: head, in: storage) { continue }
                let history = try storage.events(of: agreement)
                violations += Validation.violations(
                    of: agreement, history: history + own, from: history.count)
            }
            guard violations.isEmpty else { throw DeedbookError.invalid(recording.key, violations) }
        }
    }

    /// Whether the events only continue the agreement, and nothing is wrong with them; then its history need not be
    /// read.
    private static func isContinued(
        _ agreement: AgreementID, by own: [RecordedEvent], through head: Position,
        in storage: any HistoryStorage
    ) throws -> Bool {
        guard let steps = StepContinuation(agreement, by: own), try storage.isCurrent(),
            let past = try storage.decisiveEvents(of: agreement, on: steps.days, through: head)
        else { return false }
        return steps.holds(after: past)
    }
}
