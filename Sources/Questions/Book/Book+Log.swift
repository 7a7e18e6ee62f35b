public import Amendments
public import EventStore
import Ledger
public import Terms

/// One recording as it stands in the book.
public struct LoggedRecording: Hashable, Sendable {
    public var header: RecordingHeader
    public var first: Position
    public var last: Position
    /// All of its events, of whatever agreement, in the order of positions.
    public var events: [RecordedEvent]

    /// Nil for no events, which are of no recording.
    init?(_ events: [RecordedEvent]) {
        guard let first = events.first, let last = events.last else { return nil }
        (header, self.events) = (first.recording, events)
        (self.first, self.last) = (first.position, last.position)
    }
}

/// Some of the recordings of a book.
public struct RecordingLog: Hashable, Sendable {
    /// Oldest first, or in the parties' order.
    public var recordings: [LoggedRecording]
    /// Whether there are earlier ones, which were not asked for: they are more than the number asked for, or nothing
    /// before that number was read.
    public var leavesOutEarlier: Bool

    public init(recordings: [LoggedRecording], leavesOutEarlier: Bool) {
        self.recordings = recordings
        self.leavesOutEarlier = leavesOutEarlier
    }
}

extension Book {
    /// How many events are read at once.
    private static let page = 200

    /// The recordings that touch an agreement, or those of the whole book, each whole.
    ///
    /// The book is read from its end, by pages, and no further than it is asked.
    ///
    /// - Parameters:
    ///   - agreement: the agreement that recordings have to touch; nil for the whole book.
    ///   - count: how many of the latest ones; nil for all.
    ///   - filter: which of them count.
    /// - Throws: `unknownAgreement` for an agreement without a recording.
    public func log(
        of agreement: AgreementID? = nil, last count: Int? = nil,
        where filter: LogFilter = LogFilter()
    ) async throws(DeedbookError) -> RecordingLog {
        guard let agreement else { return try await log(last: count ?? .max, where: filter) }
        return try await log(touching: agreement, last: count ?? .max, where: filter)
    }

    private func log(
        last count: Int, where filter: LogFilter
    ) async throws(DeedbookError) -> RecordingLog {
        var latest: [LoggedRecording] = []
        var end = try await head().number
        var size = Self.page
        while end > 0, latest.count < count {
            let start = max(0, end - size)
            let page = try await store.events(after: Position(start), limit: end - start)
            // A recording that begins before the page is read whole with an earlier one.
            let whole = start > 0 ? page.drop { $0.ordinal > 1 } : page[...]
            latest += Self.recordings(of: whole).filter(filter.shows).reversed()
            size = whole.isEmpty ? 2 * size : Self.page
            end = whole.isEmpty && start > 0 ? end : (whole.first?.position.number ?? 1) - 1
        }
        return RecordingLog(
            recordings: latest.prefix(count).reversed(),
            leavesOutEarlier: latest.count > count || end > 0)
    }

    private func log(
        touching agreement: AgreementID, last count: Int, where filter: LogFilter
    ) async throws(DeedbookError) -> RecordingLog {
        var latest: [LoggedRecording] = []
        var read: RecordingKey?
        var end = try await store.version(of: agreement)
        if end == 0 { throw .unknownAgreement(agreement, known: try await agreements(at: nil)) }
        while end > 0 {
            let start = max(0, end - Self.page)
            let page = try await store.events(of: agreement, after: start, limit: end - start)
            for event in page.reversed() where event.recording.key != read {
                guard latest.count < count else {
                    return RecordingLog(recordings: latest.reversed(), leavesOutEarlier: true)
                }
                guard let recording = try await whole(event.recording.key) else {
                    throw .corrupted(
                        event.position,
                        detail: "its recording '\(event.recording.key)' is not found by its key")
                }
                read = event.recording.key
                if filter.shows(recording) { latest.append(recording) }
            }
            end = start
        }
        return RecordingLog(recordings: latest.reversed(), leavesOutEarlier: false)
    }

    /// The recording with that key; nothing else is read.
    ///
    /// - Throws: `unknownRecording` with the keys that are nearest, for which all are read.
    public func recording(_ key: RecordingKey) async throws(DeedbookError) -> LoggedRecording {
        guard let found = try await whole(key) else {
            throw .unknownRecording(key, nearest: try await nearest(to: key))
        }
        return found
    }

    private func whole(_ key: RecordingKey) async throws(DeedbookError) -> LoggedRecording? {
        LoggedRecording(
            try await store.recording(key))
    }

    /// The events of recordings that stand whole in a row of events.
    private static func recordings(of events: ArraySlice<RecordedEvent>) -> [LoggedRecording] {
        events.reduce(into: [[RecordedEvent]]()) { groups, event in
            if groups.last?.last?.recording.key == event.recording.key {
                groups[groups.count - 1].append(event)
            } else {
                groups.append([event])
            }
        }.compactMap(LoggedRecording.init)
    }

    /// The three keys with most words in common with one that is not there.
    private func nearest(to key: RecordingKey) async throws(DeedbookError) -> [RecordingKey] {
        var best: [RecordingKey] = []
        var end = Position(0)
        while true {
            let page = try await store.events(after: end, limit: Self.page)
            guard let last = page.last else { break }
            end = last.position
            if let event = page.first(where: { $0.recording.key == key }) {
                throw .corrupted(
                    event.position, detail: "its recording '\(key)' is not found by its key")
            }
            let near = page.map(\.recording.key).filter { key.sharesWord(with: $0) }
            best = key.nearest(among: Set(best).union(near), atMost: 3)
        }
        return best
    }
}
