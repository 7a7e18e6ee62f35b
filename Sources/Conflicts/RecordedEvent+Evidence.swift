import Amendments
import Terms

extension RecordedEvent {
    /// Why what the event says is not known from an instrument; nil where it is.
    ///
    /// The one test of evidence: terms, what settles a finding, caps and what accrued all pass it or do not.
    var evidenceDoubt: String? {
        if recording.instrument.kind == .report {
            return "known from a report, not from an instrument"
        }
        return grade > .courtFinding ? "known from no better source than \(grade.rawValue)" : nil
    }
}
