public import Notation

/// SHA-256 of the bytes of a document, by which it is kept and found: 64 hexadecimal digits, lower case.
public struct DocumentDigest: Hashable, Sendable {
    public let hexadecimal: String

    /// - Returns: nil for anything but 64 hexadecimal digits in lower case.
    public init?(_ hexadecimal: String) {
        guard hexadecimal.utf8.count == 64, hexadecimal.utf8.allSatisfy(Self.isDigit) else {
            return nil
        }
        self.hexadecimal = hexadecimal
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}

extension DocumentDigest: Comparable, CustomStringConvertible {
    public static func < (one: DocumentDigest, other: DocumentDigest) -> Bool {
        one.hexadecimal < other.hexadecimal
    }

    public var description: String { hexadecimal }
}

extension DocumentDigest {
    private static let expected = "64 hexadecimal digits in lower case, as sha256sum prints them"

    public static let codec = Codec<DocumentDigest>.scalar(
        expected, schema: .pattern("^[0-9a-f]{64}$"), parse: { DocumentDigest($0) },
        write: \.hexadecimal)

    /// A digest, or the word that stands where it was taken out.
    package static let codecOrRedacted = Codec<DocumentDigest?>.scalar(
        "\(expected), or the word redacted", schema: .pattern("^([0-9a-f]{64}|redacted)$"),
        parse: { text in
            text == "redacted" ? .some(nil) : DocumentDigest(text).map(Optional.some)
        }, write: { $0?.hexadecimal ?? "redacted" })
}
