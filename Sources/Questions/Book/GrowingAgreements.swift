import Amendments
import EventStore
import Ledger
import Terms

/// Agreements to which recordings are added, by id.
extension [AgreementID: GrowingAgreement] {
    /// Takes out those that a recording touches; what is not there is read from a book.
    ///
    /// They are changed in place, so nothing else may hold them.
    mutating func take(
        touchedBy recording: Recording, in book: Book
    ) async throws(DeedbookError) -> Self {
        var touched: Self = [:]
        for agreement in recording.agreements {
            if let known = removeValue(forKey: agreement) {
                touched[agreement] = known
            } else {
                touched[agreement] = GrowingAgreement(
                    agreement, history: try await book.history(of: agreement))
            }
        }
        return touched
    }

    /// Adds a recording's events to those that it touches, also where they cannot hold.
    ///
    /// - Returns: why they cannot hold.
    mutating func add(
        _ recording: Recording, from first: Position, under header: RecordingHeader
    ) -> [Violation] {
        let events = recording.events(from: first, under: header)
        return recording.agreements.flatMap { agreement in
            self[agreement]?.add(events.filter { $0.agreement == agreement }) ?? []
        }
    }
}
