public import Amendments
public import Ledger
public import Terms

/// What falls into a span of days, over several agreements, as known from one point.
public struct DeadlineCalendar: Hashable, Sendable {
    /// The shortest span that has those of its agreements in it.
    public var span: ClosedRange<Day>
    /// Those that were asked for by name, in that order; of the whole book those of which something falls into the
    /// days.
    public var agreements: [Agreement]
    /// The others of the book that were read, and have nothing in the days as they are known now. Which ones hangs on
    /// the store: one with an index of days reads few of them.
    public var others: [Agreement]
    /// What is known; its day does not count.
    public var vantage: Vantage
    /// The last position that counted, at the end of a whole recording; nil in an empty book.
    public var position: Position?

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
        /// The instruments that may have changed terms by the last day or added some, and were not read: by them something
        /// may fall into the days that is not here.
        public var notRead: [EventReference]
    }

    /// All deadlines, in the order of days; what has no day comes last.
    public var deadlines: [Deadline] {
        agreements.flatMap(\.deadlines).sorted(by: AgreementScan.precedes)
    }

    /// The title of one of its agreements, or of one of the others.
    public func title(of id: AgreementID) -> String {
        read.first { $0.id == id }?.title ?? id.text
    }

    /// Every agreement that was read.
    public var read: [Agreement] { agreements + others }
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
        notRead = view.reading.notRead(by: span.upperBound)
    }
}

extension DeadlineCalendar {
    /// - Parameters:
    ///   - others: agreements of which nothing falls into the days.
    ///   - otherwise: the span where there is no agreement.
    ///   - position: the end of the book as it is known; 0 for an empty one.
    package init(
        of agreements: [Agreement], besides others: [Agreement], otherwise: ClosedRange<Day>,
        from vantage: Vantage, resolvedTo position: Position
    ) {
        let spans = agreements.map(\.span)
        span = spans.dropFirst().reduce(spans.first ?? otherwise) { $0.joined(with: $1) }
        self.agreements = agreements
        self.others = others
        self.vantage = vantage
        self.position = position.number > 0 ? position : nil
    }
}

extension AgreementView {
    /// What falls into a span of days, as known from this vantage.
    public func deadlines(in span: ClosedRange<Day>) -> [Deadline] {
        AgreementScan(reading: reading, span: span).deadlines
    }
}
