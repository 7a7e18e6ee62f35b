public import Amendments
public import EventStore
import Ledger
public import Terms

/// A document that an event of the book names: the evidence of a source.
public struct NamedDocument: Hashable, Sendable {
    /// The event that names it.
    public var event: EventReference
    /// The recording whose source it is; often that of the event.
    public var recording: RecordingKey
    public var source: SourceID
    /// Nil where the event was redacted: which document it was is not in the book any more.
    public var sha256: DocumentDigest?
    /// What the file was called, where the event says so.
    public var name: String?

    public init(
        event: EventReference, recording: RecordingKey, source: SourceID,
        sha256: DocumentDigest?, name: String? = nil
    ) {
        self.event = event
        self.recording = recording
        self.source = source
        self.sha256 = sha256
        self.name = name
    }

    /// The document of an event; nil where the event is about something else.
    public init?(_ recorded: RecordedEvent) {
        guard let attached = recorded.event.payload as? DocumentAttached else { return nil }
        self.init(
            event: recorded.reference,
            recording: attached.recording ?? recorded.recording.key, source: attached.source,
            sha256: attached.sha256, name: attached.name)
    }

    /// How people find it: by its name, else by its source.
    public var title: String { name ?? "the document of source \(source)" }
}

/// What is kept of a document that an event names.
public enum DocumentState: Hashable, Sendable {
    /// It is there, and has that many bytes.
    case present(bytes: Int)
    case missing
    /// What is there is another document.
    case altered(bytes: Int, sha256: DocumentDigest)
    /// Something is there that could not be read, for the reason that the system gave: no one knows what it is.
    case unreadable(reason: String)
    /// The event no longer says which document it was.
    case redacted
}

extension Event {
    /// What a correction puts in the place of another event; otherwise the event itself.
    fileprivate var corrected: Event {
        (payload as? EventCorrected)?.replacement.event ?? self
    }

    /// The hash of the document that its payload names, as `Book.documentsInPayloads()` finds it.
    public var documentDigest: DocumentDigest? {
        (corrected.payload as? DocumentAttached)?.sha256
    }
}

extension Book {
    /// The documents that events of an agreement name, as the events that act on the record make them read.
    public func documents(
        of agreement: AgreementID
    ) async throws(DeedbookError) -> [NamedDocument] {
        let events = try await store.events(
            of: agreement, kinds: EventKind.actingOnRecord.union([.documentAttached]))
        guard events.contains(where: { $0.event.kind == .documentAttached }) else { return [] }
        return VisibleEvents(of: events, from: Vantage(on: .first)).events
            .compactMap { NamedDocument($0) }
    }

    /// The documents that events of the book name, by agreement.
    public func documents() async throws(DeedbookError) -> [NamedDocument] {
        var documents: [NamedDocument] = []
        for head in try await agreementHeads() {
            documents += try await self.documents(of: head.id)
        }
        return documents
    }

    /// The documents that any payload of the book names, whether it reads so still or was corrected or rescinded: only
    /// a redaction takes the hash out of it.
    public func documentsInPayloads() async throws(DeedbookError) -> [NamedDocument] {
        try await documentsInPayloads(of: try await agreementHeads().map(\.id))
    }

    /// The same of some agreements.
    public func documentsInPayloads(
        of agreements: [AgreementID]
    ) async throws(DeedbookError) -> [NamedDocument] {
        var documents: [NamedDocument] = []
        for agreement in agreements {
            let events = try await store.events(
                of: agreement, kinds: [.documentAttached, .eventCorrected])
            documents += events.compactMap { event in
                var named = event
                named.event = event.event.corrected
                return NamedDocument(named)
            }.filter { $0.sha256 != nil }
        }
        return documents
    }

    /// The documents of a recording's sources, also those that later recordings name.
    public func documents(
        of recording: LoggedRecording
    ) async throws(DeedbookError) -> [NamedDocument] {
        let agreements = Set(recording.events.map(\.agreement)).union([recording.header.agreement])
        var documents: [NamedDocument] = []
        for agreement in agreements.sorted() {
            documents += try await self.documents(of: agreement)
                .filter { $0.recording == recording.header.key }
        }
        return documents
    }
}
