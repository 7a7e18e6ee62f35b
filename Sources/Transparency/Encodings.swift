import FoundationEssentials

/// Standard base64 with padding (RFC 4648 §4), one text for each sequence of bytes.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// nil unless the text is what `text(of:)` makes of some bytes.
    static func bytes(of text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text) else { return nil }
        let bytes = [UInt8](data)
        return Self.text(of: bytes) == text ? bytes : nil
    }
}

/// Two digits a byte, lower case.
package enum Hexadecimal {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    package static func bytes(of text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

/// Texts taken apart as these formats define it, by bytes.
///
/// Swift's characters are no help here: a `+` or a space that stands beside certain scalars (U+0600 before
/// it, an accent after it) is one character with them, and a key of such a name could not be read back.
enum Fields {
    static func split(
        _ text: some StringProtocol, at separator: Unicode.Scalar, maxSplits: Int = .max
    ) -> [String] {
        text.utf8.split(
            maxSplits: maxSplits, omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: separator) }
        ).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What follows a prefix; nil where the text does not begin with its very bytes.
    static func rest(of text: String, after prefix: String) -> String? {
        guard text.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}

/// A size, index or time as these formats write it: decimal, no sign, no zero in front.
enum DecimalNumber {
    /// nil above 2^53 − 1, so that every reader keeps it exactly.
    static func read(_ text: some StringProtocol) -> Int? {
        guard let number = Int(text), number >= 0, number < 1 << 53, String(number) == text else {
            return nil
        }
        return number
    }
}
