public import Notation

/// The place of one event in the book: its recording, and its number in that recording from 1.
///
/// Written `key#n`. Ordered by key, then by number.
public struct EventReference: Hashable, Sendable {
    /// The recording it stands in.
    public let recording: RecordingKey
    /// The event's number in its recording, counted from 1.
    public let ordinal: Int

    /// - Precondition: `ordinal` is at least 1.
    public init(recording: RecordingKey, ordinal: Int) {
        precondition(ordinal >= 1, "events are counted from 1")
        self.recording = recording
        self.ordinal = ordinal
    }

    /// Returns nil when `text` is not `key#n`.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")),
            let recording = RecordingKey(String(text[..<hash]))
        else { return nil }
        var reader = ByteReader(String(text[bytes.index(after: hash)...]))
        guard let ordinal = reader.wholeNumber(atMost: 9), reader.isAtEnd, ordinal >= 1 else {
            return nil
        }
        self.init(recording: recording, ordinal: ordinal)
    }

    /// One text, `key#n`.
    public static let codec = Codec<EventReference>.scalar(
        "an event such as 2026-04-27-revised-agreement#2",
        schema: .pattern("^[a-z0-9][a-z0-9.-]{0,127}#[1-9][0-9]{0,8}$"),
        parse: { EventReference($0) }, write: \.description)
}

extension EventReference: Comparable {
    public static func < (lhs: EventReference, rhs: EventReference) -> Bool {
        (lhs.recording, lhs.ordinal) < (rhs.recording, rhs.ordinal)
    }
}

extension EventReference: CustomStringConvertible {
    public var description: String { "\(recording)#\(ordinal)" }
}
