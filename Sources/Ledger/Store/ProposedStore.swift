public import Amendments
public import Terms

/// A book with recordings on top that nobody made: it answers as the book would if they were recorded.
///
/// The drafts have the positions, versions and instants they would get. What others append to the book
/// meanwhile is not seen. Nothing can be appended; entries of drafts do not exist, so there are none to read.
public struct ProposedStore: EventStore {
    let base: any EventStore
    private let start: Head
    private var events: [RecordedEvent] = []
    private var versions: [AgreementID: Int]
    /// Each event of the book whose payload a draft takes out, with the event that does it.
    private var redactions: [EventReference: EventReference] = [:]
    /// The drafts that are not in the book yet, in their order.
    public private(set) var drafts: [RecordingHeader] = []

    /// The book as it is; drafts are then added.
    init(over base: any EventStore, at head: Head) {
        self.base = base
        start = head
        versions = head.versions
    }

    /// The last position of the book below the drafts.
    public var baseHead: Position { start.position }

    /// The end of the book with the drafts.
    var last: Position { events.last?.position ?? start.position }

    /// The version of every agreement with the drafts.
    var currentVersions: [AgreementID: Int] { versions }

    /// The drafts' own events.
    var proposed: [RecordedEvent] { events }

    mutating func add(_ new: [RecordedEvent]) {
        guard let header = new.first?.recording else { return }
        drafts.append(header)
        events += new
        for event in new {
            versions[event.agreement, default: 0] += 1
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
    ) async throws(EventStoreError) -> Receipt {
        throw .inaccessible(
            path: "a book with drafts on top", detail: "it is only read; record in the book itself")
    }

    public func events(
        of agreement: AgreementID, through position: Position?
    ) async throws(EventStoreError) -> [RecordedEvent] {
        let limit = min(position ?? start.position, start.position)
        let own = events.filter { event in
            event.agreement == agreement && position.map { event.position <= $0 } ?? true
        }
        return (try await base.events(of: agreement, through: limit) + own).map(redacted)
    }

    public func events(
        after position: Position, limit: Int
    ) async throws(EventStoreError) -> [RecordedEvent] {
        var page: [RecordedEvent] = []
        if position < start.position {
            page = try await base.events(after: position, limit: limit)
                .filter { $0.position <= start.position }
        }
        page += events.filter { $0.position > position }.prefix(max(0, limit - page.count))
        return page.map(redacted)
    }

    public func head() async throws(EventStoreError) -> Head {
        Head(position: last, versions: versions)
    }

    public func stored(at position: Position) async throws(EventStoreError) -> StoredEvent? {
        position <= start.position ? try await base.stored(at: position) : nil
    }
}
