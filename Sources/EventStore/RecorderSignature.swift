public import Amendments
import Notation
import Terms
public import Transparency

/// A recorder's Ed25519 signature over a whole recording, as the entry of its first event carries it.
///
/// What is signed is `statement(of:)`. It names each payload by its salted digest, so the signature can be
/// checked from the entries alone, also after a payload was redacted, and gives away nothing that was.
public struct RecorderSignature: Hashable, Sendable {
    /// The recorder's key; its name is the recorder.
    public let key: VerifierKey
    /// The 64 bytes of the signature.
    public let bytes: [UInt8]

    public init(key: VerifierKey, bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }

    /// Whether it is the key's signature of these entries' recording, and the key is the recorder's.
    ///
    /// - Parameter entries: all of one recording, in order.
    public func isValid(for entries: [EntryContents]) -> Bool {
        guard let header = entries.first?.header, key.isNamed(header.recorder)
        else { return false }
        let statement = RecordingStatement(header, entries.map(RecordingStatement.Item.init))
        let signature = NoteSignature(name: key.name, keyID: key.id, bytes: bytes)
        return key.algorithm == .ed25519 && key.isValid(signature, of: statement.text)
    }

    static let codec = Codec<RecorderSignature>.object(
        { RecorderSignature(key: $0, bytes: $1) },
        .required("key", \.key, keyCodec),
        .required("bytes", \.bytes, bytesCodec)
    )

    private static let keyCodec = Codec<VerifierKey>.scalar(
        "a verifier key, as name+id+key",
        schema: .pattern("^[^+\\s]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}$")
    ) { text in
        try? VerifierKey(vkey: text)
    } write: { key in
        key.description
    }

    private static let bytesCodec = Codec<[UInt8]>.scalar(
        "a signature, as 128 hexadecimal digits", schema: .pattern("^[0-9a-f]{128}$")
    ) { text in
        Hexadecimal.bytes(of: text).flatMap { $0.count == 64 ? $0 : nil }
    } write: { bytes in
        Hexadecimal.text(of: bytes)
    }
}

/// What a recorder signs: the recording, with each payload named by its salted digest.
///
/// It names no book and no position: copied into another book, a recording has the same statement, and its signature
/// holds there. It proves who said this, not where or after what; for that, a book has checkpoints.
public struct RecordingStatement: Sendable {
    /// One event of the statement.
    public struct Item: Hashable, Sendable {
        let agreement: AgreementID
        let kind: String
        let schema: Int
        let effective: DateBound
        let payload: TreeHash

        init(_ entry: EntryContents) {
            agreement = entry.place.agreement
            kind = entry.kind
            schema = entry.schema
            effective = entry.effective
            payload = entry.payload
        }

        init(_ event: Event, of recording: Recording, in header: RecordingHeader, salt: [UInt8]) {
            agreement = event.agreement ?? recording.agreement
            kind = event.kind.rawValue
            schema = event.kind.payloadType.schemaVersion
            effective = header.effective(of: event)
            payload = Entry.digest(of: CanonicalJSON.bytes(of: event.body), salt: salt)
        }
    }

    private let header: RecordingHeader
    private let items: [Item]

    init(_ header: RecordingHeader, _ items: [Item]) {
        self.header = header
        self.items = items
    }

    /// The statement of a recording that is about to be appended with these salts.
    public init(_ recording: Recording, by recorder: String, salts: [[UInt8]]) {
        let header = RecordingHeader(
            of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
        self.init(
            header,
            zip(recording.events, salts).map { event, salt in
                Item(event, of: recording, in: header, salt: salt)
            })
    }

    /// The text of the note: the line `deedbook.local/recording/v1`, then one of canonical JSON.
    public var text: String {
        let node = Node.object([
            ("recording", .string(header.key.text)),
            ("agreement", .string(header.agreement.text)),
            ("instrument", Instrument.codec.encode(header.instrument)),
            ("disclosed", .string(header.disclosed.description)),
            ("sources", .list(header.sources.map(Source.codec.encode))),
            ("recorder", .string(header.recorder)),
            ("events", .list(items.map(\.node))),
        ])
        return "deedbook.local/recording/v1\n\(CanonicalJSON.text(of: node))\n"
    }
}

extension RecordingStatement.Item {
    fileprivate var node: Node {
        .object([
            ("agreement", .string(agreement.text)),
            ("kind", .string(kind)),
            ("schema", .integer(schema)),
            ("effective", DateBound.codec.encode(effective)),
            ("payload", TreeHash.digestCodec.encode(payload)),
        ])
    }
}

/// A recorder's signature on a recording that is about to be appended.
///
/// The signer chooses the salts, because the statement that is signed rests on them.
public struct RecorderSeal: Sendable {
    /// Sixteen random bytes for each event, in order.
    public let salts: [[UInt8]]
    public let signature: RecorderSignature

    public init(salts: [[UInt8]], signature: RecorderSignature) {
        self.salts = salts
        self.signature = signature
    }

    /// Signs a recording; its recorder is the key's name.
    ///
    /// - Parameters:
    ///   - recording: what is signed.
    ///   - key: the recorder's private key.
    ///   - salt: makes 16 random bytes for each payload.
    public init(
        _ recording: Recording, with key: SigningKey, salt: () -> [UInt8] = randomSalt
    ) throws(NoteError) {
        let salts = recording.events.map { _ in salt() }
        let statement = RecordingStatement(recording, by: key.verifier.name, salts: salts)
        let signature = try key.sign(statement.text)
        self.init(
            salts: salts,
            signature: RecorderSignature(key: key.verifier, bytes: signature.bytes))
    }
}
