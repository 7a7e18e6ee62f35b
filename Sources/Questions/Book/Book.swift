public import Amendments
public import EventStore
public import Ledger
public import Terms

/// A book of agreements: recordings go in, terms, redlines and reasons come out.
///
/// Every answer is a pure function of the events that the vantage sees; the store only keeps them.
public struct Book: Sendable {
    public let store: any EventStore
    /// Whether answers count what was recorded after the position they rest on. Without it an answer at a fixed
    /// position is the same for ever, whatever is recorded later.
    let countsLater: Bool
    private let memory: BookMemory

    public init(store: any EventStore) {
        self.init(store: store, countsLater: false, memory: BookMemory())
    }

    private init(store: any EventStore, countsLater: Bool, memory: BookMemory) {
        self.store = store
        self.countsLater = countsLater
        self.memory = memory
    }

    /// The same book, whose answers count what was recorded after the position they rest on.
    public func countingLater(_ isAsked: Bool = true) -> Book {
        Book(store: store, countsLater: isAsked, memory: memory)
    }

    /// The last position; 0 in an empty book.
    public func head() async throws(DeedbookError) -> Position {
        try await store.head()
    }

    /// The position an answer for `position` rests on: the end of the last whole recording.
    ///
    /// Throws `beyondHead` for a position no one recorded yet.
    public func resolve(_ position: Position?) async throws(DeedbookError) -> Position {
        try await resolve(position, below: try await head())
    }

    private func resolve(
        _ position: Position?, below head: Position
    ) async throws(DeedbookError) -> Position {
        guard let position else { return head }
        guard position <= head else { throw .beyondHead(asked: position, head: head) }
        guard position.number > 0, position < head else { return position }
        let pair = try await store.events(after: Position(position.number - 1), limit: 2)
        guard let last = pair.first, let next = pair.last,
            last.recording.key == next.recording.key
        else { return position }
        return Position(position.number - last.ordinal)
    }

