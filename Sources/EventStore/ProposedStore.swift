public import Amendments
public import Ledger
public import Terms

/// A book with recordings on top that no one made: it answers as the book would if they were recorded.
///
/// The drafts have the positions, versions and instants they would get. What others append to the book
/// meanwhile is not seen. Nothing can be appended; entries of drafts do not exist, so there are none to read.
public struct ProposedStore: EventStore {
    package let base: any EventStore
    /// The last position of the book below the drafts.
    public let baseHead: Position
    private var events: [RecordedEvent] = []
    /// Each event of the book whose payload a draft takes out, with the event that does it.
    private var redactions: [EventReference: EventReference] = [:]
    /// The drafts that are not in the book yet, in their order.
    public private(set) var drafts: [RecordingHeader] = []

    /// The book as it is; drafts are then added.
    package init(over base: any EventStore, at head: Position) {
        self.base = base
        baseHead = head
    }

    /// The end of the book with the drafts.
    package var last: Position { events.last?.position ?? baseHead }

    /// The drafts' own events.
    package var proposed: [RecordedEvent] { events }

    package mutating func add(_ new: [RecordedEvent]) {
        guard let header = new.first?.recording else { return }
        drafts.append(header)
        events += new
        for event in new {
            guard case .redacts(let target)? = event.event.payload.recordAct,
                redactions[target] == nil
            else { continue }
            redactions[target] = event.reference
        }
    }

    private func redacted(_ event: RecordedEvent) -> RecordedEvent {
        guard let redaction = redactions[event.reference] else { return event }
        var event = event
        event.event = event.event.redacted(by: redaction)
        return event
    }

    /// Refused: drafts are looked at, and recorded in the book itself.
    public func append(
        _ recording: Recording, by recorder: String,
        expecting expected: [AgreementID: ExpectedVersion], sealed seal: RecorderSeal?
    ) async throws(DeedbookError) -> Receipt { throw Self.refusal }

    /// Refused likewise.
    public func append(
        whole submissions: [Submission], by recorder: String
    ) async throws(DeedbookError) -> [Receipt] { throw Self.refusal }

    private static let refusal = DeedbookError.inaccessible(
        path: "a book with drafts on top", detail: "it is only read; record in the book itself")

    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let limit = min(position ?? baseHead, baseHead)
        let own = events.filter { event in
            event.agreement == agreement && position.map { event.position <= $0 } ?? true
        }
        return (try await base.events(of: agreement, through: limit) + own).map(redacted)
    }

    public func events(
        of agreement: AgreementID, after version: Int, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        var page = try await base.events(of: agreement, after: version, limit: limit)
            .filter { $0.position <= baseHead }
        if page.count < limit {
            let begun = try await baseVersion(of: agreement)
            page += events.filter { $0.agreement == agreement }
                .dropFirst(max(0, version - begun)).prefix(limit - page.count)
        }
        return page.map(redacted)
    }

    public func events(
        of agreement: AgreementID, kinds: Set<EventKind>
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let below = try await base.events(of: agreement, kinds: kinds)
            .filter { $0.position <= baseHead }
        let own = events.filter { $0.agreement == agreement && kinds.contains($0.event.kind) }
        return (below + own).map(redacted)
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(DeedbookError) -> [RecordedEvent] {
        var page: [RecordedEvent] = []
        if position < baseHead {
            page = try await base.events(after: position, limit: limit)
                .filter { $0.position <= baseHead }
        }
        page += events.filter { $0.position > position }.prefix(max(0, limit - page.count))
        return page.map(redacted)
    }

    public func head() async throws(DeedbookError) -> Position { last }

    public func version(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await baseVersion(of: agreement) + events.count { $0.agreement == agreement }
    }

    /// As it was when the drafts began; others may have appended since.
    private func baseVersion(of agreement: AgreementID) async throws(DeedbookError) -> Int {
        try await base.head() == baseHead
            ? base.version(of: agreement)
            : base.events(of: agreement, through: baseHead).count
    }

    public func agreements(
        after agreement: AgreementID?, limit: Int
    ) async throws(DeedbookError) -> [AgreementHead] {
        var begun: [AgreementID: Position] = [:]
        for event in events where begun[event.agreement] == nil {
            begun[event.agreement] = event.position
        }
        var last = agreement
        var page: [AgreementHead] = []
        while page.count < limit {
            let next = try await base.agreements(after: last, limit: limit)
            guard let end = next.last?.id else { break }
            page += next.filter { $0.begins <= baseHead }
            last = end
        }
        for head in page { begun[head.id] = nil }
        // An agreement that only drafts begin; one past a full page comes with a later one.
        let end = page.count >= limit ? page.last?.id : nil
        for (id, position) in begun where agreement.map({ id > $0 }) ?? true {
            guard end.map({ id < $0 }) ?? true, try await baseVersion(of: id) == 0 else { continue }
            page.append(AgreementHead(id: id, version: 0, begins: position))
        }
        page = Array(page.sorted { $0.id < $1.id }.prefix(max(0, limit)))
        for index in page.indices { page[index].version = try await version(of: page[index].id) }
        return page
    }

    public func recording(
        _ key: RecordingKey
    ) async throws(DeedbookError) -> [RecordedEvent] {
        let own = events.filter { $0.recording.key == key }
        if !own.isEmpty { return own.map(redacted) }
        return try await base.recording(key).filter { $0.position <= baseHead }.map(redacted)
    }

    public func stored(at position: Position) async throws(DeedbookError) -> StoredEvent? {
        position <= baseHead ? try await base.stored(at: position) : nil
    }
}

// Which agreements may have to do with something: every one that a draft touches is among them.
extension ProposedStore: NeighbourStore, DueStore {
    public func neighbours(
        on ground: Set<CommonGround>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        guard let base = base as? any NeighbourStore,
            let below = try await base.neighbours(on: ground)
        else { return nil }
        return try await withDrafts(below)
    }

    /// Where a draft takes out a payload, nothing is known of the days on which what is withheld then falls.
    public func agreements(
        dueIn days: ClosedRange<Day>
    ) async throws(DeedbookError) -> [AgreementHead]? {
        guard redactions.isEmpty, let base = base as? any DueStore,
            let below = try await base.agreements(dueIn: days)
        else { return nil }
        return try await withDrafts(below)
    }

    private func withDrafts(
        _ below: [AgreementHead]
    ) async throws(DeedbookError) -> [AgreementHead] {
        var heads = Dictionary(
            uniqueKeysWithValues: below.filter { $0.begins <= baseHead }.map { ($0.id, $0) })
        for event in events where heads[event.agreement] == nil {
            let first = try await self.events(of: event.agreement, after: 0, limit: 1).first
            heads[event.agreement] = AgreementHead(
                id: event.agreement, version: 0, begins: first?.position ?? event.position)
        }
        for id in heads.keys { heads[id]?.version = try await version(of: id) }
        return heads.values.sorted { $0.id < $1.id }
    }
}
