package import Amendments
import Ledger
import Synchronization
import Terms

/// Keeps what is derived from events equal to the fold, in the transaction that appends a recording: the pieces, the
/// steps, what agreements have in common, and the days on which something of them may fall.
///
/// Used by one append after the other.
package final class DerivedKeeper: Sendable {
    /// How all of it is computed from events: the number of its form. It grows when the same events give something
    /// else than before, and when something more is derived: books of before are then of an earlier form
    /// (`DerivedForm`), which is not believed, and the next append makes it all again.
    package static let reckoning = 14
    /// How many events of others are read one by one; beyond that, agreements are read again when needed.
    private static let catchUpLimit = 1_000
    /// How many events agreements have of which rows are written together.
    private static let together = 2_000

    private let cache = Mutex(DerivedCache())

    package init() {}

    /// Writes what a recording changes.
    ///
    /// - Parameter events: the whole recording, over all agreements it touches, as it was just stored.
    package func record(_ events: [RecordedEvent], in storage: some DerivedStorage) throws {
        do {
            try cache.withLock { try record(events, in: storage, &$0) }
        } catch {
            forget()
            throw error
        }
    }

    /// Lets go of what is not in the book after all.
    package func forget() { cache.withLock { $0.removeAll() } }

    /// Makes everything again, in a book whose events were put there otherwise. An agreement whose events cannot be
    /// read has nothing.
    ///
    /// While rows are written, what is derived of the next agreement is worked out. Rows of many small agreements are
    /// written together, for they have much of their sums in common.
    package func remakeAll(in storage: some DerivedStorage) throws {
        forget()
        try storage.removeAll()
        var ahead: [Deriving] = []
        var waiting: [AgreementID: Derived] = [:]
        func write() throws {
            try storage.insert(waiting)
            waiting = [:]
        }
        func writeFirst() throws {
            let next = ahead.removeFirst()
            waiting[next.agreement] = next.value()
            if waiting.values.reduce(0, { $0 + $1.version }) > Self.together { try write() }
        }
        for agreement in try storage.agreements() {
            if ahead.count == Deriving.width { try writeFirst() }
            try sparing(agreement, in: storage) {
                ahead.append(Deriving(try storage.history(of: agreement)))
            }
        }
        while !ahead.isEmpty { try writeFirst() }
        try write()
        try storage.setReach(DerivedReach(storage.head(), by: Self.reckoning))
    }

    private func record(
        _ events: [RecordedEvent], in storage: some DerivedStorage, _ cache: inout DerivedCache
    ) throws {
        guard let first = events.first?.position, let last = events.last?.position else { return }
        let before = Position(first.number - 1)
        try catchUp(&cache, to: before, in: storage)
        let remade = try remadeAgreements(for: events, after: before, in: storage)
        let agreements = Dictionary(grouping: events, by: \.agreement)
        for (agreement, own) in agreements.sorted(by: { $0.key < $1.key })
        where !remade.contains(agreement) {
            try sparing(agreement, in: storage) {
                try add(own, of: agreement, from: first, through: last, in: storage, &cache)
            }
        }
        for agreement in remade.sorted() {
            cache.remove(agreement)
            try sparing(agreement, in: storage) { try remake(agreement, in: storage) }
        }
        try storage.setReach(DerivedReach(last, by: Self.reckoning))
        cache.head = last
    }

    /// Adds to what is kept what others appended meanwhile. Of much, or where it cannot be read or they redacted
    /// something, which reaches back, nothing is kept.
    private func catchUp(
        _ cache: inout DerivedCache, to before: Position, in storage: some DerivedStorage
    ) throws {
        guard cache.head != before else { return }
        try storage.refuseLaterForm()
        try storage.prepare()
        let kept = cache.head ?? Position(0)
        let count = before.number - kept.number
        let missed =
            kept.number > 0 && (1...Self.catchUpLimit).contains(count)
            ? try? storage.events(after: kept, limit: count) : nil
        guard let missed, missed.count == count,
            !missed.contains(where: { $0.event.payload.redacts != nil })
        else { return cache.removeAll() }
        var rest = missed[...]
        while let key = rest.first?.recording.key {
            let own = rest.prefix { $0.recording.key == key }
            for (agreement, events) in Dictionary(grouping: own, by: \.agreement) {
                cache.add(events, to: agreement)
            }
            rest = rest.dropFirst(own.count)
        }
        cache.head = before
    }

    /// The agreements of which everything is made again: those that lost a payload, and, where what is derived is
    /// behind the book, those that were appended to since.
    private func remadeAgreements(
        for events: [RecordedEvent], after before: Position, in storage: some DerivedStorage
    ) throws -> Set<AgreementID> {
        // What reaches beyond the book is of another one.
        let reach = try storage.currentReach().flatMap { $0 <= before ? $0 : nil }
        if reach == before {
            return try Set(
                events.compactMap { try $0.event.payload.redacts.flatMap(storage.agreement) })
        }
        if reach == nil {
            try storage.refuseLaterForm()
            try storage.removeAll()
        }
        let (behind, hasRedaction) = try storage.touched(after: reach ?? Position(0))
        // What the redactions took out may be another agreement's.
        return hasRedaction ? behind.union(try storage.agreements()) : behind
    }

    private func add(
        _ own: [RecordedEvent], of agreement: AgreementID, from first: Position,
        through last: Position, in storage: some DerivedStorage, _ cache: inout DerivedCache
    ) throws {
        guard let version = try storage.version(of: agreement) else { return }
        if version > own.count, cache.isNew(agreement),
            let change = try continuation(of: agreement, by: own, in: storage)
        {
            try storage.apply(change, to: agreement, at: last)
            return cache.pass(agreement)
        }
        var read: [RecordedEvent]?
        func history() throws -> [RecordedEvent] {
            let events = try read ?? storage.events(of: agreement)
            read = events
            return events
        }
        // What an agreement begins with need not be read again.
        if version == own.count { read = own }
        var derived =
            try cache.take(agreement, at: version - own.count)
            ?? GrowingDerived(of: agreement, history: try history(), before: first)
        let change = try derived.add(own, through: last, history: history)
        try storage.apply(change, to: agreement, at: last)
        cache.put(derived, at: version)
    }

    /// What a recording changes that only continues an agreement: it is read off the events that decide its days, and
    /// not off the whole history.
    private func continuation(
        of agreement: AgreementID, by own: [RecordedEvent], in storage: some DerivedStorage
    ) throws -> DerivedChange? {
        guard let first = own.first, let steps = StepContinuation(agreement, by: own),
            let past = try storage.decisiveEvents(
                of: agreement, on: steps.days, through: Position(first.position.number - 1)),
            let (pieces, lines) = steps.change(after: past)
        else { return nil }
        return DerivedChange(pieces: pieces, steps: lines, by: own)
    }

    /// An append is not refused because an earlier event of the agreement cannot be read: nothing is derived of it
    /// then, which is a fault to a reader that asks for it.
    private func sparing(
        _ agreement: AgreementID, in storage: some DerivedStorage, _ body: () throws -> Void
    ) throws {
        do { try body() } catch DeedbookError.corrupted, DeedbookError.unknownKind {
            try storage.remove(agreement)
        }
    }

    /// Makes everything of one agreement again, of all times.
    private func remake(_ agreement: AgreementID, in storage: some DerivedStorage) throws {
        try storage.remove(agreement)
        try storage.insert([agreement: Derived(of: try storage.history(of: agreement))])
    }
}
