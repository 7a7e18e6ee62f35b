public import Amendments
import Notation
import Terms

/// A recording's header as canonical JSON, which a store keeps to read it once for all of its events.
public enum HeaderFormat {
    private static let codec = Codec<RecordingHeader>.object(
        {
            RecordingHeader(
                key: $0, agreement: $1, instrument: $2, disclosed: $3, sources: $4, recorder: $5,
                recordedAt: $6)
        },
        .required("recording", \.key, RecordingKey.codec),
        .required("agreement", \.agreement, AgreementID.codec),
        .required("instrument", \.instrument, Instrument.codec),
        .required("disclosed", \.disclosed, CivilDate.codec),
        .required("sources", \.sources, .list(of: Source.codec, atLeast: 1)),
        .required("recorder", \.recorder, .text),
        .required("recordedAt", \.recordedAt, Instant.codec)
    )

    /// The header's bytes: a projection of each of its events' entries.
    public static func bytes(of header: RecordingHeader) -> [UInt8] {
        CanonicalJSON.bytes(of: codec.encode(header))
    }

    /// Reads a header back; `position` is that of an event of it, to be named in an error.
    public static func header(
        from bytes: [UInt8], at position: Position
    ) throws(DeedbookError) -> RecordingHeader {
        do {
            return try codec.decode(try JSONReader.read(bytes))
        } catch {
            throw .corrupted(position, detail: error.message)
        }
    }
}
