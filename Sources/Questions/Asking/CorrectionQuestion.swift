public import Amendments
public import EventStore
import Ledger
public import Terms

/// What does an event say now, with the corrections made of it, for another to begin with?
public struct CorrectionQuestion: Question {
    public var event: EventReference

    public init(of event: EventReference) { self.event = event }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownRecording`; `unknownEvent` for a number that the recording does not have; `notCorrectable`.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<CorrectionQuestion> {
        let events = try await inquiry.book.recording(event.recording).events
        guard let stored = events.first(where: { $0.ordinal == event.ordinal }) else {
            throw .unknownEvent(event, events: events.count)
        }
        let reading = try await inquiry.book.reading(
            of: stored.agreement, from: Vantage(on: .first))
        let now = reading.events.first {
            $0.reference == event && !$0.isRedacted && $0.event.payload.recordAct == nil
        }
        guard let now else { throw .notCorrectable(event) }
        return Answer(self, now)
    }

    public typealias Content = RecordedEvent
}
