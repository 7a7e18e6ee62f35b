public import Amendments
public import Ledger
public import Terms

/// What falls into a span of days, over several agreements, as known from one point.
public struct DeadlineCalendar: Hashable, Sendable {
    /// The shortest span that has those of all agreements in it.
    public var span: Span
    /// In the order asked for.
    public var agreements: [Agreement]

    /// One agreement's part, with the point it rests on.
    public struct Agreement: Hashable, Sendable {
        public var id: AgreementID
        public var title: String
        public var zone: String
        /// The days asked about: those of others may differ where each begins with its own today.
        public var span: Span
        public var vantage: Vantage
        public var resolved: ResolvedPoint
        /// In the order of days; what has no day comes last.
        public var deadlines: [Deadline]
    }

    /// All deadlines, in the order of days; what has no day comes last.
    public var deadlines: [Deadline] {
        agreements.flatMap(\.deadlines).sorted(by: AgreementScan.precedes)
    }

    /// The title of one of its agreements.
    public func title(of id: AgreementID) -> String {
        agreements.first { $0.id == id }?.title ?? id.text
    }
}

extension AgreementView {
    /// What falls into a span of days, as known from this vantage.
    public func deadlines(in span: Span) -> [Deadline] {
        AgreementScan(reading: reading, span: span).deadlines
    }
}

extension Book {
    /// What falls into a span of days under some agreements.
    ///
    /// - Parameters:
    ///   - agreements: which ones; empty for all of the book.
    ///   - vantage: what is known; its day counts for the last governing instrument only.
    public func deadlines(
        of agreements: [AgreementID], in span: Span, from vantage: Vantage
    ) async throws(LedgerError) -> DeadlineCalendar {
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
        of agreements: [AgreementID], otherwise: Span, disclosedBy: Day?, recordedAt: Position?,
        days: (_ zone: String) -> (on: Day, span: Span)
    ) async throws(LedgerError) -> DeadlineCalendar {
        let all = agreements.isEmpty ? try await self.agreements(at: recordedAt) : agreements
        var parts: [DeadlineCalendar.Agreement] = []
        for id in all {
            let vantage = Vantage(on: .first, disclosedBy: disclosedBy, recordedAt: recordedAt)
            let view = try await view(of: id, from: vantage)
            let (day, span) = days(view.reading.state.zone ?? "UTC")
            let copy = view.on(day).copy()
            parts.append(
                DeadlineCalendar.Agreement(
                    id: id, title: copy.title, zone: copy.zone, span: span, vantage: copy.vantage,
                    resolved: copy.resolved, deadlines: view.deadlines(in: span)))
        }
        let spans = parts.map(\.span)
        let whole = spans.dropFirst().reduce(spans.first ?? otherwise) { $0.joined(with: $1) }
        return DeadlineCalendar(span: whole, agreements: parts)
    }
}
