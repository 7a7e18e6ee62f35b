public import Amendments
public import Deadlines
public import EventStore
public import Ledger
public import Terms

extension Book {
    /// What falls into a span of days under some agreements.
    ///
    /// - Parameters:
    ///   - agreements: which ones; empty for all of the book.
    ///   - vantage: what is known; its day counts for the last governing instrument only.
    public func deadlines(
        of agreements: [AgreementID], in span: ClosedRange<Day>, from vantage: Vantage
    ) async throws(DeedbookError) -> DeadlineCalendar {
        try await deadlines(
            of: agreements, otherwise: span, disclosedBy: vantage.disclosedBy,
            recordedAt: vantage.recordedAt
        ) { _ in (vantage.on, span) }
    }

    /// What falls under some agreements into a span of days that depends on the zone of each.
    ///
    /// - Parameters:
    ///   - agreements: which ones; empty for all of the book.
    ///   - otherwise: the span of the answer where there is no agreement.
    ///   - days: for a zone, the day of the last governing instrument, and the span.
    public func deadlines(
        of agreements: [AgreementID], otherwise: ClosedRange<Day>, disclosedBy: Day?,
        recordedAt: Position?,
        days: (_ zone: String) -> (on: Day, span: ClosedRange<Day>)
    ) async throws(DeedbookError) -> DeadlineCalendar {
        let all = agreements.isEmpty ? try await self.agreements(at: recordedAt) : agreements
        var parts: [DeadlineCalendar.Agreement] = []
        for id in all {
            let vantage = Vantage(on: .first, disclosedBy: disclosedBy, recordedAt: recordedAt)
            let view = try await view(of: id, from: vantage)
            let (day, span) = days(view.reading.state.zone ?? "UTC")
            parts.append(DeadlineCalendar.Agreement(view, on: day, in: span))
        }
        return DeadlineCalendar(of: parts, otherwise: otherwise)
    }
}

extension Book {
    /// The entries of a calendar that have a first and a last day, or wait for a condition, in the order of days: a pure function of what its
    /// agreements' vantages see.
    ///
    /// Every agreement is read once for each of its recordings.
    public func entries(
        of calendar: DeadlineCalendar
    ) async throws(DeedbookError) -> [CalendarEntry] {
        var entries: [CalendarEntry] = []
        for part in calendar.agreements {
            entries += CalendarEntry.all(
                of: part, through: try await views(of: part.id, from: part.vantage))
        }
        return entries.sorted(by: CalendarEntry.precedes)
    }
}
