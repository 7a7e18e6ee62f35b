import Amendments
public import Ledger
public import Terms

/// What falls into a span of days, over several agreements, from one vantage.
public struct DeadlineCalendar: Hashable, Sendable {
    public var span: Span
    /// In the order asked for.
    public var agreements: [Agreement]

    /// One agreement's part, with the point it rests on.
    public struct Agreement: Hashable, Sendable {
        public var id: AgreementID
        public var title: String
        public var zone: String
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
        let all = agreements.isEmpty ? try await head().versions.keys.sorted() : agreements
        var parts: [DeadlineCalendar.Agreement] = []
        for id in all {
            let view = try await view(of: id, from: vantage)
            let copy = view.copy()
            parts.append(
                DeadlineCalendar.Agreement(
                    id: id, title: copy.title, zone: copy.zone, vantage: copy.vantage,
                    resolved: copy.resolved, deadlines: view.deadlines(in: span)))
        }
        return DeadlineCalendar(span: span, agreements: parts)
    }
}
