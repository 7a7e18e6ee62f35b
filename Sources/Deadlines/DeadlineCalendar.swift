import Amendments
public import Ledger
public import Terms

/// What falls into a span of days, over several agreements, as known from one point.
public struct DeadlineCalendar: Hashable, Sendable {
    /// The shortest span that has those of all agreements in it.
    public var span: ClosedRange<Day>
    /// In the order asked for.
    public var agreements: [Agreement]

    /// One agreement's part, with the point it rests on.
    public struct Agreement: Hashable, Sendable {
        public var id: AgreementID
        public var title: String
        public var zone: String
        /// The days asked about: those of others may differ where each begins with its own today.
        public var span: ClosedRange<Day>
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

extension DeadlineCalendar.Agreement {
    /// - Parameter day: on which its last governing instrument is looked for.
    package init(_ view: AgreementView, on day: Day, in span: ClosedRange<Day>) {
        let view = view.on(day)
        let state = view.reading.state
        id = state.id
        title = state.title ?? state.id.text
        zone = state.zone ?? "UTC"
        self.span = span
        vantage = view.vantage
        resolved = view.point
        deadlines = view.deadlines(in: span)
    }
}

extension DeadlineCalendar {
    /// - Parameter otherwise: the span where there is no agreement.
    package init(of agreements: [Agreement], otherwise: ClosedRange<Day>) {
        let spans = agreements.map(\.span)
        span = spans.dropFirst().reduce(spans.first ?? otherwise) { $0.joined(with: $1) }
        self.agreements = agreements
    }
}

extension AgreementView {
    /// What falls into a span of days, as known from this vantage.
    public func deadlines(in span: ClosedRange<Day>) -> [Deadline] {
        AgreementScan(reading: reading, span: span).deadlines
    }
}
