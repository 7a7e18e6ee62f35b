import Amendments
import EventStore
import Ledger
import Terms

extension Decision {
    /// Whether a recording can hold by the rules, on top of whatever its agreements have become.
    ///
    /// - Parameter demanded: the versions that its recorder asked for; no rule stands for them.
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
            var violations: [Violation] = []
            for addition in Addition.all(of: recording, under: header, after: head) {
                let agreement = addition.agreement
                if let days = addition.days, try storage.isCurrent(),
                    addition.holds(
                        after: try storage.decisiveEvents(of: agreement, on: days, through: head))
                {
                    continue
                }
                let history = try storage.events(of: agreement)
                violations += Validation.violations(
                    of: agreement, history: history + addition.events, from: history.count)
            }
            guard violations.isEmpty else { throw DeedbookError.invalid(recording.key, violations) }
        }
    }
}
