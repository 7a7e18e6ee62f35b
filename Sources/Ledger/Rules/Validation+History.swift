import Algorithms
package import Amendments
package import Terms

extension Validation {
    /// Why recordings that are there would be refused if each were recorded again, one after the other.
    ///
    /// - Parameter history: every event of the agreement, in the order of positions.
    package static func refusals(
        of agreement: AgreementID, recordedAs history: [RecordedEvent]
    ) -> [Violation] {
        var growing = GrowingAgreement(agreement, history: [])
        return history.chunked { $0.recording.key == $1.recording.key }
            .flatMap { growing.add(Array($0)) }
    }
}