    /// The last whole recording at or before an instant.
    ///
    /// - Parameters:
    ///   - instant: the instant asked about.
    ///   - now: the reader's clock: what is recorded from now on may still get an instant up to the
    ///     one asked, so the answer would not repeat.
    /// - Throws: `beyondNow` for an instant that is neither past nor that of a recording.
    public func position(
        at instant: Instant, now: Instant
    ) async throws(DeedbookError) -> Position {
        if instant >= now {
            let last = try await lastInstant()
            guard let last, instant <= last else { throw .beyondNow(asked: instant, now: now) }
        }
        var low = 0
        var high = try await head().number
        while low < high {
            let middle = (low + high + 1) / 2
            let event = try await store.events(after: Position(middle - 1), limit: 1)
            if let event = event.first, event.recording.recordedAt <= instant {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return try await resolve(Position(low))
    }

    /// What is known of an agreement from a vantage; its position is resolved first.
    public func reading(
        of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> AgreementReading {
        try await view(of: agreement, from: vantage).reading
    }

    /// The terms in force from a vantage.
    public func conformedCopy(
        of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> ConformedCopy {
        try await view(
            of: agreement, from: vantage, deciding: DecisiveDays(vantage.on...vantage.on)
        ).copy()
    }

    /// The time zone of an agreement, in which it is asked what day it is.
    public func zone(of agreement: AgreementID) async throws(DeedbookError) -> String {
        let days = DecisiveDays(Day.first...Day.first)
        return try await view(of: agreement, from: Vantage(on: .first), deciding: days)
            .reading.state.zone ?? "UTC"
    }

    /// The difference between two vantages, with causes.
    public func redline(
        of agreement: AgreementID, from: Vantage, to: Vantage
    ) async throws(DeedbookError) -> Redline {
        try await redliner(of: agreement, from: from, to: to).redline()
    }

    /// Every step between two vantages, also what changed and changed back.
    public func steps(
        of agreement: AgreementID, from: Vantage, to: Vantage
    ) async throws(DeedbookError) -> [Redline] {
        try await redliner(of: agreement, from: from, to: to).steps()
    }

    private func redliner(
        of agreement: AgreementID, from: Vantage, to: Vantage
    ) async throws(DeedbookError) -> Redliner {
        let days = DecisiveDays(min(from.on, to.on)...max(from.on, to.on))
        let first = try await view(of: agreement, from: from, deciding: days)
        let second = try await view(of: agreement, from: to, deciding: days)
        return Redliner(from: first.side(), to: second.side())
    }

    package func view(
        of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> AgreementView {
        try await view(of: agreement, from: vantage, deciding: nil)
    }

    /// What is known of an agreement from a vantage, as far as it decides an answer about some days; nil: of all.
    ///
    /// Of other days such a view says what is wrong.
    func view(
        of agreement: AgreementID, from vantage: Vantage, deciding days: DecisiveDays?
    ) async throws(DeedbookError) -> AgreementView {
        let head = try await head()
        let position = try await resolve(vantage.recordedAt, below: head)
        var known = BookMemory.Knowledge(
            agreement: agreement, disclosedBy: vantage.disclosedBy, recordedAt: vantage.recordedAt,
            countsLater: countsLater)
        for days in [nil, days, days.map { _ in DecisiveDays.always }] {
            known.days = days
            if let view = memory.view(known, at: head) { return view.on(vantage.on) }
        }
        if let days,
            let found = try await decisiveEvents(of: agreement, from: vantage, days, position)
        {
            let view = AgreementView(
                agreement, deciding: found, from: vantage, resolvedTo: position)
            known.days = found.isWhole ? .always : days
            memory.keep(view, known)
            return view
        }
        known.days = nil
        let history = try await history(of: agreement)
        guard let first = history.first, first.position <= position else {
            throw try await absence(of: agreement, history.first, from: vantage, position)
        }
        let view = AgreementView(
            agreement, history: history, from: vantage, resolvedTo: position, drafts: drafts,
            countsLater: countsLater)
        memory.keep(view, known)
        return view
    }

    /// Why nothing is known of an agreement from a vantage, which is resolved to a position: the book has no such
    /// agreement, has it only later, or has nothing at all there yet.
    private func absence(
        of agreement: AgreementID, _ begins: RecordedEvent?, from vantage: Vantage,
        _ position: Position
    ) async throws(DeedbookError) -> DeedbookError {
        if let asked = vantage.recordedAt, position.number == 0,
            let first = try await store.events(after: position, limit: 1).first
        {
            let last = try await store.recording(first.recording.key).last ?? first
            return .beforeFirst(asked: asked, first.recording.key, last: last.position)
        }
        if let asked = vantage.recordedAt, let begins {
            return .hiddenAgreement(
                agreement,
                .unrecorded(
                    at: asked, first: begins.position, begins.recording.recordedAt))
        }
        return .unknownAgreement(agreement, known: try await agreements(at: position))
    }

    /// What a store with an index of steps reads of an agreement; nil where all must be read.
    private func decisiveEvents(
        of agreement: AgreementID, from vantage: Vantage, _ days: DecisiveDays,
        _ position: Position
    ) async throws(DeedbookError) -> DecisiveEvents? {
        guard !countsLater, let store = store as? any DecisiveStore else { return nil }
        let found = try await store.decisiveEvents(
            of: agreement, on: days, through: position, disclosedBy: vantage.disclosedBy)
        guard let found, let first = found.events.first, first.position <= position else {
            return nil
        }
        return found
    }

    /// The agreements of the book as it was at a position, in the order of their ids; nil for the book as it is.
    public func agreements(at position: Position?) async throws(DeedbookError) -> [AgreementID] {
        let end = try await resolve(position)
        return try await agreementHeads().filter { $0.begins <= end }.map(\.id)
    }

    /// Every agreement of the book, in the order of their ids.
    func agreementHeads() async throws(DeedbookError) -> [AgreementHead] {
        var all: [AgreementHead] = []
        while true {
            let page = try await store.agreements(after: all.last?.id, limit: 1_000)
            if page.isEmpty { return all }
            all += page
        }
    }

    /// The agreement as each of its recordings left it, as far as the vantage sees, oldest first.
    package func views(
        of agreement: AgreementID, from vantage: Vantage
    ) async throws(DeedbookError) -> [(recording: RecordingHeader, view: AgreementView)] {
        let end = try await resolve(vantage.recordedAt)
        let history = try await history(of: agreement).filter { $0.position <= end }
        return history.indices.compactMap { index in
            let event = history[index]
            let isLast =
                index + 1 == history.count
                || history[index + 1].recording.key != event.recording.key
            guard isLast, vantage.sees(event) else { return nil }
            var known = vantage
            known.recordedAt = event.position
            let view = AgreementView(
                agreement, history: Array(history[...index]), from: known,
                resolvedTo: event.position, drafts: drafts)
            return (event.recording, view)
        }
    }

    /// The name that the book has had since it was made, which no other book has.
    public var origin: String {
        let kept = (store as? ProposedStore)?.base ?? store
        return (kept as? any TamperEvidentStore)?.origin ?? "memory"
    }

    /// Every event of an agreement; empty for an unknown one.
    func history(of agreement: AgreementID) async throws(DeedbookError) -> [RecordedEvent] {
        if let known = memory.history(of: agreement, at: try await head()) { return known }
        let history = try await store.events(of: agreement, through: nil)
        memory.keep(history, of: agreement)
        return history
    }
}
