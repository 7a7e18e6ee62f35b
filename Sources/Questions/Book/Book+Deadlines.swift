import Amendments
public import Deadlines
public import EventStore
public import Ledger
public import Terms

/// The days that a calendar is of, where they hang on what today is in the zone of each agreement.
public struct CalendarDays {
    /// A span with those of every zone in it.
    let widest: ClosedRange<Day>
    /// Those of an agreement in a zone.
    let span: (_ zone: String) -> ClosedRange<Day>

    init(
        within widest: ClosedRange<Day>, _ span: @escaping (_ zone: String) -> ClosedRange<Day>
    ) {
        self.widest = widest
        self.span = span
    }

    /// The same in every zone.
    public init(_ span: ClosedRange<Day>) {
        self.init(within: span) { _ in span }
    }
}

extension Book {
    /// What falls into some days under some agreements.
    ///
    /// Of the whole book those agreements are read of which something may fall into the days, where the store can
    /// find them; and all of them where recordings that do not count are to be counted.
    ///
    /// - Parameters:
    ///   - days: the first and the last day, or how they follow from today.
    ///   - agreements: which ones; empty for all of the book.
    ///   - vantage: what is known; its day does not count.
    public func deadlines(
        of agreements: [AgreementID], in days: CalendarDays, from vantage: Vantage
    ) async throws(DeedbookError) -> DeadlineCalendar {
        let end = try await resolve(vantage.recordedAt)
        let isWhole = agreements.isEmpty
        let all =
            isWhole
            ? try await agreementsDue(in: days.widest, from: vantage, resolvedTo: end) : agreements
        var parts: [DeadlineCalendar.Agreement] = []
        for id in all {
            let view =
                isWhole
                ? try await view(of: id, dueIn: days.widest, from: vantage, resolvedTo: end)
                : try await view(of: id, from: vantage)
            let span = days.span(view.reading.state.zone ?? Self.noZone)
            parts.append(DeadlineCalendar.Agreement(view, on: span.lowerBound, in: span))
        }
        let isShown = { (part: DeadlineCalendar.Agreement) in
            !isWhole || !part.deadlines.isEmpty
        }
        return DeadlineCalendar(
            of: parts.filter(isShown), besides: parts.filter { !isShown($0) },
            otherwise: days.span(Self.noZone), from: vantage, resolvedTo: end)
    }

    /// What is known of an agreement that was begun by a position, as far as it decides what falls into some days.
    private func view(
        of agreement: AgreementID, dueIn days: ClosedRange<Day>, from vantage: Vantage,
        resolvedTo end: Position
    ) async throws(DeedbookError) -> AgreementView {
        AgreementView(
            agreement, history: try await store.events(of: agreement, through: nil),
            from: vantage, resolvedTo: end, drafts: drafts, countsLater: countsLater, dueIn: days)
    }

    /// The zone of a book without agreements, and of an agreement that states none.
    private static var noZone: String { "UTC" }

    /// The agreements of the book as it was at a position of which something may fall into some days, and others.
    private func agreementsDue(
        in days: ClosedRange<Day>, from vantage: Vantage, resolvedTo end: Position
    ) async throws(DeedbookError) -> [AgreementID] {
        // What is left out of the others is counted, too.
        guard !countsLater, vantage.disclosedBy == nil, let store = store as? any DueStore,
            let due = try await store.agreements(dueIn: days)
        else { return try await agreements(at: vantage.recordedAt) }
        return due.filter { $0.begins <= end }.map(\.id)
    }
}

extension Book {
    /// The entries of a calendar that have a first and a last day, or wait for a condition, in the order of days: a pure function of what its
    /// agreements' vantages see.
    ///
    /// Every agreement that was read for it is read once for each of its recordings: what once fell into its days may
    /// be another's today, or nowhere.
    public func entries(
        of calendar: DeadlineCalendar
    ) async throws(DeedbookError) -> [CalendarEntry] {
        var entries: [CalendarEntry] = []
        for part in calendar.read {
            entries += CalendarEntry.all(
                of: part, through: try await views(of: part.id, from: part.vantage))
        }
        return entries.sorted(by: CalendarEntry.precedes)
    }
}
