public import Notation
public import Terms

/// The document that a source was read from: its bytes, by their hash.
///
/// The document itself is no part of the book; it is kept beside it, under its hash. The event says nothing of the
/// agreement's terms.
public struct DocumentAttached: EventPayload {
    public static let kind = EventKind.documentAttached
    public static let traits: EventTraits = []

    /// The source, of this recording or of the one that is named.
    public var source: SourceID
    /// Nil where it was redacted: the book no longer says which document it was.
    public var sha256: DocumentDigest?
    /// What the file was called.
    public var name: String?
    /// An earlier recording whose source it is; nil for that of the event itself.
    public var recording: RecordingKey?

    public init(
        source: SourceID, sha256: DocumentDigest?, name: String? = nil,
        recording: RecordingKey? = nil
    ) {
        self.source = source
        self.sha256 = sha256
        self.name = name
        self.recording = recording
    }

    public static let codec = Codec<DocumentAttached>.object(
        { DocumentAttached(source: $0, sha256: $1, name: $2, recording: $3) },
        .required("source", \.source, SourceID.codec),
        .required("sha256", \.sha256, DocumentDigest.codecOrRedacted),
        .optional("name", \.name, .text),
        .optional("recording", \.recording, RecordingKey.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        // It is about the evidence, not about the agreement.
    }

    public var reach: EventReach { .nothing }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { recording == nil ? [source] : [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// The hash goes, too: anyone who has the document, or can guess it, would know by it that it was this one.
    public func redacted(_ mark: String) -> DocumentAttached {
        DocumentAttached(source: source, sha256: nil, recording: recording)
    }
}
