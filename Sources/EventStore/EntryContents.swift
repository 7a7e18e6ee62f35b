public import Amendments
public import Notation
public import Terms
public import Transparency

/// What the stored bytes of one event say: see `Entry` for the format.
///
/// Written and read by one codec, so an entry that is read and written again has its own bytes.
public struct EntryContents: Hashable, Sendable {
    public var place: Entry.Place
    /// The event kind's name; a later version may know more of them.
    public var kind: String
    /// The version of the body's format.
    public var schema: Int
    public var header: RecordingHeader
    public var effective: DateBound
    /// SHA-256 over salt ‖ payload.
    public var payload: TreeHash
    /// The recorder's, on the first event of a signed recording.
    public var signature: RecorderSignature?
    /// On a `payload-redacted`: what is left of its target.
    public var remains: RemainsReference?

    public init(
        place: Entry.Place, kind: String, schema: Int, header: RecordingHeader,
        effective: DateBound, payload: TreeHash, signature: RecorderSignature? = nil,
        remains: RemainsReference? = nil
    ) {
        self.place = place
        self.kind = kind
        self.schema = schema
        self.header = header
        self.effective = effective
        self.payload = payload
        self.signature = signature
        self.remains = remains
    }

    /// The bytes that are stored and hashed.
    public var bytes: [UInt8] { CanonicalJSON.bytes(of: Self.codec.encode(self)) }

    /// Reads an entry back.
    ///
    /// - Throws: a `Problem` that says what is not as it was written, also when the bytes are not the
    ///   canonical ones, or more than an entry may have.
    public init(parsing bytes: [UInt8]) throws(Problem) {
        guard bytes.count <= Entry.byteLimit else {
            throw Problem(
                "the entry has \(bytes.count) bytes; at most \(Entry.byteLimit) are read")
        }
        self = try Self.codec.decode(try JSONReader.read(bytes))
        guard self.bytes == bytes else { throw Problem("the entry is not canonical JSON") }
    }
}

extension EntryContents {
    /// The JSON Schema of an entry.
    public static var schema: Schema { .reference("entry", to: codec.schema) }

    private static let codec = Codec<EntryContents>.object(
        {
            _, origin, position, agreement, version, kind, schema, recording, ordinal, filedUnder,
            instrument, disclosed, effective, sources, recorder, recordedAt, payload, signature,
            remains in
            EntryContents(
                place: Entry.Place(
                    origin: origin, position: Position(position), agreement: agreement,
                    version: version, ordinal: ordinal),
                kind: kind, schema: schema,
                header: RecordingHeader(
                    key: recording, agreement: filedUnder, instrument: instrument,
                    disclosed: disclosed, sources: sources, recorder: recorder,
                    recordedAt: recordedAt),
                effective: effective, payload: payload, signature: signature, remains: remains)
        },
        .required("v", \.format, formatCodec),
        .required("origin", \.place.origin, .text),
        .required("position", \.place.position.number, .positive),
        .required("agreement", \.place.agreement, AgreementID.codec),
        .required("version", \.place.version, .positive),
        .required("kind", \.kind, .text),
        .required("schema", \.schema, .positive),
        .required("recording", \.header.key, RecordingKey.codec),
        .required("ordinal", \.place.ordinal, .positive),
        .required("filedUnder", \.header.agreement, AgreementID.codec),
        .required("instrument", \.header.instrument, Instrument.codec),
        .required("disclosed", \.header.disclosed, CivilDate.codec),
        .required("effective", \.effective, DateBound.codec),
        .required("sources", \.header.sources, .list(of: Source.codec, atLeast: 1)),
        .required("recorder", \.header.recorder, .text),
        .required("recordedAt", \.header.recordedAt, Instant.codec),
        .required("payload", \.payload, TreeHash.digestCodec),
        .optional("signature", \.signature, RecorderSignature.codec),
        .optional("remains", \.remains, RemainsReference.codec)
    )

    private var format: Int { Entry.format }

    private static let formatCodec = Codec<Int>.integer.checked { number, problems in
        if number != Entry.format {
            problems.report(
                "entry format \(number)", hint: "this version reads format \(Entry.format)", at: nil
            )
        }
    }.described(by: .constant(Entry.format))
}

extension Codec where Value == Int {
    /// A number from 1.
    static let positive = Codec.integer.checked { number, problems in
        if number < 1 {
            problems.report(
                "\(number) is not a number from 1", hint: "counting starts at 1", at: nil)
        }
    }.described(by: .integer(from: 1))
}

extension TreeHash {
    /// `sha256:` and 64 hexadecimal digits.
    static let digestCodec = Codec<TreeHash>.scalar(
        "a digest, such as sha256:… with 64 hexadecimal digits",
        schema: .pattern("^sha256:[0-9a-f]{64}$")
    ) { text in
        text.hasPrefix("sha256:") ? TreeHash(hexadecimal: String(text.dropFirst(7))) : nil
    } write: { hash in
        "sha256:" + hash.hexadecimal
    }
}
