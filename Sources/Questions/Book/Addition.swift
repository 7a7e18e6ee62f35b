import Amendments
import Ledger
import Terms

/// What a recording adds to one of the agreements that it touches, at the end of a book.
struct Addition {
    let agreement: AgreementID
    let events: [RecordedEvent]
    private let steps: StepContinuation?

    /// - Parameter head: the end of the book.
    static func all(
        of recording: Recording, under header: RecordingHeader, after head: Position
    ) -> [Addition] {
        let events = recording.events(from: Position(head.number + 1), under: header)
        return recording.agreements.map { agreement in
            let own = events.filter { $0.agreement == agreement }
            return Addition(
                agreement: agreement, events: own, steps: StepContinuation(agreement, by: own))
        }
    }

    /// The days of which the deciding events show whether it only continues the agreement; nil where only the whole
    /// history does.
    var days: DecisiveDays? { steps?.days }

    /// Whether it only continues the agreement, and nothing is wrong with it; then no history need be read.
    ///
    /// - Parameter past: what decided the days before it; nil where that is not known.
    func holds(after past: DecisiveEvents?) -> Bool {
        guard let steps, let past else { return false }
        return steps.holds(after: past)
    }
}
