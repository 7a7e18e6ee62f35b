public import Amendments
public import EventStore
import Ledger
public import Terms

/// What sources say of one instrument: its dates, what it is.
public typealias InstrumentReports = [FieldName: [Report]]

extension Book {
    /// What sources say of a recording's instrument, in the agreements that the recording touches.
    ///
    /// Only the events that report are read of these, and those that act on the record.
    public func reports(
        on recording: LoggedRecording
    ) async throws(DeedbookError) -> InstrumentReports {
        let agreements = Set(recording.events.map(\.agreement)).union([recording.header.agreement])
        var reports: InstrumentReports = [:]
        for agreement in agreements.sorted() {
            let state = try await state(of: agreement, from: [.valueReported, .reportWithdrawn])
            reports.merge(state.instrumentReports[recording.header.key] ?? [:]) { $0 + $1 }
        }
        return reports
    }

    /// What the events of some kinds add up to, as the events that act on the record make them read.
    func state(
        of agreement: AgreementID, from kinds: Set<EventKind>
    ) async throws(DeedbookError) -> AgreementState {
        let events = try await store.events(
            of: agreement, kinds: kinds.union(EventKind.actingOnRecord))
        var state = AgreementState(id: agreement)
        for event in VisibleEvents(of: events, from: Vantage(on: .first)).events {
            state.apply(event)
        }
        return state
    }
}

extension EventKind {
    /// The kinds that act on other events of the record.
    static let actingOnRecord = Set(
        allCases.filter { $0.payloadType.traits.contains(.actsOnRecord) })
}
