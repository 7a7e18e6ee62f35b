public import Amendments
public import EventStore
import Ledger
public import Terms

extension Book {
    /// The book as it would be if some recordings were made, in that order; nothing is written.
    ///
    /// Each is checked as `record` would check it, on top of those before it. One that is in the book already
    /// adds nothing. Every question can be asked of the answer, and its answers say that they rest on drafts.
    ///
    /// - Parameters:
    ///   - recordings: the drafts, in the order in which they would be recorded.
    ///   - recorder: who would record them.
    ///   - instant: when they would be recorded.
    /// - Throws: what `record` would throw of the first that it would refuse.
    public func proposing(
        _ recordings: [Recording], by recorder: String, at instant: Instant
    ) async throws(DeedbookError) -> Book {
        var store = ProposedStore(over: self.store, at: try await head())
        var known = try await positions(of: recordings.map(\.key))
        for recording in recordings {
            if let first = known[recording.key] {
                guard try await isRepeat(recording, at: first, in: store) else {
                    throw .keyReused(recording.key, recordedAt: first)
                }
                continue
            }
            let events = try await checked(recording, by: recorder, at: instant, in: store)
            known[recording.key] = events.first?.position
            store.add(events)
        }
        return Book(store: store)
    }

    /// The drafts that the answers of this book rest on; empty in a book of what was recorded.
    public var drafts: [RecordingHeader] { (store as? ProposedStore)?.drafts ?? [] }

    /// The end of what was recorded, below the drafts; nil where there are none.
    public var headBelowDrafts: Position? {
        guard let store = store as? ProposedStore, !store.drafts.isEmpty else { return nil }
        return store.baseHead
    }

    /// The events of a draft as they would stand in the book, once it is checked.
    private func checked(
        _ recording: Recording, by recorder: String, at instant: Instant, in store: ProposedStore
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let book = Book(store: store)
        let first = Position(store.last.number + 1)
        var versions: [AgreementID: Int] = [:]
        for agreement in recording.agreements {
            versions[agreement] = try await store.version(of: agreement)
        }
        let slot = RecordingDraft.Slot(
            origin: (self.store as? any TamperEvidentStore)?.origin ?? "memory", first: first,
            recordedAt: max(instant, try await book.lastInstant() ?? instant),
            versions: versions)
        let violations = try await book.violations(of: recording, by: recorder)
        if !violations.isEmpty { throw .invalid(recording.key, violations) }
        let targets = try await book.targets(of: recording)
        let draft = try RecordingDraft(
            recording, by: recorder, expecting: [:], sealed: nil,
            salt: { [UInt8](repeating: 0, count: 16) })
        _ = try draft.events(in: slot) { targets[$0] }
        return recording.events(from: first, under: draft.header(in: slot))
    }

    /// What the recording redacts, as far as it is in the book.
    private func targets(
        of recording: Recording
    ) async throws(DeedbookError) -> [EventReference: StoredTarget] {
        var targets: [EventReference: StoredTarget] = [:]
        for named in Set(recording.events.compactMap(\.payload.redacts)) {
            let events = try await store.recording(named.recording)
            guard let event = events.first(where: { $0.reference == named }) else { continue }
            targets[named] = StoredTarget(
                position: event.position, event: event.event, remains: nil)
        }
        return targets
    }

    /// When the last recording was made; nil for an empty book.
    func lastInstant() async throws(DeedbookError) -> Instant? {
        let head = try await head()
        guard head.number > 0 else { return nil }
        let last = try await store.events(after: Position(head.number - 1), limit: 1)
        return last.first?.recording.recordedAt
    }

    /// The first position of each of those recordings that is in the book.
    private func positions(
        of keys: [RecordingKey]
    ) async throws(DeedbookError) -> [RecordingKey: Position] {
        var positions: [RecordingKey: Position] = [:]
        for key in keys {
            positions[key] = try await store.recording(key).first?.position
        }
        return positions
    }

    /// Whether exactly that was recorded, or drafted, from a position on.
    private func isRepeat(
        _ recording: Recording, at first: Position, in store: ProposedStore
    ) async throws(DeedbookError) -> Bool {
        if first > store.baseHead {
            let known = store.proposed.filter { $0.recording.key == recording.key }
            guard let header = known.first?.recording else { return false }
            return header
                == RecordingHeader(
                    of: recording, recorder: header.recorder, recordedAt: header.recordedAt)
                && known.map(\.event) == recording.events
        }
        let draft = try RecordingDraft(
            recording, by: "", expecting: [:], sealed: nil, salt: { [] })
        let events = try await self.store.events(
            after: Position(first.number - 1), limit: recording.events.count + 1)
        var stored: [StoredEvent] = []
        for event in events where event.recording.key == recording.key {
            stored += [try await self.store.stored(at: event.position)].compactMap(\.self)
        }
        return try draft.isRepeat(of: stored)
    }
}
